"""My week: a list on a phone, seven columns on a wide screen; below it my hours and days off."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, step
from rindu_app.components.counsellor.rows import plan_row, wide_rows
from rindu_app.components.counsellor.week import day_column, week_bar
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.schedule import Schedule
from rindu_app.words import routes
from rindu_app.words.codes import DayOffKind
from rindu_app.words.labels import labelled


@screen(COUNSELLOR, routes.SCHEDULE, title="Jadwal", on_load=[Schedule.load, Nav.load])
def schedule() -> Parts:
    filled = rx.el.div(
        rx.cond(Schedule.late.length() > 0, late()),
        rx.el.section(
            week_bar(Schedule.title, Schedule.ahead, Schedule.turn),
            rx.el.div(rx.foreach(Schedule.days, day_column), class_name="week-grid"),
            class_name="grid gap-4 min-w-0",
        ),
        settings(),
        class_name="grid grid-cols-1 gap-8",
    )
    body = rx.cond(Schedule.ready, filled, kit.loading())
    groups = kit.button("Kelompok", kind="plain", icon="people", href=routes.GROUPS)
    return Parts(kit.staff_header("Jadwal", actions=[groups]), [rx.el.div(body, on_unmount=Schedule.leave)])


def late() -> rx.Component:
    return kit.section("Sudah lewat", wide_rows(rx.foreach(Schedule.late, plan_row), label="Sudah lewat"))


def settings() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Kapan saya bekerja", class_name="section-title"),
        rx.el.div(
            step("Jam kerja saya", hours_form(), key=f"hours-step-{Schedule.done}"),
            step("Hari tidak di tempat", days_off(), key=f"away-step-{Schedule.done}"),
            class_name="border-t border-base-300",
        ),
        class_name="grid gap-3 max-w-160",
    )


def hours_form() -> rx.Component:
    return form(
        rx.el.p(
            "Kosongkan semuanya untuk memakai jam kantor. Hari yang kosong berarti tidak bekerja.",
            class_name="text-sm text-muted",
        ),
        rx.foreach(Schedule.hours, hours_row),
        kit.button("Simpan jam kerja", kind="plain"),
        on_submit=Schedule.keep_hours,
        key=f"hours-{Schedule.done}",
    )


def hours_row(row: rx.Var) -> rx.Component:
    """Two fields in one line, each with its own name for a screen reader; the day stands beside them."""
    problem = AppState.errors["hours_opens_" + row.day]
    return rx.el.fieldset(
        rx.el.legend(row.title, class_name="font-semibold"),
        rx.cond(
            problem,
            rx.el.p(kit.icon("warning"), rx.el.span(problem), class_name="field-error"),
        ),
        rx.el.div(
            time_field("Mulai", "hours_opens_" + row.day, row.opens),
            time_field("Selesai", "hours_closes_" + row.day, row.closes),
            class_name="grid grid-cols-2 gap-3",
        ),
        key=row.day,
        class_name="min-w-0",
    )


def time_field(label: str, name: rx.Var, given: rx.Var) -> rx.Component:
    return rx.el.label(
        rx.el.span(label, class_name="text-sm text-muted"),
        rx.el.input(type="time", name=name, id=name, default_value=given, class_name="control"),
        class_name="grid gap-1 min-w-0",
    )


def days_off() -> rx.Component:
    return rx.el.div(
        rx.cond(
            Schedule.away.length() > 0,
            kit.rows(rx.foreach(Schedule.away, away_row), label="Hari tidak di tempat"),
        ),
        form(
            kit.select("Karena", "away_kind", *kit.options(labelled(DayOffKind))),
            rx.el.div(
                kit.field("Hari pertama", "away_first", type="date", min=Schedule.today, required=True, error=AppState.errors["away_first"]),
                kit.field("Hari terakhir", "away_last", type="date", min=Schedule.today, error=AppState.errors["away_last"]),
                class_name="grid gap-3 sm:grid-cols-2",
            ),
            kit.button("Catat hari", kind="plain"),
            on_submit=Schedule.add_days_off,
            key=f"away-{Schedule.done}",
        ),
        class_name="grid gap-4",
    )  # fmt: skip


def away_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.span(row.title, class_name="grow min-w-0"),
        kit.button(
            "Hapus",
            kind="quiet",
            on_click=Schedule.drop_days_off(row.uid),
            custom_attrs={"aria-label": "Hapus: " + row.title},
        ),
        class_name="flex items-center gap-3 py-1",
        key=row.uid,
    )
