"""Consents: one by one, with how each was given; taken back at once; and the rare way without one."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_consents import CaseConsents
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import (
    Assent,
    ConsentGiver,
    ConsentLanguage,
    EvidenceKind,
    ExceptionGround,
    SharedField,
)
from rindu_app.words.labels import labelled

head = CaseConsents.head
FORM = "catat"


@screen(
    COUNSELLOR, "/kasus/[nomor]/persetujuan", title="Kasus", on_load=[CaseConsents.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_consents() -> Parts:
    return case_part(
        CaseConsents,
        "persetujuan",
        rx.el.div(
            rx.el.div(answers(), without(), class_name="grid gap-8 min-w-0 content-start"),
            rx.cond(
                head.goes_on,
                rx.el.div(kit.section("Catat jawaban", consent_form()), id=FORM, class_name="scroll-mt-24"),
            ),
            class_name="columns-file",
        ),
    )


def answers() -> rx.Component:
    # On a phone the form lies below everything that was answered before.
    to_form = kit.button("Catat jawaban", kind="quiet", href=f"#{FORM}", class_name="lg:hidden -my-3")
    return kit.section(
        "Persetujuan",
        rx.cond(
            CaseConsents.consents.length() > 0,
            kit.rows(rx.foreach(CaseConsents.consents, consent_row), label="Persetujuan"),
            kit.empty(
                "Belum ada persetujuan yang dicatat.",
                "Jelaskan tiap keperluan dengan kata sederhana, lalu catat jawabannya. Menolak tidak mengurangi layanan.",
            ),
        ),
        rx.cond(
            CaseConsents.unasked,
            rx.el.p("Belum ditanyakan: ", CaseConsents.unasked, ".", class_name="text-sm text-muted"),
        ),
        end=rx.cond(head.goes_on, to_form),
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
            rx.foreach(row.lines, lambda line: rx.el.p(line, class_name="text-sm text-muted", key=line)),
            class_name="grow min-w-0",
        ),
        rx.cond(
            row.holds & head.may_work,
            kit.button(
                "Cabut",
                kind="danger",
                on_click=CaseConsents.withdraw(row.code),
                custom_attrs={"aria-label": "Cabut: " + row.title},
            ),
        ),
        class_name="flex flex-wrap items-start gap-3 py-4",
        key=row.key,
    )


def consent_form() -> rx.Component:
    """Its second half grows with the first: what may be shared, and why somebody else answers."""
    error = AppState.errors
    return form(
        selects(
            "Untuk keperluan",
            "consent_purpose",
            CaseConsents.purposes,
            "Pilih satu",
            required=True,
            on_change=CaseConsents.choose_purpose,
            error=error["consent_purpose"],
        ),
        rx.cond(CaseConsents.shares, shared_fields()),
        rx.el.fieldset(
            rx.el.legend("Jawaban", class_name="font-semibold"),
            pick("consent_answer", "yes", "Setuju", required=True),
            pick("consent_answer", "no", "Tidak setuju", required=True),
        ),
        kit.select(
            "Dijawab oleh",
            "consent_given_by",
            *kit.options(labelled(ConsentGiver)),
            on_change=CaseConsents.choose_giver,
            error=error["consent_given_by"],
        ),
        rx.cond(CaseConsents.by_other, other_person()),
        kit.select("Cara diberikan", "consent_evidence_kind", *kit.options(labelled(EvidenceKind))),
        kit.textarea(
            "Keterangan",
            "consent_evidence",
            rows=2,
            hint="Misalnya: di kantor, disaksikan kader desa; atau nomor formulir.",
            required=True,
            error=error["consent_evidence"],
        ),
        kit.select("Dijelaskan dalam", "consent_language", *kit.options(labelled(ConsentLanguage))),
        kit.field(
            "Berlaku sampai",
            "consent_expires_on",
            type="date",
            min=head.today,
            hint="Kosongkan bila tidak dibatasi.",
            error=error["consent_expires_on"],
        ),
        kit.button("Catat jawaban"),
        on_submit=CaseConsents.record,
        key=f"consent-{CaseConsents.done}",
    )


def shared_fields() -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend("Yang boleh dibagikan", class_name="font-semibold"),
        *[pick("consent_fields", code, text, several=True) for code, text in labelled(SharedField)],
    )


def other_person() -> rx.Component:
    return rx.el.div(
        kit.textarea(
            "Mengapa bukan ia sendiri",
            "consent_why_other",
            rows=2,
            hint="Bila orang tua adalah terlapor, jangan ditanya dan jangan diberi tahu.",
            error=AppState.errors["consent_why_other"],
        ),
        kit.select(
            "Kata orang itu sendiri",
            "consent_assent",
            rx.el.option("Pilih satu", value=""),
            *kit.options(labelled(Assent)),
            hint="Anak ditanya dengan bahasanya sendiri. Bila ia tidak mau, persetujuan ini tidak dipakai.",
            error=AppState.errors["consent_assent"],
        ),
        class_name="grid gap-4",
    )


def without() -> rx.Component:
    """Requests to act without consent, and the form for one: closed, because it is rare."""
    return kit.section(
        "Tanpa persetujuan",
        rx.el.p(
            "Hanya bila nyawa terancam, undang-undang atau pengadilan memerintahkan, atau demi kepentingan terbaik anak.",
            class_name="text-sm text-muted",
        ),
        rx.cond(
            CaseConsents.exceptions.length() > 0,
            kit.rows(rx.foreach(CaseConsents.exceptions, exception_row), label="Tanpa persetujuan"),
        ),
        rx.cond(
            head.goes_on,
            rx.el.div(
                step(
                    "Minta keputusan penyelia",
                    exception_form(),
                    hint="Bahaya bagi nyawa berlaku seketika, sambil menunggu keputusan",
                    key=f"exception-step-{CaseConsents.done}",
                )
            ),
        ),
    )


def exception_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.title, class_name="font-semibold"),
        rx.el.p(
            row.state,
            class_name=["text-sm font-semibold", rx.cond(row.stands, "text-warning", "text-muted")],
        ),
        rx.el.p(row.reason, class_name="text-sm text-muted"),
        rx.cond(row.comment, rx.el.p("Catatan penyelia: ", row.comment, class_name="text-sm text-muted")),
        rx.el.p(row.asked, class_name="text-sm text-muted"),
        class_name="py-4",
        key=row.uid,
    )


def exception_form() -> rx.Component:
    error = AppState.errors
    return form(
        selects(
            "Untuk keperluan",
            "exception_purpose",
            CaseConsents.purposes,
            "Pilih satu",
            required=True,
            error=error["exception_purpose"],
        ),
        kit.select("Dasar", "exception_ground", *kit.options(labelled(ExceptionGround))),
        kit.textarea("Alasan", "exception_reason", rows=3, required=True, error=error["exception_reason"]),
        kit.button("Kirim permintaan", kind="plain"),
        on_submit=CaseConsents.ask_without,
        key=f"exception-{CaseConsents.done}",
    )
