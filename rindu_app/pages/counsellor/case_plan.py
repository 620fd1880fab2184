"""The plan: goals in her words, what is done for each, her agreement, the supervisor's word."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_plan import CasePlan
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import ConsentGiver, Progress
from rindu_app.words.labels import labelled

head = CasePlan.head


@screen(
    COUNSELLOR, "/kasus/[nomor]/rencana", title="Kasus", on_load=[CasePlan.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_plan() -> Parts:
    return case_part(
        CasePlan,
        "rencana",
        rx.el.div(
            rx.el.div(goals(), dropped(), versions(), class_name="grid gap-8 min-w-0 content-start"),
            rx.el.div(standing(), rx.cond(head.goes_on, steps()), class_name="grid gap-8 min-w-0 content-start"),
            class_name="columns-file",
        ),
    )  # fmt: skip


def goals() -> rx.Component:
    return kit.section(
        "Tujuan klien",
        rx.cond(
            CasePlan.goals.length() > 0,
            kit.rows(rx.foreach(CasePlan.goals, goal), label="Tujuan klien"),
            kit.empty(
                "Belum ada tujuan.",
                "Tanyakan apa yang ia inginkan, dan tulis dengan kata-katanya sendiri.",
            ),
        ),
    )


def goal(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.h3("“", row.words, "”", class_name="font-semibold whitespace-pre-wrap"),
        rx.el.p(
            row.component,
            " · ",
            rx.el.span(
                row.label, class_name=["font-semibold", rx.cond(row.reached, "text-success", "text-muted")]
            ),
            class_name="text-sm text-muted",
        ),
        rx.el.ul(rx.foreach(row.actions, action), class_name="grid"),
        rx.cond(row.history.length() > 0, history(row)),
        class_name="grid gap-1 py-4",
        key=row.uid,
    )


def action(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.cond(
            row.done,
            rx.el.span(
                kit.icon("check", "size-5 text-success"), class_name="size-12 -ml-3 grid place-items-center shrink-0"
            ),
            rx.cond(head.may_work, finish(row)),
        ),
        rx.el.span(
            rx.el.span(row.title, class_name="block"),
            rx.el.span(rx.cond(row.done, "Selesai", row.owner), class_name="block text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        rx.cond(
            ~row.done,
            rx.el.span(
                row.due,
                class_name=["text-sm font-semibold text-right shrink-0", rx.cond(row.late, "text-error", "")],
            ),
        ),
        class_name="flex items-center gap-1 py-1",
        key=row.uid,
    )  # fmt: skip


def finish(row: rx.Var) -> rx.Component:
    return rx.el.button(
        rx.el.span("Selesaikan: ", row.title, class_name="sr-only"),
        rx.el.span(class_name="tick block", custom_attrs={"aria-hidden": "true"}),
        on_click=CasePlan.finish_action(row.uid),
        type="button",
        class_name="size-12 -ml-3 grid place-items-center cursor-pointer shrink-0",
    )


def history(row: rx.Var) -> rx.Component:
    return rx.el.details(
        rx.el.summary("Catatan kemajuan", class_name="min-h-12 py-3 text-sm underline underline-offset-4"),
        rx.el.ul(
            rx.foreach(
                row.history,
                lambda look: rx.el.li(
                    rx.el.p(look.title, class_name="font-semibold"),
                    rx.el.p(look.note, class_name="text-muted whitespace-pre-wrap"),
                    rx.el.p(look.meta, class_name="text-sm text-muted"),
                    class_name="py-2",
                    key=look.key,
                ),
            )
        ),
    )


def dropped() -> rx.Component:
    return rx.cond(
        CasePlan.dropped.length() > 0,
        kit.section(
            "Tidak dilanjutkan",
            kit.rows(rx.foreach(CasePlan.dropped, goal), label="Tidak dilanjutkan"),
        ),
    )


def versions() -> rx.Component:
    return rx.cond(
        CasePlan.versions.length() > 0,
        kit.section("Yang pernah disepakati", rx.el.div(rx.foreach(CasePlan.versions, version))),
    )


def version(row: rx.Var) -> rx.Component:
    return rx.el.details(
        rx.el.summary(row.title, class_name="min-h-12 py-3 font-semibold"),
        rx.el.p(row.meta, class_name="text-sm text-muted"),
        rx.el.ul(
            rx.foreach(row.goals, lambda words: rx.el.li(words, class_name="py-1", key=words)),
            class_name="list-disc pl-5",
        ),
        class_name="border-b border-base-300 pb-3",
        key=row.key,
    )


def standing() -> rx.Component:
    """Whether she agreed to what stands here, and what the supervisor said."""
    return kit.section(
        "Kesepakatan",
        rx.cond(
            CasePlan.agreed,
            kit.status_word("Klien sepakat dengan rencana ini", "success"),
            kit.status_word("Belum disepakati klien seperti sekarang", "warning"),
        ),
        rx.cond(CasePlan.asked, rx.el.p(CasePlan.asked)),
        rx.cond(CasePlan.asked_comment, rx.el.p(CasePlan.asked_comment, class_name="text-muted")),
    )


def steps() -> rx.Component:
    return rx.el.div(goal_step(), action_step(), progress_step(), agree_step(), submit_step())


def goal_step() -> rx.Component:
    return step(
        "Tambah tujuan",
        form(
            kit.textarea(
                "Dengan kata-kata klien", "goal_words", rows=2, required=True, error=AppState.errors["goal_words"]
            ),
            selects(
                "Termasuk", "goal_component", CasePlan.components, "Pilih satu",
                required=True, error=AppState.errors["goal_component"],
            ),
            kit.button("Tambah tujuan", kind="plain"),
            on_submit=CasePlan.add_goal,
            key=f"goal-{CasePlan.done}",
        ),
        key=f"goal-step-{CasePlan.done}",
    )  # fmt: skip


def which_goal(name: str) -> rx.Component:
    return kit.select(
        "Untuk tujuan",
        name,
        rx.foreach(CasePlan.goals, lambda row: rx.el.option(row.words, value=row.uid, key=row.uid)),
    )


def action_step() -> rx.Component:
    error = AppState.errors
    return rx.cond(
        CasePlan.goals.length() > 0,
        step(
            "Tambah langkah",
            form(
                which_goal("step_goal"),
                kit.field("Yang dilakukan", "step_title", required=True, auto_complete="off", error=error["step_title"]),
                kit.field("Sampai tanggal", "step_day", type="date", min=head.today, required=True, error=error["step_day"]),
                kit.select(
                    "Oleh",
                    "step_owner_id",
                    rx.foreach(CasePlan.team, lambda row: rx.el.option(row.text, value=row.value, key=row.value)),
                    error=error["step_owner_id"],
                ),
                kit.button("Tambah langkah", kind="plain"),
                on_submit=CasePlan.add_action,
                key=f"action-{CasePlan.done}",
            ),
            hint="Menjadi tugas dengan tenggat",
            key=f"action-step-{CasePlan.done}",
        ),
    )  # fmt: skip


def progress_step() -> rx.Component:
    return rx.cond(
        CasePlan.goals.length() > 0,
        step(
            "Catat kemajuan",
            form(
                which_goal("progress_goal"),
                rx.el.fieldset(
                    rx.el.legend("Keadaan tujuan ini", class_name="font-semibold"),
                    *[pick("progress_progress", code, words, required=True) for code, words in labelled(Progress)],
                ),
                kit.textarea(
                    "Terlihat dari apa", "progress_note", rows=2, required=True, error=AppState.errors["progress_note"]
                ),
                kit.button("Simpan kemajuan", kind="plain"),
                on_submit=CasePlan.note_progress,
                key=f"progress-{CasePlan.done}",
            ),
            key=f"progress-step-{CasePlan.done}",
        ),
    )  # fmt: skip


def agree_step() -> rx.Component:
    return rx.cond(
        ~CasePlan.agreed & (CasePlan.goals.length() > 0),
        step(
            "Catat kesepakatan klien",
            form(
                kit.select("Disepakati oleh", "agree_by", *kit.options(labelled(ConsentGiver))),
                kit.textarea(
                    "Bagaimana disepakati", "agree_how", rows=2, required=True,
                    hint="Misalnya: dibacakan di kantor, ia mengangguk dan menandatangani.",
                    error=AppState.errors["agree_how"],
                ),
                kit.button("Catat kesepakatan", kind="plain"),
                on_submit=CasePlan.agree,
                key=f"agree-{CasePlan.done}",
            ),
            key=f"agree-step-{CasePlan.done}",
        ),
    )  # fmt: skip


def submit_step() -> rx.Component:
    return rx.cond(
        CasePlan.to_ask,
        step(
            "Minta persetujuan penyelia",
            form(
                kit.textarea("Catatan untuk penyelia", "submit_reason", rows=2, required=True, error=AppState.errors["submit_reason"]),
                kit.button("Kirim kepada penyelia", kind="plain"),
                on_submit=CasePlan.submit,
                key=f"submit-{CasePlan.done}",
            ),
            key=f"submit-step-{CasePlan.done}",
        ),
    )  # fmt: skip
