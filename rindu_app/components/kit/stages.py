"""The stops of a way, side by side: where it has been, where it is, what is to come. A picture of the rows beside it."""

import reflex as rx

from rindu_app.components.kit.icon import icon

# Look of a stop by its tone: picture, colour of its dot.
_DOTS = (
    ("done", "check", "text-base-100 bg-success border-success"),
    ("alarm", "warning", "text-base-100 bg-error border-error"),
    ("late", "clock", "text-warning border-warning"),
    ("missed", "close", "text-muted"),
    ("cancelled", "close", "text-muted border-dashed"),
)


def stages(rows: rx.Var, *, label: str) -> rx.Component:
    """`rows` have `key`, `title`, `tone`, `state` and `when`; `steps` are filled or not, `stability` is their word."""
    return rx.el.ol(
        rx.foreach(rows, _stage), class_name="stages", custom_attrs={"aria-label": label, "role": "list"}
    )


def _stage(row: rx.Var) -> rx.Component:
    pictures = [(tone, icon(name, "size-4")) for tone, name, _ in _DOTS]
    looks = [(tone, f"timeline-dot {look}") for tone, _, look in _DOTS]
    return rx.el.li(
        rx.el.span(
            rx.match(row.tone, *pictures, icon("calendar", "size-4")),
            class_name=rx.match(row.tone, *looks, "timeline-dot"),
            custom_attrs={"aria-hidden": "true"},
        ),
        rx.el.p(row.title, class_name="font-semibold mt-2"),
        rx.el.p(
            row.state, class_name=["text-sm", rx.cond(row.tone == "alarm", "text-error font-semibold", "")]
        ),
        rx.el.p(row.when, class_name="text-sm text-muted"),
        rx.cond(
            row.steps.length() > 0,
            rx.el.div(
                rx.el.span(
                    rx.foreach(row.steps, _step),
                    class_name="flex gap-0.5 mt-2",
                    custom_attrs={"aria-hidden": "true"},
                ),
                rx.el.p(row.stability, class_name="text-sm text-muted mt-1"),
            ),
        ),
        class_name="stage",
        key=row.key,
    )


def _step(filled: rx.Var) -> rx.Component:
    return rx.el.span(class_name=["stage-step", rx.cond(filled, "bg-primary", "bg-base-300")])
