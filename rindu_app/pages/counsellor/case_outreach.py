"""Visits to where the client is: the plan with the team's safety, leaving, and what came of it."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.beside import both_versions
from rindu_app.components.counsellor.forms import form, pick, step
from rindu_app.pages.counsellor.case_sections import hidden, line, must_choose
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_services import CaseServices
from rindu_app.words.codes import AddressCheck
from rindu_app.words.labels import labelled

head = CaseServices.head


def visits() -> rx.Component:
    return kit.section(
        "Penjangkauan",
        rx.cond(
            CaseServices.visits.length() > 0,
            kit.rows(rx.foreach(CaseServices.visits, visit_row), label="Penjangkauan"),
            rx.el.p("Belum ada penjangkauan.", class_name="text-muted"),
        ),
        rx.cond(
            head.goes_on & ~CaseServices.visit_under_way,
            rx.el.div(step("Rencanakan penjangkauan", plan_form(), key=f"visit-step-{CaseServices.done}")),
        ),
    )


def visit_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="font-semibold"),
            rx.el.span(row.state, class_name="text-sm font-semibold text-muted"),
            class_name="flex flex-wrap items-baseline justify-between gap-x-4",
        ),
        rx.foreach(row.lines, line),
        rx.cond(head.goes_on & row.planned, before_leaving(row)),
        rx.cond(head.goes_on & row.going, end_form(row)),
        class_name="grid gap-1 py-4",
        key=row.uid,
    )


def before_leaving(row: rx.Var) -> rx.Component:
    return rx.el.div(
        kit.button("Catat tim berangkat", icon="place", on_click=CaseServices.go(row.uid), class_name="justify-self-start mt-2"),
        step("Perbaiki rencana", check_form(row), key=f"check-step-{CaseServices.done}"),
        step("Batalkan", cancel_form(row), key=f"cancel-step-{CaseServices.done}"),
        class_name="grid",
    )  # fmt: skip


def plan_form() -> rx.Component:
    error = AppState.errors
    return form(
        rx.el.div(
            kit.field("Tanggal", "visit_day", type="date", min=head.today, required=True, error=error["visit_day"]),
            kit.field("Jam", "visit_time", type="time", required=True),
            class_name="grid gap-3 grid-cols-2 items-end",
        ),
        rx.el.fieldset(
            rx.el.legend("Yang berangkat", class_name="font-semibold"),
            rx.foreach(CaseServices.team, lambda one: rx.el.div(pick("visit_people", one.value, one.text, several=True), key=one.value)),
            wrong(error["visit_people"]),
        ),
        address("visit", error["visit_address"]),
        travel("visit", error["visit_travel_minutes"]),
        safety("visit", error["visit_safety"]),
        rx.el.fieldset(
            rx.el.legend("Yang perlu disiapkan untuk klien", class_name="font-semibold"),
            rx.foreach(CaseServices.needs, lambda one: rx.el.div(pick("visit_needs", one.value, one.text, several=True), key=one.value)),
        ),
        kit.button("Simpan rencana", kind="plain"),
        on_submit=CaseServices.plan,
        key=f"visit-{CaseServices.done}",
    )  # fmt: skip


def check_form(row: rx.Var) -> rx.Component:
    error = AppState.errors
    return form(
        hidden(row.uid),
        address("check", error["check_address"], default_value=row.address),
        travel("check", error["check_travel_minutes"], default_value=row.travel),
        safety("check", error["check_safety"], default_value=row.safety),
        both_versions(CaseServices, "check", row.uid),
        kit.button("Simpan rencana", kind="plain"),
        on_submit=CaseServices.check,
        key=f"check-{CaseServices.done}",
    )


def end_form(row: rx.Var) -> rx.Component:
    error = AppState.errors
    return form(
        hidden(row.uid),
        must_choose("Hasil penjangkauan", "end_result", CaseServices.outcomes, error["end_result"]),
        kit.textarea("Catatan", "end_note", rows=3, error=error["end_note"]),
        kit.button("Simpan hasil"),
        on_submit=CaseServices.end,
        key=f"end-{CaseServices.done}",
        class_name="mt-3",
    )


def cancel_form(row: rx.Var) -> rx.Component:
    return form(
        hidden(row.uid),
        kit.textarea(
            "Alasan", "cancel_reason", rows=2, required=True, error=AppState.errors["cancel_reason"]
        ),
        kit.button("Batalkan penjangkauan", kind="danger"),
        on_submit=CaseServices.cancel,
        key=f"cancel-{CaseServices.done}",
    )


def address(name: str, error: rx.Var, **props: rx.Var) -> rx.Component:
    return kit.select(
        "Alamat", f"{name}_address", *kit.options(labelled(AddressCheck)), error=error,
        hint="Tim tidak berangkat sebelum alamat atau tempat bertemunya dipastikan.", **props,
    )  # fmt: skip


def travel(name: str, error: rx.Var, **props: rx.Var) -> rx.Component:
    return kit.field("Lama perjalanan (menit)", f"{name}_travel_minutes", type="number", min="1", error=error, **props)  # fmt: skip


def safety(name: str, error: rx.Var, **props: rx.Var) -> rx.Component:
    return kit.textarea(
        "Keamanan tim", f"{name}_safety", rows=3, required=True, error=error,
        hint="Siapa yang tahu, kapan memberi kabar, dan kapan harus pergi.", **props,
    )  # fmt: skip


def wrong(error: rx.Var) -> rx.Component:
    """What is wrong with a group of boxes."""
    return rx.cond(error, rx.el.p(kit.icon("warning"), rx.el.span(error), class_name="field-error"))
