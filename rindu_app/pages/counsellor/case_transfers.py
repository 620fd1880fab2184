"""In the file: how the case changes hands. What is asked and answered stands first, then what can be asked."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, selects, step
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.case_team import CaseTeam

view = CaseTeam.transfers


def asked_and_answered() -> rx.Component:
    return rx.cond(
        view.rows.length() > 0,
        kit.section("Pengalihan", kit.rows(rx.foreach(view.rows, transfer_row), label="Pengalihan")),
    )


def transfer_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(row.title, class_name="font-semibold"),
        rx.el.p(row.reason),
        rx.el.p(row.asked, class_name="text-sm text-muted"),
        rx.el.p(
            row.state,
            class_name=["text-sm font-semibold", rx.cond(row.open & row.late, "text-error", "text-muted")],
        ),
        rx.cond(row.answer != "", rx.el.p(row.answer, class_name="text-sm")),
        rx.cond(row.answerable, answer(row)),
        rx.cond(
            row.withdrawable,
            rx.el.div(kit.button("Batalkan", kind="quiet", on_click=CaseTeam.withdraw(row.uid))),
        ),
        class_name="grid gap-1 py-4",
        key=row.uid,
    )


def answer(row: rx.Var) -> rx.Component:
    return form(
        rx.el.input(type="hidden", name="uid", custom_attrs={"value": row.uid}),
        rx.el.fieldset(
            rx.el.legend("Jawaban Anda", class_name="sr-only"),
            pick("answer", "yes", "Setuju, kasus dialihkan", required=True),
            pick("answer", "no", "Tolak, dengan alasan", required=True),
        ),
        kit.textarea("Alasan bila menolak", "answer_reason", rows=2, error=AppState.errors["answer_reason"]),
        kit.button("Kirim jawaban", kind="plain"),
        on_submit=CaseTeam.answer,
        key=f"answer-{CaseTeam.done}",
    )


def what_can_be_asked() -> rx.Component:
    return rx.el.div(
        rx.cond(view.may_assign, assign()),
        rx.cond(view.may_put & ~view.may_assign, offer()),
        rx.cond(view.may_request, request()),
        rx.cond(view.may_put, forward()),
        class_name="empty:hidden",
    )


def assign() -> rx.Component:
    return step(
        "Tetapkan manajer kasus",
        form(
            heirs("hand_account_id"),
            kit.button("Tetapkan", kind="plain"),
            on_submit=CaseTeam.hand_over,
            key=f"hand-{CaseTeam.done}",
        ),
        hint="Manajer kasus ini sudah tidak ada",
        key=f"hand-step-{CaseTeam.done}",
    )


def offer() -> rx.Component:
    return step(
        "Tawarkan kasus kepada petugas lain",
        form(
            heirs("offer_account_id"),
            reason("offer_reason", "Ia membacanya sebelum menerima. Jangan tulis nama."),
            kit.button("Tawarkan", kind="plain"),
            on_submit=CaseTeam.offer,
            key=f"offer-{CaseTeam.done}",
        ),
        hint="Ia menjadi manajer kasus setelah menerima",
        key=f"offer-step-{CaseTeam.done}",
    )


def request() -> rx.Component:
    return step(
        "Minta kasus ini",
        form(
            reason("request_reason", "Dibaca manajer kasus dan penyelia."),
            kit.button("Minta", kind="plain"),
            on_submit=CaseTeam.request,
            key=f"request-{CaseTeam.done}",
        ),
        hint="Manajer kasus atau penyelia yang menyetujui",
        key=f"request-step-{CaseTeam.done}",
    )


def forward() -> rx.Component:
    return step(
        "Teruskan ke kantor lain",
        form(
            selects(
                "Kantor",
                "forward_area_code",
                view.offices,
                "Pilih kantor",
                hint="Perlu persetujuan klien untuk dirujuk ke kantor itu.",
                required=True,
                error=AppState.errors["forward_area_code"],
            ),
            reason("forward_reason", "Penyelia di sana membacanya sebelum menerima. Jangan tulis nama."),
            kit.button("Teruskan", kind="plain"),
            on_submit=CaseTeam.forward,
            key=f"forward-{CaseTeam.done}",
        ),
        hint="Kasus tetap pada tim ini sampai kantor itu menerima",
        key=f"forward-step-{CaseTeam.done}",
    )


def heirs(name: str) -> rx.Component:
    return selects("Petugas", name, view.heirs, "Pilih petugas", required=True, error=AppState.errors[name])


def reason(name: str, hint: str) -> rx.Component:
    return kit.textarea("Alasan", name, rows=2, hint=hint, required=True, error=AppState.errors[name])
