"""The conversation behind a code, and taking the report back."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.kit.fields import error_of
from rindu_app.components.slots import each, optional, value, when
from rindu_app.pages.public.frame import error, hidden, post_form, unseen

LINK = "text-primary underline underline-offset-4"


def conversation() -> rx.Component:
    """Slots: `words` (status), `messages`, `appointments`, `files`, `key`, `typed`, `may_withdraw`, `withdrawn`, `has_code`, `asked`, `errors`, `mark`."""
    return kit.citizen_shell(
        kit.error_summary(),
        kit.page_title("Percakapan Anda", lead=value("words"), focus=True),
        when("appointments", meetings()),
        thread(),
        write(),
        kit.section("Berkas", files(), add_files()),
        when("asked", ask_feedback()),
        more(),
    )


def thread() -> rx.Component:
    return when(
        "messages",
        rx.el.ol(
            each(
                "m in messages",
                rx.el.li(
                    rx.el.p(
                        rx.el.span(
                            "{% if m.mine %}Anda{% else %}Konselor{% endif %}", class_name="font-semibold"
                        ),
                        rx.el.span(" ", value("m.when"), class_name="text-sm text-muted"),
                    ),
                    rx.el.p(value("m.text"), class_name="whitespace-pre-wrap break-words"),
                    class_name="px-4 py-3 {% if not m.mine %}bg-primary-soft{% endif %}",
                    id="{% if loop.last %}terakhir{% else %}pesan-{{ loop.index }}{% endif %}",
                ),
            ),
            class_name="box rows overflow-hidden",
            custom_attrs={"role": "list", "aria-label": "Pesan"},
        ),
        otherwise=rx.el.p(
            "{% if withdrawn %}Anda boleh menulis lagi kapan saja.{% else %}"
            "Belum ada pesan. Jawaban konselor muncul di sini. Anda boleh menambah cerita kapan saja.{% endif %}",
            class_name="text-muted",
        ),
    )


def write() -> rx.Component:
    return post_form(
        hidden("key", value("key")),
        kit.textarea("Tulis pesan", "text", rows=4, default_value=optional("typed"), error=error("text")),
        kit.button("Kirim", main=True, icon="send"),
        action="/percakapan",
    )


def meetings() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Janji bertemu", class_name="section-title"),
        error_of("janji-jawab", error("janji")),
        rx.el.ul(each("a in appointments", meeting()), class_name="box rows", custom_attrs={"role": "list"}),
        id="janji",
        class_name="grid gap-3 min-w-0",
        custom_attrs={"tabindex": "-1"},
    )


def meeting() -> rx.Component:
    place = when(
        "a.link",
        rx.el.a(
            "Buka ruang bicara",
            href=value("a.link"),
            rel="noreferrer",
            class_name=f"inline-block py-2 {LINK}",
        ),
        otherwise=rx.el.p(value("a.place"), class_name="text-muted"),
    )
    return rx.el.li(
        rx.el.p(value("a.when"), class_name="font-semibold"),
        rx.el.p(value("a.mode"), class_name="text-muted"),
        place,
        when("not a.open", rx.el.p(value("a.status"), class_name="font-semibold")),
        when(
            "a.open",
            rx.el.form(
                kit.button("Setuju", unseen(value("', ' ~ a.when")), name="jawab", value="ya"),
                kit.button(
                    "Tidak bisa", unseen(value("', ' ~ a.when")), kind="plain", name="jawab", value="tidak"
                ),
                action="/percakapan/janji/" + value("a.uid"),
                method="post",
                class_name="flex flex-wrap gap-3 pt-2",
            ),
        ),
        class_name="px-4 py-3",
    )


def files() -> rx.Component:
    row = rx.el.li(
        rx.el.a(
            kit.icon("attach", "size-5 text-primary"),
            rx.el.span(value("f.name"), class_name="grow min-w-0 break-all underline underline-offset-4"),
            rx.el.span(value("f.size"), class_name="text-sm text-muted"),
            href="/percakapan/berkas/" + value("f.uid"),
            class_name="row-link px-4",
        )
    )
    return when(
        "files", rx.el.ul(each("f in files", row), class_name="box rows", custom_attrs={"role": "list"})
    )


def add_files() -> rx.Component:
    return post_form(
        kit.field(
            "Tambah foto, suara, atau dokumen", "files", type="file", error=error("files"),
            custom_attrs={"multiple": True, "accept": "image/*,audio/*,application/pdf"},
        ),
        kit.button("Unggah", kind="plain", icon="attach"),
        action="/percakapan/berkas",
        enc_type="multipart/form-data",
        id="berkas",
    )  # fmt: skip


def ask_feedback() -> rx.Component:
    """Quiet and below everything else: what she came for stands first."""
    return kit.notice(
        "Lima pertanyaan singkat, tanpa nama. Konselor Anda tidak melihat jawabannya.",
        rx.el.a("Beri masukan", href="/percakapan/masukan", class_name=f"inline-block py-2 {LINK}"),
        title="Bagaimana bantuan kami?",
    )


def more() -> rx.Component:
    return kit.rows(
        when("has_code", kit.link_row("Lihat angka saya", "/cerita/angka", action=True)),
        kit.link_row("Ubah cara dihubungi", "/percakapan/kontak", action=True),
        when("may_withdraw", kit.link_row("Tarik kembali laporan ini", "/percakapan/tarik", action=True)),
        class_name="border-t border-base-300",
    )


def withdraw() -> rx.Component:
    return kit.citizen_shell(
        kit.back_link("/percakapan"),
        kit.page_title(
            "Tarik kembali laporan ini?",
            lead="Tidak apa-apa, keputusan ada di tangan Anda. Konselor diberi tahu dan tidak menindaklanjuti lagi.",
            focus=True,
        ),
        rx.el.p(
            "Yang sudah Anda tulis tetap terkunci selama aturan mewajibkannya. "
            "Percakapan tetap dapat dibuka dengan angka Anda, dan Anda boleh menulis lagi kapan saja.",
            class_name="text-muted",
        ),
        post_form(
            rx.el.div(
                kit.button("Ya, tarik kembali", kind="danger", main=True),
                kit.button("Tidak jadi", href="/percakapan", kind="quiet"),
                class_name="grid gap-3 justify-items-center sm:flex",
            ),
            action="/percakapan/tarik",
        ),
    )
