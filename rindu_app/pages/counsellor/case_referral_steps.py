"""What can be done about one referral, the code that is told by telephone, and noting an outcome without sending."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, selects, step
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_referrals import CaseReferralsPage
from rindu_app.words.codes import ReferralAction, ReferralOutcome
from rindu_app.words.labels import label

ANSWERS = (ReferralAction.ACCEPT, ReferralAction.FINISH, ReferralAction.REFUSE, ReferralAction.MISS)
OTHERS = [(code, label(code)) for code in ReferralOutcome if code is not ReferralOutcome.REFERRED]


def code_box() -> rx.Component:
    """The only time it is seen: to be read out on the telephone, never written into a mail."""
    return rx.cond(
        CaseReferralsPage.code,
        rx.el.section(
            rx.el.h2("Kode untuk mitra", id="kode-mitra", tab_index=-1, class_name="section-title"),
            rx.el.p("Telepon lembaganya dan sebutkan 6 angka ini. Jangan dikirim lewat surel atau pesan."),
            kit.code_box(CaseReferralsPage.code, "Kode untuk mitra"),
            rx.cond(
                CaseReferralsPage.address,
                rx.el.div(
                    rx.el.p(
                        "Lembaga ini tidak punya surel di daftar. Sampaikan alamat ini dengan cara lain:"
                    ),
                    rx.el.p(CaseReferralsPage.address, class_name="text-sm wrap-anywhere mt-1"),
                ),
                rx.el.p("Alamatnya sudah dikirim ke surel lembaga.", class_name="text-muted"),
            ),
            rx.el.div(kit.button("Sudah disampaikan", kind="plain", on_click=CaseReferralsPage.hide_code)),
            class_name="box p-5 grid gap-3",
        ),
    )


def follow_up() -> rx.Component:
    return rx.cond(
        CaseReferralsPage.acting,
        rx.el.section(
            rx.el.div(
                rx.el.h2(CaseReferralsPage.acting_title, id="tindak-lanjut", tab_index=-1, class_name="section-title"),
                kit.button("Tutup", kind="quiet", on_click=CaseReferralsPage.stop),
                class_name="flex items-start justify-between gap-4",
            ),
            rx.el.div(answer(), settle(), link(), revoke()),
            class_name="box p-5 grid gap-3",
        ),
    )  # fmt: skip


def answer() -> rx.Component:
    return one(
        "Catat jawaban mitra",
        "answer",
        kit.select("Jawabannya", "answer_step", *kit.options([(code, label(code)) for code in ANSWERS])),
        kit.textarea("Keterangan", "answer_note", rows=2, error=AppState.errors["answer_note"]),
        kit.button("Catat jawaban", kind="plain"),
        on_submit=CaseReferralsPage.answer,
        hint="Yang disampaikan lewat telepon atau surat",
    )


def settle() -> rx.Component:
    return one(
        "Tutup dengan hasil lain",
        "settle",
        kit.select("Hasil", "settle_outcome", *kit.options(OTHERS)),
        kit.textarea("Keterangan", "settle_note", rows=2),
        kit.button("Tutup rujukan", kind="plain"),
        on_submit=CaseReferralsPage.settle,
    )


def link() -> rx.Component:
    return step(
        "Buat tautan dan kode baru",
        rx.el.p(
            "Untuk mitra tanpa akun, bila tautannya hilang atau habis waktunya. Yang lama tidak berlaku lagi."
        ),
        rx.el.div(kit.button("Buat yang baru", kind="plain", on_click=CaseReferralsPage.new_link)),
        key=f"link-step-{CaseReferralsPage.done}",
    )


def revoke() -> rx.Component:
    return one(
        "Cabut rujukan",
        "revoke",
        kit.textarea(
            "Alasan", "revoke_reason", rows=2, required=True, error=AppState.errors["revoke_reason"]
        ),
        kit.button("Cabut sekarang", kind="danger"),
        on_submit=CaseReferralsPage.revoke,
        hint="Mitra seketika tidak dapat membacanya lagi",
    )


def outcome_step() -> rx.Component:
    """The six outcomes of a service, also where nothing was sent."""
    outcomes = [(code, label(code)) for code in ReferralOutcome]
    error = AppState.errors
    return one(
        "Catat hasil tanpa mengirim",
        "outcome",
        selects("Layanan", "outcome_service", CaseReferralsPage.services, "Pilih satu", required=True, error=error["outcome_service"]),
        kit.select("Hasil", "outcome_code", *kit.options(outcomes)),
        selects("Lembaga", "outcome_partner", CaseReferralsPage.partners, "Tidak disebut", error=error["outcome_partner"]),
        kit.textarea("Keterangan", "outcome_note", rows=2),
        kit.button("Catat hasil", kind="plain"),
        on_submit=CaseReferralsPage.note_outcome,
        hint="Misalnya: ditolak klien, atau sudah dirujuk dengan surat",
    )  # fmt: skip


def one(
    title: str, name: str, *fields: rx.Component, on_submit: rx.EventHandler, hint: str | None = None
) -> rx.Component:
    return step(
        title,
        form(*fields, on_submit=on_submit, key=f"{name}-{CaseReferralsPage.done}"),
        hint=hint,
        key=f"{name}-step-{CaseReferralsPage.done}",
    )
