"""Cases that wait for a yes or no, with everything that may be known of them before."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick, step
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.offered import Offered


def offered_to_me() -> rx.Component:
    """Where the day begins, above the inbox; nothing where nothing is offered."""
    return rx.el.div(
        rx.cond(
            Offered.mine.length() > 0,
            kit.section(
                "Ditawarkan kepada Anda",
                kit.rows(rx.foreach(Offered.mine, offered_row), label="Ditawarkan kepada Anda"),
            ),
        ),
        on_unmount=Offered.leave,
        class_name="measure empty:hidden",
    )


def offered_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(row.title, class_name="font-semibold grow min-w-0"),
            kit.risk(row.risk, row.risk_label),
            class_name="flex flex-wrap items-center gap-3",
        ),
        rx.el.p(row.reason),
        rx.el.p(
            rx.cond(row.href != "", rx.fragment(rx.el.a(row.number, href=row.href, class_name="link"), " · ")),
            row.place, " · ", row.asked, class_name="text-sm text-muted",
        ),
        rx.el.p(
            rx.cond(row.late, "Lewat waktu: seharusnya dijawab ", "Mohon dijawab paling lambat "), row.due,
            class_name=["text-sm font-semibold", rx.cond(row.late, "text-error", "text-muted")],
        ),
        rx.cond(
            row.answerable,
            step("Jawab", answer(row), key=row.uid + "-step"),
            rx.el.p("Belum dijawab. Batalkan atau tawarkan kepada orang lain dari bagian Tim berkasnya.", class_name="text-sm text-muted"),
        ),
        # The row's own line below is enough.
        class_name="grid gap-2 pt-5 pb-2 [&>details]:border-b-0",
        key=row.uid,
    )  # fmt: skip


def answer(row: rx.Var) -> rx.Component:
    """Each has a form of its own; its fields are named after it, so that a refusal finds them."""
    return form(
        rx.el.input(type="hidden", name="uid", custom_attrs={"value": row.uid}),
        rx.el.fieldset(
            rx.el.legend("Jawaban Anda", class_name="sr-only"),
            pick("answer", "yes", "Terima", required=True),
            pick("answer", "no", "Tolak, dengan alasan", required=True),
        ),
        rx.cond(row.forwarded, heir(row)),
        field(row.uid + "_reason", "Alasan bila menolak", rx.el.textarea(
            id=row.uid + "_reason", name="reason", rows="2", class_name="control"
        )),
        kit.button("Kirim jawaban", kind="plain"),
        on_submit=Offered.answer,
        key=row.uid + "-form",
        class_name="max-w-xl",
    )  # fmt: skip


def heir(row: rx.Var) -> rx.Component:
    """Whoever says yes for an office says at once who manages the case there."""
    name = row.uid + "_account_id"
    choices = rx.foreach(
        row.candidates, lambda choice: rx.el.option(choice.text, value=choice.value, key=choice.value)
    )
    return rx.fragment(
        field(name, "Bila diterima: manajer kasusnya", rx.el.select(
            rx.el.option("Pilih petugas", value=""), choices, id=name, name="account_id", class_name="control"
        )),
        pick("keep", "yes", "Manajer sebelumnya ikut sebagai anggota tim untuk serah terima", several=True),
    )  # fmt: skip


def field(name: rx.Var, label: str, control: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=name, class_name="font-semibold"),
        rx.cond(
            AppState.errors[name],
            rx.el.p(kit.icon("warning"), rx.el.span(AppState.errors[name]), class_name="field-error"),
        ),
        control,
        class_name="field",
    )
