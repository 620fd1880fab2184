"""One kit, two worlds: conditions that are known now, in the browser (Var), or when the server fills a page (Slot)."""

import reflex as rx

from rindu_app.components.slots import Slot, attribute, when

Text = str | rx.Var[str]
Shown = Text | rx.Component
Condition = bool | str | rx.Var | None


def present(condition: Condition, *children: Shown, otherwise: rx.Component | None = None) -> rx.Component:
    """Show the children where the condition holds: a Slot when its value is there, a Var in the browser, else now."""
    if isinstance(condition, Slot):
        return when(condition.expression, *children, otherwise=otherwise)
    if isinstance(condition, rx.Var):
        return rx.cond(condition, rx.fragment(*children), otherwise or rx.fragment())
    return rx.fragment(*children) if condition else (otherwise or rx.fragment())


def said(text: Shown | None) -> Shown:
    """Text that may be missing, where `present` has asked already."""
    return "" if text is None else text


def pick(condition: Condition, yes: str, no: str = "") -> Text:
    """A class name or attribute value that depends on a condition."""
    if isinstance(condition, Slot):
        return f"{{% if {condition.expression} %}}{yes}{{% else %}}{no}{{% endif %}}"
    if isinstance(condition, rx.Var):
        return rx.cond(condition, yes, no)
    return yes if condition else no


def mark(name: str, condition: Condition, text: str = "true") -> dict[str, Text]:
    """An attribute that is there only where the condition holds, for `custom_attrs`."""
    if isinstance(condition, Slot):
        return {name: attribute(condition.expression, text)}
    if isinstance(condition, rx.Var):
        return {name: rx.cond(condition, text, rx.Var("undefined"))}
    return {name: text} if condition else {}
