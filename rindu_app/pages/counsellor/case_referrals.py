"""Referrals: what was asked of whom, what came back, and asking with exactly what she allows."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.counsellor.case_referral_steps import code_box, follow_up, outcome_step
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_referrals import CaseReferralsPage
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes
from rindu_app.words.codes import Urgency
from rindu_app.words.labels import label

head = CaseReferralsPage.head


@screen(
    COUNSELLOR, "/kasus/[nomor]/rujukan", title="Kasus", on_load=[CaseReferralsPage.load, Nav.load], current=routes.CASES
)  # fmt: skip
def case_referrals() -> Parts:
    return case_part(
        CaseReferralsPage,
        "rujukan",
        rx.el.div(
            rx.el.div(code_box(), follow_up(), sent(), class_name="grid gap-8 min-w-0 content-start"),
            rx.cond(
                head.goes_on,
                rx.el.div(asking(), rx.el.div(outcome_step()), class_name="grid gap-8 min-w-0 content-start"),
            ),
            class_name="columns-file",
        ),
    )


def sent() -> rx.Component:
    return kit.section(
        "Rujukan",
        rx.cond(
            CaseReferralsPage.rows.length() > 0,
            kit.rows(rx.foreach(CaseReferralsPage.rows, referral), label="Rujukan"),
            kit.empty(
                "Belum ada rujukan.",
                "Mitra hanya membaca yang diizinkan klien untuk mitra itu, dan hanya selama rujukannya berjalan.",
            ),
        ),
    )


def referral(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="font-semibold"),
            rx.el.p(
                row.number, " · ", row.status,
                rx.cond(row.clock, rx.el.span(" · ", row.clock, class_name=rx.cond(row.late, "text-error", ""))),
                class_name="text-sm font-semibold",
            ),
            rx.foreach(
                row.lines,
                lambda line: rx.el.p(line, class_name="text-sm text-muted whitespace-pre-wrap wrap-anywhere", key=line),
            ),
            class_name="grow min-w-0",
        ),
        rx.cond(
            row.waits & head.may_work,
            rx.el.div(
                kit.button(
                    "Tindak lanjuti", kind="plain", on_click=CaseReferralsPage.begin(row.uid),
                    custom_attrs={"aria-label": "Tindak lanjuti " + row.number},
                ),
                kit.button("Cetak surat", kind="quiet", href=row.letter, custom_attrs={"aria-label": "Cetak surat " + row.number}),
                class_name="flex flex-wrap gap-2",
            ),
        ),
        class_name="flex flex-wrap items-start gap-3 py-4",
        key=row.uid,
    )  # fmt: skip


def asking() -> rx.Component:
    none = kit.empty(
        "Belum ada persetujuan untuk merujuk.",
        "Tanyakan satu per satu: ke lembaga mana, dan apa saja yang boleh diketahui di sana.",
        kit.button("Ke persetujuan", kind="plain", href=head.href + "/persetujuan"),
    )
    return kit.section(
        "Rujuk ke mitra", rx.cond(CaseReferralsPage.permitted.length() > 0, referral_form(), none)
    )


def referral_form() -> rx.Component:
    """Grows when a partner is chosen: its services, and what she allows there."""
    error = AppState.errors
    return form(
        selects(
            "Lembaga mitra", "referral_partner", CaseReferralsPage.permitted, "Pilih satu", required=True,
            hint="Hanya lembaga yang disetujui klien.",
            on_change=CaseReferralsPage.choose_partner, error=error["referral_partner"],
        ),
        rx.cond(CaseReferralsPage.partner, rest_of_form()),
        on_submit=CaseReferralsPage.make,
        key=f"referral-{CaseReferralsPage.done}",
    )  # fmt: skip


def rest_of_form() -> rx.Component:
    error = AppState.errors
    return rx.el.div(
        selects("Layanan", "referral_service", CaseReferralsPage.offered, "Pilih satu", required=True, error=error["referral_service"]),
        kit.textarea(
            "Yang diminta", "referral_purpose", rows=2, required=True, error=error["referral_purpose"],
            hint="Tanpa nama dan tanpa cerita; itu hanya lewat isian di bawah.",
        ),
        rx.el.fieldset(
            rx.el.legend("Yang dibagikan", class_name="font-semibold"),
            rx.el.p("Hanya yang disetujui klien untuk lembaga ini. Bagikan seperlunya.", class_name="text-sm text-muted"),
            rx.cond(error["referral_fields"], rx.el.p(error["referral_fields"], class_name="field-error")),
            rx.foreach(
                CaseReferralsPage.allowed,
                lambda choice: pick("referral_fields", choice.value, choice.text, several=True),
            ),
            id="referral_fields",
            tab_index=-1,
        ),
        rx.foreach(CaseReferralsPage.written, written),
        kit.select("Seberapa mendesak", "referral_urgency", *kit.options([(code, label(code)) for code in (Urgency.NORMAL, Urgency.URGENT)])),
        kit.button("Kirim rujukan"),
        class_name="grid gap-4",
    )  # fmt: skip


def written(field: rx.Var) -> rx.Component:
    """A piece that is written for this one referral; left empty it is not shared."""
    name = "referral_" + field.value
    return rx.el.div(
        rx.el.label(field.text, html_for=name, class_name="font-semibold"),
        rx.el.p("Kosongkan bila tidak dibagikan.", id=name + "-hint", class_name="text-sm text-muted"),
        rx.cond(AppState.errors[name], rx.el.p(AppState.errors[name], class_name="field-error")),
        rx.el.textarea(
            name=name,
            id=name,
            rows="2",
            class_name="control",
            custom_attrs={"aria-describedby": name + "-hint"},
        ),
        class_name="field",
        key=field.value,
    )
