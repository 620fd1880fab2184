"""The frame of every citizen page: a whole HTML document without a script, with the exit first."""

import reflex as rx

from rindu_app.components.kit.icon import icon
from rindu_app.components.slots import value

NEUTRAL_TITLE = "Layanan Warga"
# `mark` ties the pages of one visit together (docs/adr/0040); a page without it still leaves.
EXIT_HREF = "/keluar{% if mark %}?k={{ mark }}{% endif %}"


def citizen_shell(
    *children: rx.Component, title: str = NEUTRAL_TITLE, wide: bool = False, leave: bool = True
) -> rx.Component:
    """A document whose title, address and icon say nothing to someone who looks over the shoulder.

    Only the pages where staff sign in go without the exit (`leave=False`). The server fills `css` with the built style sheet; nothing else is needed to show the page.
    """
    return rx.el.html(
        rx.el.head(
            rx.el.meta(char_set="utf-8"),
            rx.el.meta(name="viewport", content="width=device-width, initial-scale=1"),
            rx.el.title(title),
            rx.el.meta(name="color-scheme", content="light"),
            rx.el.meta(name="robots", content="noindex, nofollow"),
            rx.el.meta(name="referrer", content="no-referrer"),
            rx.el.meta(name="format-detection", content="telephone=no"),
            # An empty icon: without it the browser asks for one.
            rx.el.link(rel="icon", custom_attrs={"href": "{{ 'data:,' }}"}),
            rx.el.style(value("css")),
        ),
        rx.el.body(
            exit_bar() if leave else rx.fragment(),
            rx.el.main(*children, id="isi", class_name="page page-wide" if wide else "page"),
            class_name="citizen",
        ),
        lang="id",
    )


def exit_bar() -> rx.Component:
    """Leaves at once; the server ends the visit. First in the page, for the thumb and for the keyboard."""
    return rx.el.nav(
        rx.el.a(
            icon("exit"), rx.el.span("Keluar cepat"), href=EXIT_HREF, rel="noreferrer", class_name="exit-link"
        ),
        class_name="exit-bar",
        custom_attrs={"aria-label": "Keluar"},
    )
