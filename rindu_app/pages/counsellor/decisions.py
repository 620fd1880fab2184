"""Decisions that wait for a supervisor, oldest first."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick
from rindu_app.pages.counsellor.offered import offered_row
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.decisions import Decisions
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.offered import Offered
from rindu_app.words import routes


@screen(
    COUNSELLOR,
    routes.DECISIONS,
    title="Keputusan",
    on_load=[Decisions.load, Offered.load, Nav.load],
    current=routes.INBOX,
)
def decisions() -> Parts:
    listed = rx.cond(
        (Decisions.rows.length() > 0) | (Decisions.stays.length() > 0) | (Offered.office.length() > 0),
        kit.rows(
            rx.foreach(Offered.office, offered_row),
            rx.foreach(Decisions.stays, stay_decision),
            rx.foreach(Decisions.rows, decision),
            label="Menunggu keputusan",
        ),
        kit.empty(
            "Tidak ada yang menunggu keputusan.",
            "Permintaan dari tim wilayah Anda muncul di sini, yang terlama di atas.",
        ),
    )
    body = rx.cond(Decisions.phase == "ready", listed, kit.loading())
    return Parts(
        kit.staff_header("Menunggu keputusan", eyebrow="Penyelia"),
        [rx.el.div(body, on_unmount=[Decisions.leave, Offered.leave], class_name="measure")],
    )


def stay_decision(row: rx.Var) -> rx.Component:
    """More days in a shelter are decided beside the stay itself."""
    return rx.el.li(
        rx.el.p(row.title, class_name="font-semibold"),
        rx.el.p(row.asked, " · ", row.number, class_name="text-sm text-muted"),
        rx.cond(
            row.mine,
            rx.el.p("Permintaan Anda sendiri diputuskan oleh penyelia lain.", class_name="text-sm text-muted"),
            rx.el.div(kit.button("Lihat masa tinggalnya dan putuskan", kind="plain", href=row.href)),
        ),
        class_name="grid gap-2 py-5",
        key=row.uid,
    )  # fmt: skip


def decision(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.title, class_name="font-semibold"),
        rx.el.p(row.reason),
        rx.el.p(row.asked, " · ", rx.el.a(row.number, href=row.href, class_name="link whitespace-nowrap"), class_name="text-sm text-muted"),
        rx.el.p(row.state, class_name=["text-sm font-semibold", rx.cond(row.stands, "text-warning", "text-muted")]),
        rx.cond(
            row.mine,
            rx.el.p("Permintaan Anda sendiri diputuskan oleh penyelia lain.", class_name="text-sm text-muted"),
            answer(row),
        ),
        class_name="grid gap-2 py-5",
        key=row.uid,
    )  # fmt: skip


def answer(row: rx.Var) -> rx.Component:
    """Each request has a form of its own; its comment is named after it, so that a refusal finds it."""
    name = row.uid + "_comment"
    return form(
        rx.el.input(type="hidden", name="uid", custom_attrs={"value": row.uid}),
        rx.el.input(type="hidden", name="number", custom_attrs={"value": row.number}),
        rx.el.fieldset(
            rx.el.legend("Keputusan", class_name="sr-only"),
            pick("answer", "yes", "Setuju", required=True),
            pick("answer", "no", "Belum setuju", required=True),
        ),
        rx.el.div(
            rx.el.label("Catatan", html_for=name, class_name="font-semibold"),
            rx.cond(
                AppState.errors[name],
                rx.el.p(kit.icon("warning"), rx.el.span(AppState.errors[name]), class_name="field-error"),
            ),
            rx.el.textarea(id=name, name="comment", rows="2", class_name="control"),
            class_name="field",
        ),
        kit.button("Simpan keputusan", kind="plain"),
        on_submit=Decisions.decide,
        key=row.uid + "-form",
        class_name="max-w-xl",
    )
