"""Referrals that wait: the latest first, in their own clock."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import listing, more
from rindu_app.components.counsellor.rows import referral_row, wide_rows
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.referrals import WaitingReferrals
from rindu_app.words import routes


@screen(COUNSELLOR, routes.REFERRALS, title="Rujukan", on_load=[WaitingReferrals.load, Nav.load])
def referrals() -> Parts:
    rows = rx.el.div(
        wide_rows(
            rx.foreach(WaitingReferrals.rows, lambda row: referral_row(row, title=row.title, key=row.key)),
            label="Rujukan",
        ),
        more(WaitingReferrals.more, WaitingReferrals.more_rows),
        class_name="grid grid-cols-1 gap-5",
    )
    nothing = kit.empty(
        "Tidak ada rujukan yang menunggu.",
        "Rujukan dibuat dari berkas kasus, bagian Rujukan.",
        kit.button("Ke daftar kasus", kind="plain", href=routes.CASES),
    )
    header = kit.staff_header("Rujukan", below=rx.cond(WaitingReferrals.supervises, pills()))
    return Parts(
        header,
        [listing(rows, ready=WaitingReferrals.ready, count=WaitingReferrals.rows.length(), nothing=nothing)],
    )


def pills() -> rx.Component:
    return kit.pills(pill("Wilayah", "area"), pill("Kasus saya", "mine"), label="Bagian daftar rujukan")


def pill(text: str, view: str) -> rx.Component:
    return kit.pill(text, on_click=WaitingReferrals.show(view), chosen=WaitingReferrals.view == view)
