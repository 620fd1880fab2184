"""Buttons and links that look like buttons."""

from typing import Any, Literal

import reflex as rx

from rindu_app.components.either import Shown
from rindu_app.components.kit.icon import icon as draw

Kind = Literal["primary", "plain", "quiet", "danger"]

KINDS: dict[Kind, str] = {
    "primary": "button-primary",
    "plain": "button-plain",
    "quiet": "button-quiet",
    "danger": "button-danger",
}


def button(
    *children: Shown,
    kind: Kind = "primary",
    href: str | rx.Var | None = None,
    icon: str | None = None,
    main: bool = False,
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """A button, or a link that looks like one when `href` is given.

    `main` is the one main action of a screen: 56 px, full width on phones. Other buttons are 48 px.
    A button submits its form unless `type="button"` is given or it has an `on_click`.
    """
    look = " ".join(filter(None, ["button", KINDS[kind], "button-main" if main else "", class_name]))
    content = ([draw(icon)] if icon else []) + list(children)
    if href is not None:
        return rx.el.a(*content, href=href, class_name=look, **props)
    props.setdefault("type", "button" if "on_click" in props else "submit")
    return rx.el.button(*content, class_name=look, **props)


def back_link(href: str | rx.Var, text: str = "Kembali") -> rx.Component:
    """The way one step back, above the title."""
    return rx.el.a(
        draw("back", "size-5 -ml-1"),
        rx.el.span(text, class_name="underline underline-offset-4"),
        href=href,
        class_name="inline-flex items-center justify-self-start gap-1 min-h-12 -my-2 text-primary",
    )
