"""Big answers to one question."""

from typing import Any

import reflex as rx

from rindu_app.components.either import Condition, Shown, Text, mark, present, said
from rindu_app.components.kit.fields import error_of


def choices(
    legend: Shown, *answers: rx.Component, name: str, hint: Text | None = None, error: Condition = None
) -> rx.Component:
    """A question and its answers, as a fieldset. The legend may be the page's title."""
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="w-full font-semibold"),
        present(hint, rx.el.p(said(hint), class_name="text-muted mt-1")),
        error_of(name, error),
        rx.el.div(*answers, class_name="grid gap-3 mt-4"),
        id=name,
        class_name="min-w-0 max-w-160",
        custom_attrs={"tabindex": "-1"},
    )


def choice(
    name: str,
    value: Text,
    text: Shown,
    *,
    hint: Text | None = None,
    chosen: Condition = None,
    several: bool = False,
    **props: Any,
) -> rx.Component:
    """One answer in a big box: radio, or checkbox when `several` may be chosen.

    On citizen pages `chosen` is a Slot: `value("form.contact == 'phone'")`.
    """
    return rx.el.label(
        box(name, value, chosen, "checkbox" if several else "radio", props),
        rx.el.span(
            rx.el.span(text, class_name="block"),
            present(hint, rx.el.span(said(hint), class_name="block text-sm text-muted")),
            class_name="grow min-w-0",
        ),
        class_name="choice",
    )


def tick(name: str, value: Text, text: Shown, *, chosen: Condition = None, **props: Any) -> rx.Component:
    """A checkbox with its words beside it, without a box around."""
    return rx.el.label(
        box(name, value, chosen, "checkbox", props),
        rx.el.span(text, class_name="grow min-w-0"),
        class_name="flex items-center gap-3 min-h-12",
    )


def box(name: str, value: Text, chosen: Condition, kind: str, props: dict[str, Any]) -> rx.Component:
    # As plain attributes: Reflex would turn a value into an expression for the browser.
    given = {"value": value, **props.pop("custom_attrs", {})}
    if isinstance(chosen, rx.Var):
        props["checked"] = chosen
    else:
        given |= mark("checked", chosen)
    return rx.el.input(type=kind, name=name, class_name="tick", custom_attrs=given, **props)
