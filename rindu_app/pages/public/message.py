"""A page that says one thing: something was not found, not allowed, or went wrong."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import value, when


def message() -> rx.Component:
    """Slots: `title`, `text`, `again` (an address to go back to, or "")."""
    return kit.citizen_shell(
        kit.page_title(value("title"), lead=value("text"), focus=True),
        rx.el.div(
            when("again", kit.button("Kembali ke isian", href=value("again"), main=True)),
            kit.button("Ke halaman awal", href="/", kind="plain", main=True),
            class_name="grid gap-3",
        ),
        rx.el.p(
            "Bila Anda dalam bahaya, hubungi ",
            rx.el.a("112", href="tel:112", class_name="font-bold text-error"),
            " atau ",
            rx.el.a("110", href="tel:110", class_name="font-bold text-error"),
            ".",
        ),
    )
