"""Consents: one by one, with how each was given; taken back at once."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case import CasePage
from rindu_app.words.codes import ConsentGiver
from rindu_app.words.labels import label

folder = CasePage.folder


def consents() -> rx.Component:
    return rx.el.div(
        kit.section(
            "Persetujuan",
            rx.cond(
                folder.consents.length() > 0,
                kit.rows(rx.foreach(folder.consents, consent_row), label="Persetujuan"),
                kit.empty(
                    "Belum ada persetujuan yang dicatat.",
                    "Jelaskan tiap keperluan dengan kata sederhana, lalu catat jawabannya. Menolak tidak mengurangi layanan.",
                ),
            ),
        ),
        rx.cond(folder.goes_on, kit.section("Catat jawaban", consent_form())),
        class_name="columns-file",
    )


def consent_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="font-semibold"),
            rx.el.p(
                row.answer,
                rx.cond(row.holds, " · berlaku", " · tidak berlaku"),
                class_name=["text-sm font-semibold", rx.cond(row.holds, "text-success", "text-muted")],
            ),
            rx.el.p(row.detail, class_name="text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        rx.cond(
            row.holds & folder.may_work,
            kit.button("Cabut", kind="danger", on_click=CasePage.withdraw_consent(row.purpose)),
        ),
        class_name="flex flex-wrap items-center gap-3 py-4",
        key=row.key,
    )


def consent_form() -> rx.Component:
    givers = [(giver, label(giver)) for giver in ConsentGiver]
    return form(
        selects(
            "Untuk keperluan",
            "consent_purpose",
            CasePage.purposes,
            "Pilih satu",
            required=True,
            error=AppState.errors["consent_purpose"],
        ),
        rx.el.fieldset(
            rx.el.legend("Jawaban", class_name="font-semibold"),
            pick("consent_answer", "yes", "Setuju", required=True),
            pick("consent_answer", "no", "Tidak setuju", required=True),
        ),
        kit.select("Dijawab oleh", "consent_given_by", *kit.options(givers)),
        kit.textarea(
            "Bagaimana diberikan",
            "consent_evidence",
            rows=2,
            hint="Misalnya: lisan, disaksikan; atau tanda tangan di formulir.",
            required=True,
            error=AppState.errors["consent_evidence"],
        ),
        kit.button("Catat jawaban"),
        on_submit=CasePage.record_consent,
        key=f"consent-{CasePage.done}",
    )
