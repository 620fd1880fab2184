"""A week of somebody's calendar: days one below the other on a phone, side by side on a wide screen."""

from typing import Any

import reflex as rx

from rindu_app.components import kit

# A thin bar in its colour, and always the word in the title.
BARS = (
    ("session", "border-l-primary"),
    ("meeting", "border-l-secondary"),
    ("appointment", "border-l-info"),
    ("visit", "border-l-accent"),
    ("conference", "border-l-neutral"),
    ("task", "border-l-warning"),
)


def week_bar(title: rx.Var, ahead: rx.Var, turn: Any) -> rx.Component:
    """Which week is shown, and the way to the next, the one before, and this one. `turn` takes a number of weeks."""
    return rx.el.div(
        rx.el.h2(title, id="minggu", class_name="section-title grow", custom_attrs={"tabindex": "-1"}),
        kit.button("Minggu ini", kind="quiet", on_click=turn(0), disabled=ahead == 0),
        kit.button("Sebelumnya", kind="plain", icon="back", on_click=turn(-1)),
        kit.button("Berikutnya", kind="plain", icon="next", on_click=turn(1)),
        class_name="flex flex-wrap items-center gap-2",
    )


def day_column(day: rx.Var) -> rx.Component:
    """One day: its date, when I work or why not, and what it holds by time."""
    return rx.el.section(
        rx.el.div(
            rx.el.h3(
                day.title, rx.cond(day.is_today, rx.el.span(" · hari ini", class_name="font-normal")),
                class_name=["font-semibold", rx.cond(day.is_today, "text-primary", "")],
            ),
            rx.cond(day.note, rx.el.p(day.note, class_name="text-sm text-warning")),
            rx.cond(day.hours, rx.el.p(day.hours, class_name="text-sm text-muted tabular-nums")),
        ),
        rx.cond(
            day.rows.length() > 0,
            rx.el.ul(rx.foreach(day.rows, calendar_item), class_name="grid gap-2", custom_attrs={"role": "list"}),
            rx.el.p("Kosong", class_name="text-sm text-muted"),
        ),
        # On a phone a day that is over and held nothing takes no room.
        class_name=["week-day", rx.cond(day.is_over & (day.rows.length() == 0), "max-lg:hidden", "")],
        key=day.key,
    )  # fmt: skip


def calendar_item(row: rx.Var) -> rx.Component:
    look = ["calendar-item", rx.match(row.icon, *BARS, "border-l-base-300")]
    words = [
        rx.el.span(row.when, class_name="block text-sm font-semibold tabular-nums"),
        rx.el.span(row.title, class_name="block"),
        rx.el.span(
            rx.cond(row.number, row.number + " ", ""),
            row.detail,
            class_name="block text-sm text-muted wrap-anywhere",
        ),
    ]
    return rx.el.li(
        rx.cond(
            row.href,
            rx.el.a(*words, href=row.href, class_name=look),
            rx.el.div(*words, class_name=look),
        ),
        key=row.uid,
    )
