"""What waits for somebody beside the list she is looking at: one line each, nothing where nothing waits."""

from collections.abc import Sequence

import reflex as rx

from rindu_app.components import kit

# (how much waits, "" where nothing does; in words; where it is done)
Place = tuple[rx.Var, str, str]


def waiting(places: Sequence[Place]) -> rx.Component:
    anything = rx.Var.create("")
    for count, _, _ in places:
        anything = anything + count
    return rx.cond(
        anything != "",
        rx.el.section(
            rx.el.h2("Menunggu Anda", class_name="section-title"),
            kit.rows(
                *[line(*place) for place in places], label="Menunggu Anda", class_name="box mt-3 max-w-3xl"
            ),
            class_name="min-w-0",
        ),
    )


def line(count: rx.Var, words: str, href: str) -> rx.Component:
    return rx.cond(
        count != "",
        rx.el.li(
            rx.el.a(
                rx.el.span(count, class_name="font-semibold tabular-nums text-right w-8 shrink-0"),
                rx.el.span(words, class_name="grow min-w-0"),
                kit.icon("next", "size-5 text-muted"),
                href=href,
                class_name="row-link pl-2 pr-4",
            )
        ),
    )
