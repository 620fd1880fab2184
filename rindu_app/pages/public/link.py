"""What somebody of a partner without an account sees: the code first, then one referral. Plain pages, as for citizens."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import each, optional, value, when
from rindu_app.pages.public.frame import error, hidden, post_form
from rindu_app.words.routes import LINK


def shell(*children: rx.Component) -> rx.Component:
    return kit.citizen_shell(*children, leave=False)


def enter() -> rx.Component:
    """Slots: `path` (this page's own address), `errors`."""
    return shell(
        kit.error_summary(),
        kit.page_title(
            "Masukkan kode",
            lead="Petugas yang mengirim alamat ini menyampaikan 6 angka kepada Anda lewat telepon.",
            focus=True,
        ),
        post_form(
            kit.field(
                "Kode", "code", error=error("code"), max_length=20, class_name="text-xl tabular-nums tracking-wider",
                custom_attrs={"inputmode": "numeric"},
            ),
            kit.button("Buka", main=True),
            action=value("path"),
        ),
        rx.el.p("Belum mendapat kode? Hubungi petugas yang mengirimnya.", class_name="text-muted"),
    )  # fmt: skip


def referral() -> rx.Component:
    """Slots: `r` (a `ShownReferral`), `errors`, `typed`."""
    return shell(
        kit.error_summary(),
        kit.page_title(value("r.service"), eyebrow=value("r.number"), lead=value("r.purpose"), focus=True),
        rx.el.p(value("r.sent"), class_name="text-muted"),
        when("r.due", rx.el.p("Ditunggu: ", rx.el.strong(value("r.due")))),
        kit.section(
            "Yang boleh Anda ketahui",
            rx.el.dl(
                each(
                    "piece in r.pieces",
                    rx.el.div(
                        rx.el.dt(value("piece.label"), class_name="text-muted"),
                        rx.el.dd(value("piece.text"), class_name="whitespace-pre-wrap wrap-anywhere"),
                    ),
                ),
                class_name="grid gap-4",
            ),
            rx.el.p("Hanya ini yang diizinkan orangnya. Pakailah untuk rujukan ini saja, dan jangan diteruskan.", class_name="text-muted"),
        ),
        when("r.waits", answer("accept", "Terima rujukan", main=True)),
        kit.section("Sudah selesai", answer("finish", "Kirim hasil", words="Hasilnya")),
        when("r.waits", kit.section("Tidak dapat menerima", answer("refuse", "Tolak rujukan", words="Alasan"))),
        kit.section("Layanan tidak tersedia", answer("miss", "Kirim", words="Keterangan, bila perlu")),
        when("r.phone", rx.el.p("Ada yang perlu ditanyakan? Hubungi ", value("r.office"), ", ", value("r.phone"), ".")),
    )  # fmt: skip


def answer(action: str, send: str, *, words: str = "", main: bool = False) -> rx.Component:
    """One answer with its words; what was typed comes back where it was refused."""
    name = f"{action}_note"
    field = (
        [kit.textarea(words, name, rows=3, default_value=optional(f"typed.{name}"), error=error(name))]
        if words
        else []
    )
    button = kit.button(send, main=main, kind="primary" if main else "plain")
    return post_form(hidden("jawab", action), *field, rx.el.div(button), action=LINK)


def over() -> rx.Component:
    """Slots: `title`, `text`. It has ended, or nobody brought a code."""
    return shell(kit.page_title(value("title"), lead=value("text"), focus=True))


LINK_PAGES = {"tautan": enter, "tautan-rujukan": referral, "tautan-selesai": over}
