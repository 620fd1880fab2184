"""My meetings and tasks in one list."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.rows import plan_row, wide_rows
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.schedule import Schedule
from rindu_app.words import routes


@screen(COUNSELLOR, routes.SCHEDULE, title="Jadwal", on_load=[Schedule.load, Nav.load])
def schedule() -> Parts:
    nothing = kit.empty(
        "Tidak ada janji atau tugas.",
        "Usulkan waktu dari sebuah laporan, atau tambahkan tugas pada sebuah kasus.",
    )
    filled = rx.el.div(
        rx.cond(Schedule.late.length() > 0, part("Sudah lewat", Schedule.late)),
        rx.cond(Schedule.coming.length() > 0, part("Yang akan datang", Schedule.coming)),
        class_name="grid grid-cols-1 gap-8",
    )
    has_rows = (Schedule.late.length() > 0) | (Schedule.coming.length() > 0)
    body = rx.cond(Schedule.ready, rx.cond(has_rows, filled, nothing), kit.loading())
    return Parts(kit.staff_header("Jadwal"), [rx.el.div(body, on_unmount=Schedule.leave)])


def part(title: str, rows: rx.Var) -> rx.Component:
    return kit.section(title, wide_rows(rx.foreach(rows, plan_row), label=title))
