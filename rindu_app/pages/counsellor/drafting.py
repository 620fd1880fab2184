"""A text that survives a lost session: kept while it is typed, restored with a quiet line, thrown away by a button."""

from typing import Any

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.either import Condition
from rindu_app.state.counsellor.drafts import Drafts

# How long after the last key a text is kept, in milliseconds. Leaving the field keeps it at once.
PAUSE = 2500


def draft_area(
    label: str,
    name: str,
    *,
    of: rx.Var | None = None,
    begin: rx.Var | None = None,
    error: Condition = None,
    rows: int = 6,
    **props: Any,
) -> rx.Component:
    """As `kit.textarea`. `of`: the uid of what it belongs to, where a screen has several of the same name; `begin`: what it says
    before anybody types, where something is corrected.
    """
    kept = kept_name(name, of)
    area = kit.textarea(label, name, rows=rows, error=error, **kept_props(kept, begin), **props)
    return rx.el.div(area, restored(kept), class_name="grid gap-1 w-full")


def kept_name(name: str, of: rx.Var | None = None) -> rx.Var:
    """Under which a field is kept."""
    return f"{name}:" + of if of is not None else rx.Var.create(name)


def kept_props(kept: rx.Var, begin: rx.Var | None = None) -> dict[str, Any]:
    """What makes a textarea one that is kept. What it `begin`s with is no draft."""
    text, begun = Drafts.texts[kept], begin if begin is not None else ""

    def keep(typed: rx.Var) -> rx.event.EventSpec:
        return Drafts.keep(kept, Drafts.stamp, typed, begun)

    return {
        "default_value": text if begin is None else rx.cond(text, text, begin),
        "on_change": lambda typed: keep(typed).debounce(PAUSE),
        "on_blur": keep,
        "key": kept + "-" + Drafts.stamp.to_string(),
    }


def restored(kept: rx.Var) -> rx.Component:
    time = Drafts.times[kept]
    return rx.cond(
        time,
        rx.el.p(
            "Draf dari ",
            time,
            " dipulihkan · ",
            rx.el.button(
                "Buang",
                type="button",
                on_click=Drafts.discard(kept),
                class_name="link min-h-12 cursor-pointer",
                custom_attrs={"aria-label": "Buang draf"},
            ),
            class_name="text-sm text-muted",
            custom_attrs={"role": "status"},
        ),
    )
