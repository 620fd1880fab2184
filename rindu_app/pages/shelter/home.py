"""Requests first, then who stays now, house by house."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.rows import wide_rows
from rindu_app.components.shelter.pieces import stay_row
from rindu_app.pages.shelter.workspace import SHELTER
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.shelter.home import ShelterDay
from rindu_app.words import routes


@screen(SHELTER, routes.SHELTER, title="Penghuni", on_load=[ShelterDay.load, ShelterDay.watch])
def home() -> Parts:
    body = rx.el.div(requests(), houses(), class_name="grid grid-cols-1 gap-8 max-w-3xl")
    return Parts(
        kit.staff_header("Penghuni"),
        [rx.el.div(rx.cond(ShelterDay.ready, body, kit.loading()), on_unmount=ShelterDay.leave)],
    )


def requests() -> rx.Component:
    return kit.section(
        "Permintaan tempat",
        rx.cond(
            ShelterDay.requests.length() > 0,
            wide_rows(rx.foreach(ShelterDay.requests, stay_row), label="Permintaan tempat"),
            rx.el.p("Tidak ada permintaan yang menunggu.", class_name="text-muted"),
        ),
    )


def houses() -> rx.Component:
    nothing = kit.empty(
        "Belum ada rumah di wilayah ini.",
        "Administrator wilayah menambahkan rumah, kamar, dan tempat tidurnya. Setelah itu Anda menuliskan alamatnya di bagian Kamar.",
    )
    return rx.cond(
        ShelterDay.houses.length() > 0,
        rx.el.div(rx.foreach(ShelterDay.houses, house), class_name="grid grid-cols-1 gap-8"),
        nothing,
    )


def house(row: rx.Var) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(row.name, class_name="section-title"),
            rx.el.span(row.free, class_name="text-sm text-muted"),
            class_name="flex flex-wrap items-baseline justify-between gap-x-4",
        ),
        rx.cond(
            row.stays.length() > 0,
            wide_rows(rx.foreach(row.stays, stay_row), label="Tinggal sekarang"),
            rx.el.p("Tidak ada yang tinggal sekarang.", class_name="text-muted"),
        ),
        class_name="grid grid-cols-1 gap-3 min-w-0",
        key=row.key,
    )
