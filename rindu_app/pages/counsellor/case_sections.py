"""What the screens of services share: the way between them, and that all of it is free (BP-07)."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import selects
from rindu_app.pages.counsellor.case_file import case_part
from rindu_app.pages.workspace import Parts
from rindu_app.state.counsellor.case_file import CaseFile

PART = "layanan"
# Address below the part, and the word on the tab.
SECTIONS = (("", "Kegiatan"), ("mediasi", "Mediasi"), ("hukum", "Jalur hukum"), ("bantuan", "Bantuan"))


def services_part(state: type[CaseFile], section: str, *content: rx.Component) -> Parts:
    """One screen of services. `section` is its address below `/layanan`."""
    return case_part(
        state, PART, ways(state, section), free(), rx.el.div(*content, class_name="columns-file")
    )


def ways(state: type[CaseFile], section: str) -> rx.Component:
    links = [
        kit.tab(
            words,
            href=state.head.href + f"/{PART}" + (f"/{name}" if name else ""),
            current=name == section,
        )
        for name, words in SECTIONS
    ]
    return kit.tabs(*links, label="Bagian layanan")


def free() -> rx.Component:
    return rx.el.p(
        kit.icon("check", "size-5 text-success"),
        rx.el.span(rx.el.strong("Gratis."), " Tidak ada layanan yang dibayar oleh klien atau keluarganya."),
        class_name="flex items-start gap-2 my-4",
    )


def column(*children: rx.Component) -> rx.Component:
    return rx.el.div(*children, class_name="grid gap-8 min-w-0 content-start")


def must_choose(label: str, name: str, options: rx.Var, error: rx.Var, **props: rx.Var) -> rx.Component:
    return selects(label, name, options, "Pilih satu", required=True, error=error, **props)


def line(words: rx.Var) -> rx.Component:
    return rx.el.p(words, class_name="text-sm text-muted whitespace-pre-wrap", key=words)


def hidden(uid: rx.Var) -> rx.Component:
    """Which row a form is about."""
    return rx.el.input(type="hidden", name="uid", value=uid, read_only=True)
