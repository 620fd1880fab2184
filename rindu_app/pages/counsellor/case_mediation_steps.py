"""The forms of a mediation, each closed until it is wanted."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.beside import both_versions
from rindu_app.components.counsellor.forms import form, pick, step
from rindu_app.components.kit.buttons import Kind
from rindu_app.pages.counsellor.drafting import draft_area
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_mediation import CaseMediation
from rindu_app.state.counsellor.drafts import Drafts
from rindu_app.words.codes import Assessor, EvidenceKind
from rindu_app.words.labels import labelled

head, error = CaseMediation.head, AppState.errors


def preparing() -> rx.Component:
    return rx.el.div(
        asking(),
        assessing(),
        mediator(),
        rx.cond(
            CaseMediation.current.missing.length() == 0,
            kit.button("Mulai pertemuan", on_click=CaseMediation.begin, class_name="mt-4"),
        ),
    )


def meeting() -> rx.Component:
    return rx.el.div(minutes(), agreement(), ending(), assessing(), asking(), mediator())


def after_agreeing() -> rx.Component:
    return rx.el.div(
        checking(),
        rx.el.p(
            "Pengawasan diakhiri setelah pemeriksaan terakhir menunjukkan kesepakatan dipatuhi.",
            class_name="text-sm text-muted py-3",
        ),
        kit.button("Akhiri pengawasan", kind="plain", on_click=CaseMediation.complete),
    )


def asking() -> rx.Component:
    return within(
        "Persetujuan pihak lain",
        "other",
        yes_or_no("Jawaban pihak lain", "other_answer", "Setuju", "Tidak setuju"),
        day("other_asked_on"),
        kit.select("Cara diberikan", "other_kind", *kit.options(labelled(EvidenceKind)), error=error["other_kind"]),
        words("Keterangan", "other_evidence", 2),
        both_versions(CaseMediation, "other"),
        on_submit=CaseMediation.ask_other,
        hint="Ditanya terpisah dari klien. Bila tidak setuju, mediasi berhenti.",
        button="Catat jawaban",
    )  # fmt: skip


def assessing() -> rx.Component:
    return within(
        "Pemeriksaan tekanan",
        "pressure",
        kit.select(
            "Diperiksa oleh", "pressure_assessor", *kit.options(labelled(Assessor)),
            on_change=CaseMediation.choose_assessor, error=error["pressure_assessor"],
        ),
        rx.cond(
            CaseMediation.by_psychologist,
            kit.field("Nama psikolog", "pressure_expert", required=True, error=error["pressure_expert"]),
        ),
        day("pressure_held_on"),
        yes_or_no("Apakah pilihan klien bebas dari tekanan?", "pressure_answer", "Ya, bebas", "Tidak bebas"),
        words("Yang terlihat dan terdengar", "pressure_text", 4),
        on_submit=CaseMediation.assess,
        hint="Oleh konselor dan, terpisah, oleh psikolog",
        button="Simpan pemeriksaan",
    )  # fmt: skip


def mediator() -> rx.Component:
    return within(
        "Mediator",
        "mediator",
        kit.field("Nama mediator", "mediator_name", required=True, error=error["mediator_name"]),
        words("Pelatihan dengan sudut pandang korban", "mediator_training", 2),
        both_versions(CaseMediation, "mediator"),
        on_submit=CaseMediation.name_mediator,
        button="Simpan mediator",
    )


def minutes() -> rx.Component:
    return within(
        "Tulis notulen",
        "minutes",
        day("minutes_held_on"),
        draft_area("Isi pertemuan", "minutes_text", rows=6, required=True, error=error["minutes_text"]),
        on_submit=CaseMediation.write_minutes,
        button="Simpan notulen",
        opened=Drafts.times["minutes_text"],
    )


def agreement() -> rx.Component:
    return within(
        "Catat kesepakatan",
        "agreement",
        day("agreement_agreed_on"),
        draft_area(
            "Isi kesepakatan, tanggung jawab terlapor, dan cara mengawasinya",
            "agreement_text",
            rows=6,
            required=True,
            error=error["agreement_text"],
        ),
        pick("agreement_signed", "yes", "Ditandatangani kedua pihak", several=True),
        rx.cond(error["agreement_signed"], rx.el.p(error["agreement_signed"], class_name="field-error")),
        on_submit=CaseMediation.agree,
        button="Simpan kesepakatan",
        opened=Drafts.times["agreement_text"],
    )


def ending() -> rx.Component:
    return within(
        "Selesai tanpa kesepakatan",
        "end",
        words("Keterangan", "end_reason", 2),
        on_submit=CaseMediation.end,
        button="Akhiri mediasi",
    )


def checking() -> rx.Component:
    return within(
        "Periksa kesepakatan",
        "check",
        day("check_held_on"),
        yes_or_no("Apakah kesepakatan dipatuhi?", "check_answer", "Dipatuhi", "Dilanggar"),
        words("Yang dilihat, dan apakah klien merasa aman", "check_text", 3),
        on_submit=CaseMediation.check,
        hint="Bila dilanggar, manajer kasus mendapat tugas",
        button="Simpan pemeriksaan",
    )


def stopping() -> rx.Component:
    return within(
        "Hentikan mediasi",
        "stop",
        words("Alasan", "stop_reason", 2),
        on_submit=CaseMediation.stop,
        button="Hentikan sekarang",
        kind="danger",
    )


def within(title: str, name: str, *fields: rx.Component, on_submit: rx.EventHandler, button: str, hint: str | None = None, kind: Kind = "plain", opened: rx.Var | None = None) -> rx.Component:  # fmt: skip
    """One form in a step of its own; both are made anew when something succeeded."""
    return step(
        title,
        form(
            *fields,
            kit.button(button, kind=kind),
            on_submit=on_submit,
            key=f"{name}-{CaseMediation.done}",
        ),
        hint=hint,
        key=f"{name}-step-{CaseMediation.done}",
        opened=opened,
    )


def day(name: str) -> rx.Component:
    return kit.field(
        "Tanggal", name, type="date", max=head.today, default_value=head.today, required=True, error=error[name]
    )  # fmt: skip


def words(label: str, name: str, rows: int) -> rx.Component:
    return kit.textarea(label, name, rows=rows, required=True, error=error[name])


def yes_or_no(legend: str, name: str, yes: str, no: str) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="font-semibold"),
        pick(name, "yes", yes, required=True),
        pick(name, "no", no, required=True),
    )
