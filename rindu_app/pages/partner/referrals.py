"""A partner's home."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import listing, more
from rindu_app.components.counsellor.rows import wide_rows
from rindu_app.pages.partner.workspace import PARTNER
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.partner.referrals import AddressedList
from rindu_app.words import routes


@screen(PARTNER, routes.ADDRESSED, title="Rujukan", on_load=[AddressedList.load, AddressedList.watch])
def referrals() -> Parts:
    rows = rx.el.div(
        wide_rows(rx.foreach(AddressedList.rows, row), label="Rujukan"),
        more(AddressedList.more, AddressedList.more_rows),
        class_name="grid grid-cols-1 gap-5",
    )
    nothing = rx.cond(
        AddressedList.ended,
        kit.empty("Belum ada rujukan yang selesai."),
        kit.empty(
            "Tidak ada rujukan yang menunggu Anda.",
            "Rujukan baru muncul di sini dengan sendirinya, dan dikabarkan lewat surel lembaga Anda.",
        ),
    )
    header = kit.staff_header("Rujukan", below=pills())
    return Parts(
        header, [listing(rows, ready=AddressedList.ready, count=AddressedList.rows.length(), nothing=nothing)]
    )


def pills() -> rx.Component:
    return rx.el.nav(
        pill("Menunggu Anda", "open", ~AddressedList.ended),
        pill("Selesai", "ended", AddressedList.ended),
        class_name="pills",
        custom_attrs={"aria-label": "Bagian daftar rujukan"},
    )


def pill(text: str, view: str, chosen: rx.Var) -> rx.Component:
    return rx.el.button(
        text,
        on_click=AddressedList.show(view),
        type="button",
        class_name="pill",
        custom_attrs={"aria-pressed": rx.cond(chosen, "true", "false")},
    )


def row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                rx.cond(row.urgent, kit.status_word("Mendesak", "danger")),
                rx.el.span(row.service, class_name="block text-base font-semibold"),
                rx.el.span(row.detail, class_name="block text-sm text-muted"),
                class_name="grow min-w-0",
            ),
            rx.el.span(
                rx.el.span(
                    row.due,
                    class_name=["block text-sm font-semibold", rx.cond(row.late, "text-error", "")],
                ),
                rx.el.span(row.status, class_name="block text-xs text-muted"),
                class_name="text-right shrink-0 max-w-36",
            ),
            href=row.href,
            class_name="row-link items-start py-3 px-5 bg-base-100",
        ),
        key=row.number,
    )
