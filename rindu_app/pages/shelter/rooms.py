"""Houses with their rooms and beds, and, for these people alone, where a house stands."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form
from rindu_app.components.shelter.pieces import entry
from rindu_app.pages.shelter.workspace import SHELTER
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.shelter.rooms import ShelterRooms
from rindu_app.words import routes


@screen(SHELTER, routes.SHELTER_ROOMS, title="Kamar", on_load=ShelterRooms.load)
def rooms() -> Parts:
    listed = rx.cond(
        ShelterRooms.houses.length() > 0,
        rx.el.div(rx.foreach(ShelterRooms.houses, house), class_name="grid grid-cols-1 gap-10 max-w-3xl"),
        kit.empty("Belum ada rumah di wilayah ini.", "Administrator wilayah menambahkannya."),
    )
    body = rx.cond(ShelterRooms.ready, listed, kit.loading())
    return Parts(kit.staff_header("Kamar"), [rx.el.div(body, on_unmount=ShelterRooms.hide_address)])


def house(row: rx.Var) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(row.name, class_name="section-title"),
            rx.el.p(row.detail, class_name="text-sm text-muted"),
        ),
        rx.cond(ShelterRooms.writing == row.id, address_form(), address(row)),
        rx.cond(
            row.rooms.length() > 0,
            kit.rows(rx.foreach(row.rooms, entry), label="Kamar"),
            rx.el.p("Belum ada kamar.", class_name="text-muted"),
        ),
        class_name="grid grid-cols-1 gap-3 min-w-0",
        key=row.id,
    )


def address(row: rx.Var) -> rx.Component:
    shown = rx.el.div(
        rx.el.p(ShelterRooms.address, class_name="font-semibold whitespace-pre-wrap wrap-anywhere"),
        kit.button("Sembunyikan", kind="quiet", on_click=ShelterRooms.hide_address, class_name="px-0 justify-self-start"),
        class_name="grid",
    )  # fmt: skip
    offered = rx.el.div(
        kit.button("Tampilkan alamat", kind="plain", icon="show", on_click=ShelterRooms.show_address(row.id),
                   custom_attrs={"aria-label": "Tampilkan alamat " + row.name}),
        kit.button("Tulis alamat", kind="quiet", on_click=ShelterRooms.begin(row.id),
                   custom_attrs={"aria-label": "Tulis alamat " + row.name}),
        class_name="flex flex-wrap gap-2",
    )  # fmt: skip
    return rx.cond(ShelterRooms.shown == row.id, shown, offered)


def address_form() -> rx.Component:
    return form(
        kit.textarea(
            "Alamat rumah", "place_address", rows=2, required=True, auto_complete="off", error=AppState.errors["place_address"],
            hint="Hanya petugas rumah perlindungan wilayah ini yang dapat melihatnya, dan tiap kali dilihat tercatat.",
        ),
        rx.el.div(
            kit.button("Simpan alamat"),
            kit.button("Batal", kind="quiet", on_click=ShelterRooms.stop),
            class_name="flex flex-wrap gap-2",
        ),
        on_submit=ShelterRooms.keep_address,
        key=f"place-{ShelterRooms.done}",
    )  # fmt: skip
