"""The fields of a plan, for a session of one person and for a group's meeting. Each is called `<name>_<field>`."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import selects


def plan_fields(
    name: str,
    errors: Any,
    services: rx.Var,
    *more: rx.Component,
    given: Any = None,
    source: Any = None,
    today: Any = None,
) -> Sequence[rx.Component]:
    """`given`: the session as it is; `source`: an appointment whose time is taken over; `more` stands after the kind."""
    when = given if given is not None else source
    return (
        selects(
            "Jenis", f"{name}_service", services, "Pilih satu", required=True, error=errors[f"{name}_service"],
            **_given(given, "service"),
        ),
        *more,
        rx.el.div(
            kit.field("Tanggal", f"{name}_day", type="date", required=True, error=errors[f"{name}_day"], **_given(when, "day")),
            kit.field("Jam", f"{name}_time", type="time", required=True, **_given(when, "time")),
            class_name="grid gap-3 grid-cols-2",
        ),
        minutes("Lama, menit", f"{name}_minutes", errors[f"{name}_minutes"], given, "minutes", "60"),
        rx.el.div(
            minutes("Perjalanan pergi", f"{name}_before", errors[f"{name}_before"], given, "before", "0"),
            minutes("Perjalanan pulang", f"{name}_after", errors[f"{name}_after"], given, "after", "0"),
            class_name="grid gap-3 grid-cols-2 items-end",
        ),
    )  # fmt: skip


def minutes(label: str, name: str, error: Any, given: Any, value: str, usual: str) -> rx.Component:
    default = _given(given, value) or {"default_value": usual}
    return kit.field(label, name, error=error, custom_attrs={"inputmode": "numeric"}, max_length=3, **default)


def place_field(name: str, given: Any = None, hint: str | None = None) -> rx.Component:
    return kit.field(
        "Tempat", f"{name}_place", hint=hint, auto_complete="off", max_length=300, **_given(given, "place")
    )


def anyway_field(name: str, outside: rx.Var) -> rx.Component:
    """Only where the time asked for is unusual: why it must be so."""
    return rx.cond(
        outside,
        rx.el.div(
            kit.notice(outside, tone="warning"),
            kit.field("Tetap jadwalkan karena", f"{name}_anyway", auto_complete="off", max_length=300),
            class_name="grid gap-3",
        ),
    )


def _given(row: Any, name: str) -> dict[str, Any]:
    return {"default_value": getattr(row, name)} if row is not None else {}
