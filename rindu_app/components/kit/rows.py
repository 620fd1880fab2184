"""Lists are rows with a hairline, not cards."""

from typing import Any

import reflex as rx

from rindu_app.components.either import Shown, Text, present, said
from rindu_app.components.kit.icon import icon as draw


def rows(*children: rx.Component, label: Text | None = None, class_name: str = "") -> rx.Component:
    """A list of rows between hairlines; `label` names it where no heading does."""
    named = {"aria-label": label} if label is not None else {}
    return rx.el.ul(
        *children, class_name=f"rows {class_name}".strip(), custom_attrs={"role": "list", **named}
    )


def link_row(
    text: Shown,
    href: str | rx.Var,
    *,
    hint: Text | None = None,
    icon: str | None = None,
    end: Shown | None = None,
    action: bool = False,
    **props: Any,
) -> rx.Component:
    """A row that leads somewhere, with a chevron. `action` colours its words as something to do."""
    words = rx.el.span(
        rx.el.span(text, class_name="text-primary" if action else ""),
        present(hint, rx.el.span(said(hint), class_name="block text-sm text-muted")),
        class_name="grow min-w-0",
    )
    return rx.el.li(
        rx.el.a(
            *([draw(icon, "size-5 text-primary")] if icon else []),
            words,
            *([rx.el.span(end, class_name="text-sm text-muted tabular-nums")] if end is not None else []),
            draw("next", "size-5 text-primary" if action else "size-5 text-muted"),
            href=href,
            class_name="row-link",
            **props,
        )
    )


def phone_list(*children: rx.Component, label: str = "Nomor telepon") -> rx.Component:
    """The box that holds phone rows."""
    return rx.el.ul(*children, class_name="box rows", custom_attrs={"role": "list", "aria-label": label})


def phone_row(number: Text, name: Text, hint: Text | None = None, href: Text | None = None) -> rx.Component:
    """A number to call with one touch. `href` overrides `tel:` for long numbers shown with spaces."""
    return rx.el.li(
        rx.el.a(
            rx.el.span(number, class_name="phone-number"),
            rx.el.span(
                rx.el.span(name, class_name="block"),
                present(hint, rx.el.span(said(hint), class_name="block text-sm text-muted")),
                class_name="grow min-w-0",
            ),
            draw("phone", "size-5 text-muted"),
            href=href if href is not None else f"tel:{number}",
            class_name="row-link px-4",
        )
    )
