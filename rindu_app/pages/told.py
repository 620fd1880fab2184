"""What the last action came to: read out, and in sight wherever the page is scrolled to."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import closing_form
from rindu_app.state.base import AppState


def told() -> rx.Component:
    """Good news goes by itself; a refusal stays until it is closed. Neither stands in the way of what is under it."""
    box = rx.el.dialog(
        rx.match(
            AppState.notice_tone,
            ("success", kit.notice(AppState.notice, tone="success")),
            ("info", kit.notice(AppState.notice)),
            kit.notice(AppState.notice, tone="danger"),
        ),
        closing_form(
            rx.el.button(
                kit.icon("close"), rx.el.span("Tutup", class_name="sr-only"), class_name="told-close"
            )
        ),
        open=True,
        class_name=["told-box", rx.cond(AppState.notice_tone == "danger", "", "told-brief")],
        key=AppState.notice_count,
        custom_attrs={"aria-label": "Pemberitahuan"},
    )
    return rx.el.div(rx.cond(AppState.notice != "", box), role="status", class_name="told")
