"""Telling the person that something waits for her, in words that say nothing to anybody else."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, pick
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.notices import FOR_PERSONS, Notices
from rindu_app.words.notices import TEXTS


def notices() -> rx.Component:
    """What became of earlier ones is in sight; writing a new one is folded away."""
    return rx.el.div(sending(), rx.cond(Notices.rows.length() > 0, sent()))


def sent() -> rx.Component:
    return kit.rows(rx.foreach(Notices.rows, row), label="Pemberitahuan")


def sending() -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            "Kirim pemberitahuan netral lewat WhatsApp",
            class_name="min-h-12 py-3 text-sm underline underline-offset-4",
        ),
        form(
            rx.el.fieldset(
                rx.el.legend("Kalimatnya", class_name="font-semibold"),
                *[
                    pick("notice_what", str(n), TEXTS[n], default_checked=n == FOR_PERSONS[0])
                    for n in FOR_PERSONS
                ],
                class_name="min-w-0",
            ),
            kit.textarea(
                "Alasan, bila kontak aman tidak mengizinkan sekarang",
                "notice_reason",
                rows=2,
                hint="Hanya bila keselamatan menuntutnya; dicatat dengan nama Anda.",
            ),
            rx.cond(
                AppState.errors["notice_way"],
                rx.el.p(AppState.errors["notice_way"], class_name="field-error"),
            ),
            rx.el.div(kit.button("Kirim pemberitahuan", kind="plain")),
            on_submit=Notices.send,
            key=f"notice-{Notices.done}",
            class_name="pt-2",
        ),
    )


def row(shown: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.span(shown.text, class_name="block"),
        rx.el.span(shown.detail, class_name="block text-sm text-muted"),
        class_name="py-3",
        key=shown.key,
    )
