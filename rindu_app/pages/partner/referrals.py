"""A partner's home."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import listing, more
from rindu_app.components.counsellor.rows import referral_row, wide_rows
from rindu_app.pages.partner.workspace import PARTNER
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.partner.referrals import AddressedList
from rindu_app.words import routes


@screen(PARTNER, routes.ADDRESSED, title="Rujukan", on_load=[AddressedList.load, AddressedList.watch])
def referrals() -> Parts:
    rows = rx.el.div(
        wide_rows(
            rx.foreach(AddressedList.rows, lambda row: referral_row(row, title=row.service, key=row.number)),
            label="Rujukan",
        ),
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
    ended, show = AddressedList.ended, AddressedList.show
    return kit.pills(
        kit.pill("Menunggu Anda", on_click=show("open"), chosen=~ended),
        kit.pill("Selesai", on_click=show("ended"), chosen=ended),
        label="Bagian daftar rujukan",
    )
