"""A list of things to keep, and the one form in which one of them is changed."""

from typing import Any

import reflex as rx

from rindu_app.components import kit
from rindu_app.words import dates


def kept_row(row: rx.Var, on_click: Any, action: str = "Ubah") -> rx.Component:
    """A row with its name, details and a button that opens the form."""
    return rx.el.li(
        rx.el.span(
            rx.el.span(row.title, class_name=["block font-semibold", rx.cond(row.dim, "text-muted", "")]),
            rx.el.span(row.detail, class_name="block text-sm text-muted"),
            rx.cond(row.end, rx.el.span(row.end, class_name="block text-sm tabular-nums wrap-anywhere")),
            class_name="grow min-w-0",
        ),
        kit.button(
            action, kind="quiet", on_click=on_click, custom_attrs={"aria-label": action + " " + row.title}
        ),
        class_name="flex items-center gap-3 min-h-14 py-2",
        key=row.key,
    )


def way_row(row: rx.Var, on_click: Any) -> rx.Component:
    """A row that leads one level down."""
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                rx.el.span(row.title, class_name="block"),
                rx.cond(row.detail, rx.el.span(row.detail, class_name="block text-sm text-muted")),
                class_name="grow min-w-0 text-left",
            ),
            kit.icon("next", "size-5 text-muted"),
            type="button",
            on_click=on_click,
            class_name="row-link w-full",
        ),
        key=row.key,
    )


def editor(title: Any, *children: rx.Component, on_stop: Any) -> rx.Component:
    """The form's place: first on the page while something is changed. It takes the focus when it opens."""
    return rx.el.section(
        rx.el.div(
            rx.el.h2(title, id="isian", tab_index=-1, class_name="section-title"),
            kit.button("Batal", kind="quiet", on_click=on_stop),
            class_name="flex items-center justify-between gap-4",
        ),
        *children,
        class_name="box p-5 grid gap-4 max-w-3xl",
    )


def choose(label: str, name: str, options: Any, old: Any, first: str = "", **props: Any) -> rx.Component:
    """A `select` over the choices of a State that starts at what is kept now."""
    return kit.select(
        label,
        name,
        *([rx.el.option(first, value="")] if first else []),
        rx.foreach(options, lambda choice: rx.el.option(choice.text, value=choice.value, key=choice.value)),
        default_value=old,
        **props,
    )


def ticked(name: str, text: str, on: Any) -> rx.Component:
    return kit.tick(name, "yes", text, default_checked=on)


def listing(rows: rx.Component, *, ready: Any, count: Any, nothing: rx.Component) -> rx.Component:
    """Rows, or what stands there while they come or where there are none."""
    return rx.cond(ready, rx.cond(count > 0, rows, nothing), kit.loading())


def more(on: Any, on_click: Any) -> rx.Component:
    return rx.cond(on, kit.button("Muat lebih banyak", kind="plain", on_click=on_click))


def opening_hours(form: str, old: Any, error: Any) -> rx.Component:
    """Times of each day: `<form>_opens_1` and `<form>_closes_1` are Monday's. `old` holds what is kept now."""
    return rx.el.fieldset(
        rx.el.legend("Jam buka", class_name="font-semibold"),
        rx.el.p("Kosongkan hari yang tutup. Tulis seperti 07:30.", class_name="text-sm text-muted"),
        rx.cond(error, rx.el.p(error, class_name="field-error")),
        *[_day(form, old, number, name) for number, name in enumerate(dates.LONG_DAYS, start=1)],
        class_name="min-w-0 grid gap-2",
    )


def _day(form: str, old: Any, number: int, name: str) -> rx.Component:
    def time(which: str, words: str) -> rx.Component:
        return rx.el.input(
            name=f"{form}_{which}_{number}",
            default_value=old[f"{which}_{number}"],
            input_mode="numeric",
            max_length=5,
            class_name="control w-full min-w-0 px-2 sm:max-w-28",
            custom_attrs={"aria-label": f"{name}, {words}"},
        )

    return rx.el.div(
        rx.el.span(name),
        time("opens", "buka"),
        rx.el.span("sampai", class_name="text-sm text-muted"),
        time("closes", "tutup"),
        class_name="grid grid-cols-[4.5rem_1fr_auto_1fr] sm:grid-cols-[5rem_7rem_auto_7rem] justify-start items-center gap-2 sm:gap-3",
    )
