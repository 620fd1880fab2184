"""Before the first question: what leaving does and does not do, and two ways to begin."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import optional, value, when
from rindu_app.pages.public.frame import hidden, post_form, to


def start() -> rx.Component:
    """Slots: `door`, `place` (a code or ""), `whatsapp` (a link or ""), `mark`."""
    return kit.citizen_shell(
        kit.back_link(to("/")),
        kit.page_title("Sebelum mulai", lead="Tiga hal supaya Anda tetap aman."),
        before(),
        post_form(
            hidden("pintu", value("door")),
            hidden("w", optional("place")),
            hidden("k", optional("mark")),
            kit.button("Mulai menulis di sini", main=True),
            action="/mulai",
        ),
        when("whatsapp", by_whatsapp()),
    )


def before() -> rx.Component:
    return rx.el.ul(
        fact(
            "exit",
            "Tombol Keluar cepat selalu ada di atas.",
            "Isian yang belum dikirim langsung dihapus dan layar pindah ke halaman cuaca. "
            "Menekan Kembali tidak menampilkannya lagi.",
        ),
        fact(
            "history",
            "Riwayat peramban tidak ikut terhapus.",
            "Alamat situs ini tetap tercatat di HP. Pakailah mode penyamaran, atau hapus riwayatnya sesudah selesai.",
        ),
        fact(
            "lock",
            "Nama tidak perlu disebut.",
            "Semua pertanyaan boleh dilewati, kecuali satu: apa yang dapat kami bantu.",
        ),
        class_name="rows border-t border-base-300",
        custom_attrs={"role": "list"},
    )


def fact(picture: str, title: str, text: str) -> rx.Component:
    return rx.el.li(
        kit.icon(picture, "size-6 mt-1 text-primary"),
        rx.el.div(
            rx.el.p(title, class_name="font-semibold"),
            rx.el.p(text, class_name="text-muted"),
            class_name="min-w-0",
        ),
        class_name="flex gap-4 py-4",
    )


def by_whatsapp() -> rx.Component:
    return kit.section(
        "Lebih suka lewat WhatsApp?",
        rx.el.p(
            "Percakapan WhatsApp tersimpan di HP Anda dan dapat dibaca orang yang membukanya. "
            "Hapus percakapan itu bila perlu.",
            class_name="text-muted",
        ),
        kit.button("Buka WhatsApp", href=value("whatsapp"), kind="plain", icon="message", rel="noreferrer"),
    )
