"""Who works on a case, and who has looked at it."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, selects, step
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.case_transfers import asked_and_answered, assign, what_can_be_asked
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_team import CaseTeam
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes

head = CaseTeam.head


@screen(
    COUNSELLOR, "/kasus/[nomor]/tim", title="Kasus", on_load=[CaseTeam.load, Nav.load], current=routes.CASES
)
def case_team() -> Parts:
    return case_part(CaseTeam, "tim", team())


def team() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            kit.section("Tim", kit.rows(rx.foreach(CaseTeam.team, member_row), label="Tim")),
            asked_and_answered(),
            rx.cond(
                head.goes_on,
                rx.el.div(add_member(), what_can_be_asked()),
                rx.cond(CaseTeam.transfers.may_assign, assign()),
            ),
            rx.el.p(
                "Petugas yang mengenal terlapor dihalangi dari halaman laporannya.",
                class_name="text-sm text-muted",
            ),
            class_name="grid gap-6 content-start",
        ),
        kit.section(
            "Siapa membuka dan mengubah",
            kit.rows(rx.foreach(CaseTeam.access, access_row), label="Siapa membuka dan mengubah"),
        ),
        class_name="columns-file",
    )


def member_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(row.name, class_name="block font-semibold"),
            rx.el.span(row.detail, class_name="block text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        rx.cond(
            row.removable & head.goes_on,
            kit.button(
                "Keluarkan",
                kind="quiet",
                on_click=CaseTeam.remove_member(row.account_id),
                custom_attrs={"aria-label": "Keluarkan " + row.name},
            ),
        ),
        class_name="flex items-center gap-3 min-h-14 py-2",
        key=row.uid,
    )


def add_member() -> rx.Component:
    return step(
        "Tambah anggota tim",
        form(
            selects(
                "Petugas",
                "member_account_id",
                CaseTeam.colleagues,
                "Pilih petugas",
                required=True,
                error=AppState.errors["member_account_id"],
            ),
            kit.button("Tambahkan", kind="plain"),
            on_submit=CaseTeam.add_member,
            key=f"member-{CaseTeam.done}",
        ),
        key=f"member-step-{CaseTeam.done}",
    )


def access_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.span(row.by, " · ", row.act, class_name="grow min-w-0"),
        rx.el.span(row.when, class_name="text-sm text-muted shrink-0"),
        class_name="flex items-center gap-3 py-2",
        key=row.key,
    )
