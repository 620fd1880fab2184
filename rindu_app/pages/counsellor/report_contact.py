"""Safe contact: what may be done now, what not, and why. Reaching out goes through here only."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.report import ReportPage
from rindu_app.words.codes import ContactWay
from rindu_app.words.labels import label

contact = ReportPage.story.contact


def contact_box() -> rx.Component:
    return rx.el.section(
        rx.el.h2(kit.icon("shield", "size-5 text-primary"), "Kontak aman", class_name="section-title flex items-center gap-2"),
        rx.el.ul(rx.foreach(contact.ways, way_row), class_name="rows mt-2", custom_attrs={"role": "list"}),
        rx.el.div(
            rx.cond(contact.times, rx.el.p(rx.el.span("Waktu aman: ", class_name="text-muted"), contact.times)),
            rx.cond(contact.code_word, rx.el.p(rx.el.span("Kata kunci aman: ", class_name="text-muted"), "“", contact.code_word, "”")),
            rx.cond(contact.stop_word, rx.el.p(rx.el.span("Kata berhenti: ", class_name="text-muted"), "“", contact.stop_word, "”")),
            rx.foreach(contact.notes, lambda note: rx.el.p(note, key=note)),
            class_name="grid gap-1 mt-4",
        ),
        rx.cond(
            ReportPage.call_link,
            rx.el.p(
                kit.button("Buka sekarang", href=ReportPage.call_link, icon="phone", custom_attrs={"rel": "noreferrer"}),
                class_name="mt-4",
            ),
        ),
        rx.cond(ReportPage.story.may_work, override()),
        class_name="box p-5",
        custom_attrs={"aria-label": "Kontak aman"},
    )  # fmt: skip


def way_row(row: rx.Var) -> rx.Component:
    """A way and whether it may be used now: always in words, with the reason where not."""
    return rx.el.li(
        rx.cond(row.allowed, kit.icon("check", "size-5 text-success"), kit.icon("close", "size-5 text-error")),
        rx.el.span(
            rx.el.span(row.text, class_name="font-semibold"),
            rx.cond(
                row.allowed,
                rx.el.span("Boleh sekarang", class_name="block text-sm text-success"),
                rx.el.span("Jangan. ", row.why, class_name="block text-sm text-error"),
            ),
            class_name="grow min-w-0",
        ),
        rx.cond(
            row.allowed & row.reachable & ReportPage.story.may_work,
            kit.button("Hubungi", kind="plain", on_click=ReportPage.call(row.way), custom_attrs={"aria-label": "Hubungi lewat " + row.text}),
        ),
        class_name="flex items-center gap-3 min-h-14 py-2",
        key=row.way,
    )  # fmt: skip


def override() -> rx.Component:
    """Only where a life may hang on it: with a reason, on record."""
    ways = [(way, label(way)) for way in (ContactWay.PHONE, ContactWay.WHATSAPP)]
    return rx.el.details(
        rx.el.summary("Tetap harus menghubungi", class_name="min-h-12 py-3 text-sm underline underline-offset-4"),
        form(
            rx.el.p("Hanya bila keselamatan menuntutnya. Alasan dan nama Anda dicatat dan dapat diperiksa penyelia."),
            kit.select("Cara", "call_way", *kit.options(ways)),
            kit.textarea("Alasan", "call_reason", rows=2, required=True, error=AppState.errors["call_reason"]),
            kit.button("Buka nomor dan catat", kind="danger"),
            on_submit=ReportPage.call_anyway,
            key=f"call-{ReportPage.done}",
            class_name="pt-2",
        ),
        class_name="mt-2",
    )  # fmt: skip
