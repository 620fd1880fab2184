"""The code that opens the conversation again."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.kit.fields import error_of
from rindu_app.components.slots import value, when
from rindu_app.pages.public.frame import error, post_form


def receipt() -> rx.Component:
    """Slots: `code` (in groups of four), `read_by` (a sentence), `urgent`, `errors`, `mark`."""
    return kit.citizen_shell(
        kit.error_summary(),
        kit.page_title(
            "Pesan Anda sudah kami terima.",
            lead=rx.el.span(value("read_by"), " Simpan angka ini untuk membaca jawabannya."),
            focus=True,
        ),
        kit.code_box(value("code")),
        when("urgent", in_danger()),
        rx.el.p(
            "Angka ini mirip nomor token listrik. Catat di tempat yang wajar, atau hafalkan. "
            "Kami tidak dapat menampilkannya lagi setelah Anda keluar.",
            class_name="text-muted",
        ),
        keeping(),
        post_form(
            rx.el.div(
                error_of("saved", error("saved")),
                kit.tick("saved", "1", "Saya sudah menyimpannya", id="saved"),
            ),
            kit.button("Selesai dan keluar", main=True),
            action="/cerita/angka",
        ),
        kit.rows(kit.link_row("Tambah cerita atau berkas", "/percakapan", action=True)),
    )


def in_danger() -> rx.Component:
    return rx.el.p(
        "Bila keadaan memburuk, jangan menunggu jawaban. Hubungi ",
        rx.el.a("112", href="tel:112", class_name="font-bold text-error"),
        " atau ",
        rx.el.a("110", href="tel:110", class_name="font-bold text-error"),
        ".",
        class_name="box px-4 py-3",
    )


def keeping() -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            "Cara menyimpan yang aman", class_name="min-h-12 py-3 text-primary underline underline-offset-4"
        ),
        rx.el.ul(
            *[
                rx.el.li(text)
                for text in (
                    "Tulis di kertas seperti nomor token, tanpa keterangan lain.",
                    "Atau simpan di catatan HP dengan judul “token listrik”.",
                    "Jangan mengambil tangkapan layar bila galeri HP dilihat orang lain.",
                    "Atau titipkan kepada orang yang Anda percaya.",
                )
            ],
            class_name="list-disc pl-6 grid gap-2 text-muted",
        ),
    )
