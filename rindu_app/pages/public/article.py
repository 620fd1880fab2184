"""The frame of pages to read."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import when
from rindu_app.pages.public.frame import to
from rindu_app.pages.public.home import sapa_by_whatsapp
from rindu_app.pages.public.step_who import emergency_rows


def article(title: str, lead: str, *parts: rx.Component, call: bool = True) -> rx.Component:
    """Slots: `hotlines`, `sapa`, `mark`."""
    ending = (
        [kit.section("Butuh bantuan sekarang?", emergency_rows(), when("sapa", sapa_by_whatsapp()))]
        if call
        else []
    )
    return kit.citizen_shell(
        kit.back_link(to("/"), "Halaman awal"),
        kit.page_title(title, lead=lead, focus=True),
        *parts,
        *ending,
        rx.el.div(
            kit.button("Bicara dengan konselor", href=to("/mulai?pintu=konseling"), main=True),
            rx.el.p("Gratis, rahasia, tanpa perlu menyebut nama.", class_name="text-muted"),
            class_name="grid gap-3",
        ),
    )


def part(title: str, *content: rx.Component) -> rx.Component:
    return kit.section(title, *content)


def words(text: str) -> rx.Component:
    return rx.el.p(text)


def points(*texts: str) -> rx.Component:
    return rx.el.ul(*[rx.el.li(text) for text in texts], class_name="list-disc pl-6 grid gap-2")


def steps(*pairs: tuple[str, str]) -> rx.Component:
    """Numbered steps: what happens, and what it means for her."""
    items = [
        rx.el.li(
            rx.el.p(title, class_name="font-semibold"),
            rx.el.p(text, class_name="text-muted"),
            class_name="pl-1",
        )
        for title, text in pairs
    ]
    return rx.el.ol(*items, class_name="list-decimal pl-6 grid gap-4")


def law(text: str) -> rx.Component:
    """The source, small."""
    return rx.el.p(text, class_name="text-sm text-muted")
