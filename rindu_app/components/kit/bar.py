"""A small bar beside its numbers: a picture of what the words next to it say, and never instead of them."""

import reflex as rx

TONES = (
    ("high", "fill-error"),
    ("medium", "fill-warning"),
    ("low", "fill-edge"),
    ("primary", "fill-primary"),
)


def bar(pieces: rx.Var, *, class_name: str = "") -> rx.Component:
    """`pieces` have `key`, `x` and `width` in hundredths of the bar, and a `tone`: a level of risk, or primary."""
    return rx.el.svg(
        rx.el.rect(x="0", y="0", width="100", height="8", class_name="fill-base-300"),
        rx.foreach(pieces, _piece),
        view_box="0 0 100 8",
        class_name=["block w-full h-2 rounded-full", class_name],
        custom_attrs={"aria-hidden": "true", "preserveAspectRatio": "none"},
    )


def _piece(piece: rx.Var) -> rx.Component:
    return rx.el.rect(
        x=piece.x,
        y="0",
        width=piece.width,
        height="8",
        class_name=rx.match(piece.tone, *TONES, "fill-primary"),
        key=piece.key,
    )
