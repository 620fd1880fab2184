"""Who is to be asked how she is, after her case was closed."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.rows import wide_rows
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.to_visit import ToVisit
from rindu_app.words import routes


@screen(COUNSELLOR, routes.TO_VISIT, title="Kunjungan lanjutan", on_load=[ToVisit.load, Nav.load])
def to_visit() -> Parts:
    header = kit.staff_header("Kunjungan lanjutan", below=kit.back_link(routes.CASES, "Kasus"))
    anything = ToVisit.alarms.length() + ToVisit.late.length() + ToVisit.soon.length() > 0
    shown = rx.match(ToVisit.phase, ("ready", rx.cond(anything, lists(), nothing())), kit.loading())
    return Parts(header, [rx.el.div(shown, on_unmount=ToVisit.leave)])


def lists() -> rx.Component:
    return rx.el.div(
        part("Tanda bahaya, belum ditindaklanjuti", ToVisit.alarms),
        part("Sudah lewat waktunya", ToVisit.late),
        part("Segera", ToVisit.soon),
        rx.cond(
            ToVisit.full,
            rx.el.p("Yang lain muncul setelah sebagian dari daftar ini selesai.", class_name="text-muted"),
        ),
        class_name="grid grid-cols-1 gap-8",
    )


def part(title: str, rows: rx.Var) -> rx.Component:
    return rx.cond(rows.length() > 0, kit.section(title, wide_rows(rx.foreach(rows, due_row), label=title)))


def due_row(row: rx.Var) -> rx.Component:
    colour = rx.match(row.tone, ("danger", "text-error"), ("warning", "text-warning"), "text-muted")
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                rx.el.span(row.title, class_name="block text-base font-semibold"),
                rx.el.span(row.detail, class_name="block text-sm text-muted"),
                class_name="grow min-w-0",
            ),
            rx.el.span(row.word, class_name=["text-sm font-semibold text-right shrink-0", colour]),
            href=row.href,
            class_name="row-link py-3 px-5 bg-base-100",
        ),
        key=row.key,
    )


def nothing() -> rx.Component:
    return kit.empty(
        "Tidak ada kunjungan dalam dua minggu ini.",
        "Setelah kasus ditutup, klien yang setuju ditanya kabarnya pada bulan ke-1, 3, 6, dan 12. "
        "Kunjungannya muncul di sini dua minggu sebelum harinya.",
    )
