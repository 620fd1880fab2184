"""Forms and steps: native, uncontrolled, emptied only when they succeeded."""

import json
from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from rindu_app.components import kit
from rindu_app.components.either import Text
from rindu_app.words.errors import sentence

# What the browser itself says of an empty field, in our words instead of its own language. Any entry in the form takes
# it back: a radio button keeps its group from being sent as long as it carries such a sentence.
OWN_WORDS = {
    "onInvalidCapture": rx.Var(
        "((e) => { const f = e.target, v = f.validity; f.setCustomValidity(!v || v.valid ? '' : v.valueMissing ? "
        "(f.tagName === 'SELECT' || f.type === 'radio' ? "
        f"{json.dumps(sentence('choice_missing'))} : {json.dumps(sentence('required'))}) : {json.dumps(sentence('entry_odd'))}) }})"
    ),
    "onInputCapture": rx.Var(
        "((e) => { for (const f of e.currentTarget.elements) f.setCustomValidity?.('') })"
    ),
}
# Of a text field with the focus a browser shows the line of the caret only; the rest may lie under the bar of a phone.
# A finger or a mouse chose what it touched: nothing moves under it.
WHOLE = {
    "onFocusCapture": rx.Var(
        "((e) => { const f = e.target; if (f.tagName === 'TEXTAREA' && !f.matches(':active')) f.scrollIntoView({ block: 'nearest' }) })"
    ),
}


def form(
    *children: rx.Component, on_submit: Any, key: Any, class_name: str = "", **props: Any
) -> rx.Component:
    """`key` changes when the form succeeded: then, and only then, it is made anew, empty."""
    return rx.el.form(
        *children,
        on_submit=on_submit,
        key=key,
        class_name=f"grid gap-4 {class_name}".strip(),
        custom_attrs={**OWN_WORDS, **WHOLE, **props.pop("custom_attrs", {})},
        **props,
    )


class _NativeForm(BaseHTML):
    """`rx.el.form` keeps its form from being sent, even where no handler listens."""

    tag = "form"


def post_form(*children: rx.Component, action: str) -> rx.Component:
    """A form that the browser itself sends to a door of ours: it needs no connection of the page."""
    return _NativeForm.create(*children, custom_attrs={"action": action, "method": "post"})


def closing_form(*children: rx.Component) -> rx.Component:
    """In a `dialog`: its button closes it, without asking the server."""
    return _NativeForm.create(*children, custom_attrs={"method": "dialog"})


def step(
    title: Text,
    *children: rx.Component,
    hint: Text | None = None,
    key: Any = None,
    opened: rx.Var | None = None,
) -> rx.Component:
    """One thing that can be done, closed until it is wanted. Steps of a page close each other. `opened`: something in it waits."""
    return rx.el.details(
        rx.el.summary(
            rx.el.span(
                rx.el.span(title, class_name="block font-semibold"),
                rx.el.span(hint, class_name="block text-sm text-muted")
                if hint is not None
                else rx.fragment(),
                class_name="grow min-w-0",
            ),
            kit.icon("down", "size-5 text-muted"),
            class_name="flex items-center gap-3 min-h-14 py-2 list-none",
        ),
        rx.el.div(*children, class_name="pt-1 pb-5 grid gap-4"),
        class_name="border-b border-base-300",
        custom_attrs={"name": "langkah"},
        **({"open": rx.cond(opened, True, False)} if opened is not None else {}),
        **({"key": key} if key is not None else {}),
    )


def selects(label: Text, name: str, options: Any, first: str, **props: Any) -> rx.Component:
    """A `select` over choices (`value`, `text`) of a State, with an empty first entry."""
    return kit.select(
        label,
        name,
        rx.el.option(first, value=""),
        rx.foreach(options, lambda choice: rx.el.option(choice.text, value=choice.value, key=choice.value)),
        **props,
    )


def pick(name: str, value: Any, text: Any, *, several: bool = False, **props: Any) -> rx.Component:
    """A radio button (or a checkbox, where several may be chosen) with its words beside it."""
    return rx.el.label(
        rx.el.input(
            type="checkbox" if several else "radio",
            name=name,
            class_name="tick",
            custom_attrs={"value": value},
            **props,
        ),
        rx.el.span(text, class_name="grow min-w-0"),
        class_name="flex items-center gap-3 min-h-12 py-1",
    )
