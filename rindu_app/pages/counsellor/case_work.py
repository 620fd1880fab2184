"""Tasks, risk, and the way to closing."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, step
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case import CasePage
from rindu_app.words.codes import Risk
from rindu_app.words.labels import label

head, folder = CasePage.head, CasePage.folder


def tasks() -> rx.Component:
    return kit.section(
        "Harus dilakukan",
        rx.cond(
            folder.tasks.length() > 0,
            kit.rows(rx.foreach(folder.tasks, task_row), label="Harus dilakukan", class_name="border-t border-base-300"),
            rx.el.p("Tidak ada tugas terbuka.", class_name="text-muted"),
        ),
        rx.cond(head.goes_on, rx.el.div(step("Tambah tugas", task_form(), key=f"task-step-{CasePage.done}"))),
        rx.cond(folder.done_tasks.length() > 0, done_tasks()),
    )  # fmt: skip


def task_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.cond(head.may_work, finish(row)),
        rx.el.span(
            rx.el.span(row.title, class_name="block"),
            rx.el.span(row.owner, class_name="block text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        rx.el.span(
            row.due,
            class_name=["text-sm font-semibold text-right shrink-0", rx.cond(row.late, "text-error", "")],
        ),
        class_name="flex items-center gap-1 py-1",
        key=row.uid,
    )


def finish(row: rx.Var) -> rx.Component:
    return rx.el.button(
        rx.el.span("Selesaikan: ", row.title, class_name="sr-only"),
        rx.el.span(class_name="tick block", custom_attrs={"aria-hidden": "true"}),
        on_click=CasePage.finish_task(row.uid),
        type="button",
        class_name="size-12 -ml-3 grid place-items-center cursor-pointer shrink-0",
    )


def done_tasks() -> rx.Component:
    return rx.el.details(
        rx.el.summary("Sudah selesai", class_name="min-h-12 py-3 text-sm underline underline-offset-4"),
        rx.el.ul(
            rx.foreach(
                folder.done_tasks,
                lambda row: rx.el.li(
                    row.title,
                    rx.cond(row.dropped, " (diakhiri bersama kasusnya)", ""),
                    class_name="py-1 text-muted",
                    key=row.uid,
                ),
            )
        ),
    )


def task_form() -> rx.Component:
    return form(
        kit.field("Yang harus dilakukan", "task_title", required=True, error=AppState.errors["task_title"], auto_complete="off"),
        rx.el.div(
            kit.field("Tanggal", "task_day", type="date", min=head.today, required=True, error=AppState.errors["task_day"]),
            kit.field("Jam", "task_time", type="time"),
            class_name="grid gap-3 grid-cols-2",
        ),
        kit.select(
            "Oleh",
            "task_owner_id",
            rx.foreach(folder.team, lambda row: rx.el.option(row.name, value=row.account_id, key=row.uid)),
            error=AppState.errors["task_owner_id"],
        ),
        kit.button("Simpan tugas", kind="plain"),
        on_submit=CasePage.add_task,
        key=f"task-{CasePage.done}",
    )  # fmt: skip


def risk_step() -> rx.Component:
    return rx.cond(
        head.goes_on,
        rx.el.div(
            step(
                "Ubah risiko",
                form(
                    rx.el.fieldset(
                        rx.el.legend("Risiko sekarang", class_name="sr-only"),
                        *[pick("risk_level", str(risk), label(risk), required=True) for risk in Risk],
                    ),
                    kit.textarea("Alasan", "risk_reason", rows=2, required=True, error=AppState.errors["risk_reason"]),
                    kit.button("Tetapkan risiko", kind="plain"),
                    on_submit=CasePage.change_risk,
                    key=f"risk-{CasePage.done}",
                ),
                key=f"risk-step-{CasePage.done}",
            )
        ),
    )  # fmt: skip


def ending() -> rx.Component:
    """Closing is a part of the file of its own, and so is opening again."""
    return rx.cond(
        head.may_work,
        kit.rows(
            kit.link_row(
                rx.cond(head.is_open, "Tutup kasus", "Buka kembali kasus"),
                head.href + "/penutupan",
                hint=rx.cond(head.is_open, "Lewat penyelia. Dapat dibuka kembali.", "Berkasnya tetap utuh."),
            ),
            label="Penutupan",
        ),
    )
