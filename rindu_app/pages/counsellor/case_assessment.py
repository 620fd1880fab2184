"""The assessment: four domains with their scores, the danger signs, and the supervisor's word."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.drafting import draft_area
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_assessment import CaseAssessment
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import AssessmentArea, Risk
from rindu_app.words.labels import label, labelled
from rindu_app.words.scores import SCORE_WORDS

head = CaseAssessment.head


@screen(
    COUNSELLOR, "/kasus/[nomor]/asesmen", title="Kasus", on_load=[CaseAssessment.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_assessment() -> Parts:
    return case_part(
        CaseAssessment,
        "asesmen",
        rx.el.div(
            rx.el.div(domains(), danger(), class_name="grid gap-8 min-w-0 content-start"),
            rx.el.div(
                word_of_supervisor(),
                rx.cond(head.goes_on, rx.el.div(assess_step(), danger_step())),
                class_name="grid gap-8 min-w-0 content-start",
            ),
            class_name="columns-file",
        ),
    )


def domains() -> rx.Component:
    return kit.section(
        "Asesmen",
        rx.cond(
            CaseAssessment.scores.length() > 0,
            kit.rows(rx.foreach(CaseAssessment.scores, domain), label="Bidang asesmen"),
            kit.empty(
                "Belum ada bidang yang dinilai.",
                "Mulai dari bidang yang paling mendesak. Tiap profesi menilai bidangnya, dengan alasan untuk angkanya.",
            ),
        ),
        rx.cond(
            CaseAssessment.missing,
            rx.el.p("Belum dinilai: ", CaseAssessment.missing, ".", class_name="text-sm text-muted"),
        ),
    )


def domain(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h3(row.title, class_name="font-semibold grow"),
            score_bar(row.score),
            class_name="flex flex-wrap items-center gap-x-4 gap-y-1",
        ),
        rx.el.p(row.score, " dari 4, ", row.word, " · ", row.change, class_name="text-sm font-semibold"),
        rx.el.p(row.reason, class_name="whitespace-pre-wrap"),
        rx.cond(row.needs, rx.el.p("Kebutuhan: ", row.needs, class_name="text-muted")),
        rx.el.p(row.meta, class_name="text-sm text-muted"),
        rx.cond(row.older.length() > 0, older(row)),
        class_name="grid gap-1 py-4",
        key=row.key,
    )


def score_bar(score: rx.Var) -> rx.Component:
    """The score as a picture; its words stand below it."""
    return rx.el.span(
        *[
            rx.el.span(class_name=["score-step", rx.cond(score >= step, "bg-primary", "bg-base-300")])
            for step in SCORE_WORDS
        ],
        class_name="flex gap-1",
        custom_attrs={"aria-hidden": "true"},
    )


def older(row: rx.Var) -> rx.Component:
    return rx.el.details(
        rx.el.summary("Penilaian sebelumnya", class_name="min-h-12 py-3 text-sm underline underline-offset-4"),
        rx.el.ul(
            rx.foreach(
                row.older,
                lambda look: rx.el.li(
                    rx.el.div(score_bar(look.score), rx.el.span(look.score, " dari 4, ", look.word), class_name="flex items-center gap-3"),
                    rx.el.p(look.reason, class_name="text-muted whitespace-pre-wrap"),
                    rx.el.p(look.meta, class_name="text-sm text-muted"),
                    class_name="py-2 grid gap-1",
                    key=look.key,
                ),
            )
        ),
    )  # fmt: skip


def danger() -> rx.Component:
    return kit.section(
        "Tanda bahaya",
        rx.cond(
            CaseAssessment.danger.length() > 0,
            kit.rows(
                rx.foreach(
                    CaseAssessment.danger,
                    lambda row: rx.el.li(
                        rx.el.p(row.title, class_name="font-semibold"),
                        rx.el.p(row.signs),
                        rx.el.p(row.reason, class_name="text-muted whitespace-pre-wrap"),
                        rx.el.p(row.meta, class_name="text-sm text-muted"),
                        class_name="grid gap-1 py-4",
                        key=row.key,
                    ),
                ),
                label="Tanda bahaya",
            ),
            rx.el.p(
                "Belum ditinjau sejak kasus dibuka. Tinjau lagi tiap kali keadaan berubah.",
                class_name="text-muted",
            ),
        ),
    )


def word_of_supervisor() -> rx.Component:
    return rx.fragment(
        rx.cond(
            CaseAssessment.asked,
            kit.section(
                "Penyelia",
                rx.el.p(CaseAssessment.asked),
                rx.cond(CaseAssessment.asked_comment, rx.el.p(CaseAssessment.asked_comment, class_name="text-muted")),
            ),
        ),
        rx.cond(
            CaseAssessment.to_ask & head.goes_on,
            form(
                kit.textarea("Catatan untuk penyelia", "submit_reason", rows=2, required=True, error=AppState.errors["submit_reason"]),
                kit.button("Minta persetujuan penyelia"),
                on_submit=CaseAssessment.submit,
                key=f"submit-{CaseAssessment.done}",
            ),
        ),
    )  # fmt: skip


def assess_step() -> rx.Component:
    error = AppState.errors
    scores = [(str(score), f"{score} · {word}") for score, word in SCORE_WORDS.items()]
    return step(
        "Nilai satu bidang",
        form(
            kit.select("Bidang", "assess_area", *kit.options(labelled(AssessmentArea))),
            rx.el.fieldset(
                rx.el.legend("Keadaannya", class_name="font-semibold"),
                *[pick("assess_score", code, text, required=True) for code, text in scores],
            ),
            draft_area("Alasan", "assess_reason", rows=3, required=True, error=error["assess_reason"]),
            rx.el.fieldset(
                rx.el.legend("Yang dibutuhkan", class_name="font-semibold"),
                rx.foreach(
                    CaseAssessment.needs, lambda item: pick("assess_needs", item.value, item.text, several=True)
                ),
            ),
            selects(
                "Dinilai sebagai", "assess_profession", CaseAssessment.professions, "Pilih profesi",
                required=True, error=error["assess_profession"],
            ),
            kit.button("Simpan penilaian", kind="plain"),
            on_submit=CaseAssessment.assess,
            key=f"assess-{CaseAssessment.done}",
        ),
        key=f"assess-step-{CaseAssessment.done}",
    )  # fmt: skip


def danger_step() -> rx.Component:
    return step(
        "Tinjau tanda bahaya",
        form(
            rx.el.fieldset(
                rx.el.legend("Centang bila jawabannya ya.", class_name="font-semibold"),
                rx.foreach(
                    CaseAssessment.signs, lambda item: pick("danger_signs", item.value, item.text, several=True)
                ),
            ),
            rx.el.fieldset(
                rx.el.legend("Risiko sekarang", class_name="font-semibold"),
                *[pick("danger_decided", str(risk), label(risk), required=True) for risk in Risk],
            ),
            draft_area("Alasan", "danger_reason", rows=2, required=True, error=AppState.errors["danger_reason"]),
            kit.button("Tetapkan risiko", kind="plain"),
            on_submit=CaseAssessment.check_danger,
            key=f"danger-{CaseAssessment.done}",
        ),
        hint="Tidak memerlukan persetujuan",
        key=f"danger-step-{CaseAssessment.done}",
    )  # fmt: skip
