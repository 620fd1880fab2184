"""Her safety plan, part by part, in her own words."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.beside import both_versions
from rindu_app.components.counsellor.forms import form, pick
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_safety import QUESTIONS, CaseSafety
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes

head = CaseSafety.head


@screen(
    COUNSELLOR, "/kasus/[nomor]/rencana-aman", title="Kasus", on_load=[CaseSafety.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_safety() -> Parts:
    return case_part(
        CaseSafety,
        "rencana-aman",
        rx.el.div(
            kit.section(
                "Rencana aman",
                rx.cond(
                    CaseSafety.plans.length() > 0,
                    rx.el.div(rx.foreach(CaseSafety.plans, version), class_name="grid gap-2"),
                    kit.empty(
                        "Belum ada rencana aman.",
                        "Susun bersama klien, dengan kata-katanya sendiri. Jangan dicetak atau dikirim tanpa memastikan aman.",
                    ),
                ),
            ),
            rx.cond(head.goes_on, kit.section("Tulis versi baru", plan_form())),
            class_name="columns-file",
        ),
    )


def version(row: rx.Var, index: rx.Var) -> rx.Component:
    """The newest lies open; older versions are one touch away."""
    return rx.el.details(
        rx.el.summary(row.meta, class_name="min-h-12 py-3 font-semibold"),
        parts(row),
        open=index == 0,
        class_name="border-b border-base-300 pb-3",
        key=row.key,
    )


def parts(row: rx.Var) -> rx.Component:
    return rx.el.dl(
        rx.foreach(
            row.parts,
            lambda part: rx.el.div(
                rx.el.dt(part.question, class_name="text-sm text-muted"),
                rx.el.dd(part.answer, class_name="whitespace-pre-wrap"),
                key=part.name,
            ),
        ),
        class_name="grid gap-3",
    )


def plan_form() -> rx.Component:
    """It begins with what is there: a new version changes what has changed."""
    fields = [
        kit.textarea(
            question,
            f"safety_{name}",
            rows=2,
            default_value=CaseSafety.draft[name],
            error=AppState.errors[f"safety_{name}"],
        )
        for name, question in QUESTIONS.items()
    ]
    return form(
        *fields,
        rx.el.fieldset(
            rx.el.legend("Disusun bersama klien", class_name="font-semibold"),
            pick("safety_with_her", "yes", "Ya, dengan kata-katanya sendiri", required=True),
            pick("safety_with_her", "no", "Belum, masih usulan", required=True),
        ),
        both_versions(CaseSafety, "safety"),
        kit.button("Simpan rencana aman"),
        on_submit=CaseSafety.write,
        key=f"safety-{CaseSafety.done}",
    )
