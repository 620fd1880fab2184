"""What a page says about itself: notices, errors, and the four designed states."""

from typing import Literal

import reflex as rx

from rindu_app.components.either import Shown, Text, present, said
from rindu_app.components.kit.icon import icon
from rindu_app.components.slots import each, value, when

Tone = Literal["info", "success", "warning", "danger"]

TONES: dict[Tone, tuple[str, str]] = {
    "info": ("info", "text-info"),
    "success": ("check", "text-success"),
    "warning": ("warning", "text-warning"),
    "danger": ("warning", "text-error"),
}


def notice(
    *children: Shown, tone: Tone = "info", title: Text | None = None, live: bool = False
) -> rx.Component:
    """A box with something to know. `live` reads it aloud when it appears."""
    name, colour = TONES[tone]
    role = ("alert" if tone == "danger" else "status") if live else "note"
    return rx.el.div(
        icon(name, f"size-6 mt-px {colour}"),
        rx.el.div(
            present(title, rx.el.p(said(title), class_name="font-semibold")),
            *[rx.el.p(child) if isinstance(child, (str, rx.Var)) else child for child in children],
            class_name="grow min-w-0 grid gap-1",
        ),
        role=role,
        class_name="notice",
    )


def error_summary(expression: str = "errors", title: str = "Ada yang perlu diperbaiki") -> rx.Component:
    """Citizen pages: what is wrong and where, focused when the page opens. `errors` maps a field's id to its sentence."""
    return when(
        expression,
        rx.el.div(
            rx.el.h2(title, class_name="font-bold"),
            rx.el.ul(
                each(
                    f"field, sentence in {expression}.items()",
                    rx.el.li(rx.el.a(value("sentence"), href="#" + value("field"), class_name="link-error")),
                ),
                class_name="grid gap-1 mt-1",
            ),
            role="alert",
            class_name="box border-error p-4",
            custom_attrs={"tabindex": "-1", "autofocus": True},
        ),
    )


def empty(title: Text, text: Text | None = None, action: rx.Component | None = None) -> rx.Component:
    """An empty screen says what happens next and offers the first step."""
    return rx.el.div(
        rx.el.p(title, class_name="font-semibold"),
        present(text, rx.el.p(said(text), class_name="text-muted")),
        *([rx.el.div(action, class_name="mt-3")] if action else []),
        class_name="px-5 py-10 text-center grid gap-1 justify-items-center",
    )


def loading(count: int = 4, label: str = "Memuat…") -> rx.Component:
    """Keeps the shape of a list of rows while it comes."""
    return rx.el.div(
        rx.el.span(label, class_name="sr-only"),
        *[
            rx.el.div(
                rx.el.div(class_name="skeleton h-4 w-2/3"),
                rx.el.div(class_name="skeleton h-3 w-1/3 mt-3"),
                class_name="px-5 py-5 border-b border-base-300",
                custom_attrs={"aria-hidden": "true"},
            )
            for _ in range(count)
        ],
        role="status",
    )
