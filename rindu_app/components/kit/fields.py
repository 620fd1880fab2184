"""Fields with a label, a hint and an error that are tied to them."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from rindu_app.components.either import Condition, Shown, Text, mark, pick, present, said
from rindu_app.components.kit.icon import icon as draw


def field(
    label: Text,
    name: str,
    *,
    hint: Text | None = None,
    error: Condition = None,
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """One-line field. `error` is text, a Var or a Slot; properties of `<input>` pass through.

    On citizen pages: `field("Nama", "name", default_value=optional("form.name"), error=value("errors.name"))`.
    """
    control = rx.el.input(
        name=name,
        class_name=f"control {class_name}".strip(),
        **tied(name, hint, error, props),
    )
    return labelled(label, name, hint, error, control)


def textarea(
    label: Text,
    name: str,
    *,
    hint: Text | None = None,
    error: Condition = None,
    rows: int = 6,
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """Several lines of text."""
    control = rx.el.textarea(
        name=name,
        rows=str(rows),
        class_name=f"control {class_name}".strip(),
        **tied(name, hint, error, props),
    )
    return labelled(label, name, hint, error, control)


def select(
    label: Text,
    name: str,
    *options: rx.Component,
    hint: Text | None = None,
    error: Condition = None,
    apart: bool = False,
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """A list to choose one from; its children come from `option`, `options`, `each` or `rx.foreach`.

    `apart`: `error_of` shows its error elsewhere, across more than this field.
    """
    control = rx.el.select(
        *options,
        name=name,
        class_name=f"control control-select {class_name}".strip(),
        **tied(name, hint, error, props),
    )
    return labelled(label, name, hint, None if apart else error, control)


def option(value: Text, text: Text, chosen: Condition = None) -> rx.Component:
    """One choice of a `select`; `chosen` is for citizen pages, a Slot such as `value("form.area == a.code")`."""
    return rx.el.option(text, value=value, custom_attrs=mark("selected", chosen))


def options(pairs: Sequence[tuple[str, str]]) -> list[rx.Component]:
    """Options from (value, text) pairs."""
    return [option(value, text) for value, text in pairs]


def labelled(
    label: Text, name: str, hint: Text | None, error: Condition, control: rx.Component
) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=name, class_name="font-semibold"),
        hint_of(name, hint),
        error_of(name, error),
        control,
        class_name="field",
    )


def hint_of(name: str, hint: Text | None) -> rx.Component:
    return present(hint, rx.el.p(said(hint), id=f"{name}-hint", class_name="text-sm text-muted"))


def error_of(name: str, error: Condition) -> rx.Component:
    shown: Shown = error if isinstance(error, (str, rx.Var)) else ""
    return present(
        error,
        rx.el.p(draw("warning"), rx.el.span(shown), id=f"{name}-error", class_name="field-error"),
    )


def tied(name: str, hint: Text | None, error: Condition, props: dict[str, Any]) -> dict[str, Any]:
    """Id, description and validity of a control, beside what its caller gave."""
    described = " ".join(filter(None, [f"{name}-hint" if hint is not None else ""]))
    given = dict(props.pop("custom_attrs", {}))
    if error is not None:
        together = f"{described} {name}-error".strip()
        given |= {"aria-describedby": pick(error, together, described)} | mark("aria-invalid", error)
    elif described:
        given["aria-describedby"] = described
    return {"id": name, **props, "custom_attrs": given}
