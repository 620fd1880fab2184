"""A page that says one thing: something was not found, not allowed, or went wrong. And one that says nothing."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.kit.citizen_shell import NEUTRAL_TITLE
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


def nothing() -> rx.Component:
    """Shown for a moment on the way out; nobody should have to wonder what was here."""
    return rx.el.html(
        rx.el.head(
            rx.el.meta(char_set="utf-8"),
            rx.el.meta(name="viewport", content="width=device-width, initial-scale=1"),
            rx.el.title(NEUTRAL_TITLE),
        ),
        rx.el.body(
            rx.el.main(rx.el.h1("Prakiraan cuaca"), rx.el.a("Buka", href="/keluar?lagi=1", rel="noreferrer"))
        ),
        lang="id",
    )
