"""Houses, rooms and beds of the shelters. No address: it is not known here."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import choose, editor, kept_row, listing, ticked
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.admin.workspace import ADMIN
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.admin.shelters import Shelters
from rindu_app.state.base import AppState
from rindu_app.words import routes


@screen(ADMIN, routes.ADMIN_SHELTERS, title="Rumah", on_load=Shelters.load)
def shelters() -> Parts:
    header = kit.staff_header(
        "Rumah perlindungan",
        actions=[kit.button("Rumah baru", icon="add", on_click=Shelters.begin("new"))],
    )
    return Parts(header, [rx.cond(Shelters.editing, house()), kept()])


def house() -> rx.Component:
    old = Shelters.old
    return editor(
        rx.cond(Shelters.editing == "new", "Rumah baru", old["name"]),
        form(
            kit.field("Nama", "house_name", required=True, default_value=old["name"], error=AppState.errors["house_name"],
                      hint="Pakai nama samaran, bukan nama jalan atau kampung. Alamatnya ditulis oleh petugas rumah itu sendiri."),
            choose("Wilayah yang dilayani", "house_area_code", Shelters.areas, old["area_code"], error=AppState.errors["house_area_code"]),
            boys("house", old["boys_until"]),
            ticked("house_active", "Rumah ini menerima penghuni", old["active"] == "yes"),
            rx.el.div(kit.button("Simpan rumah")),
            on_submit=Shelters.save,
            key=f"{Shelters.editing}-{Shelters.done}",
        ),
        rx.cond(Shelters.editing != "new", rooms()),
        on_stop=Shelters.stop,
    )  # fmt: skip


def boys(name: str, old: rx.Var) -> rx.Component:
    """The oldest boy who may sleep there."""
    ages = [("none", "Tidak, perempuan saja"), ("0", "Bayi di bawah 1 tahun")]
    ages += [(str(age), f"Sampai {age} tahun") for age in range(1, 18)]
    field = f"{name}_boys_until"
    return kit.select(
        "Menerima anak laki-laki", field, *kit.options(ages), default_value=old, error=AppState.errors[field]
    )


def rooms() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h3("Kamar", class_name="font-bold"),
            kit.button("Kamar baru", kind="plain", icon="add", on_click=Shelters.begin_room("new")),
            class_name="flex items-center justify-between gap-4",
        ),
        rx.cond(
            Shelters.rooms.length() > 0,
            kit.rows(rx.foreach(Shelters.rooms, lambda row: kept_row(row, Shelters.begin_room(row.key))), label="Kamar"),
            rx.el.p("Belum ada kamar.", class_name="text-muted"),
        ),
        rx.cond(Shelters.room, room()),
        class_name="grid gap-4 border-t border-base-300 pt-4 min-w-0",
    )  # fmt: skip


def room() -> rx.Component:
    old = Shelters.old_room
    return rx.el.div(
        rx.el.div(
            rx.el.h3(
                rx.cond(Shelters.room == "new", "Kamar baru", old["name"]), id="isian-kamar", tab_index=-1, class_name="font-bold"
            ),
            kit.button("Selesai", kind="quiet", on_click=Shelters.stop_room),
            class_name="flex items-center justify-between gap-4",
        ),
        form(
            kit.field("Nama kamar", "room_name", required=True, default_value=old["name"], error=AppState.errors["room_name"]),
            boys("room", old["boys_until"]),
            ticked("room_families", "Hanya untuk ibu yang datang bersama anak", old["families"] == "yes"),
            ticked("room_active", "Kamar ini dipakai", old["active"] == "yes"),
            rx.el.div(kit.button("Simpan kamar", kind="plain")),
            on_submit=Shelters.save_room,
            key=f"room-{Shelters.room}-{Shelters.done}",
        ),
        rx.cond(Shelters.room != "new", beds()),
        class_name="grid gap-4 border-t border-base-300 pt-4 min-w-0",
    )  # fmt: skip


def beds() -> rx.Component:
    return rx.el.div(
        kit.rows(rx.foreach(Shelters.beds, bed), label="Tempat tidur"),
        form(
            kit.field("Tambah tempat tidur", "bed_count", type="number", min=1, max=20, required=True, input_mode="numeric",
                      error=AppState.errors["bed_count"]),
            rx.el.div(kit.button("Tambahkan", kind="plain")),
            on_submit=Shelters.more_beds,
            key=f"bed-{Shelters.done}",
        ),
        class_name="grid gap-4 min-w-0",
    )  # fmt: skip


def bed(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(row.title, class_name=["block", rx.cond(row.dim, "text-muted", "")]),
            rx.cond(row.detail, rx.el.span(row.detail, class_name="block text-sm text-muted")),
            class_name="grow min-w-0",
        ),
        kit.button(
            rx.cond(row.dim, "Pakai lagi", "Tutup"),
            kind="quiet",
            on_click=Shelters.turn_bed(row.key),
            custom_attrs={"aria-label": rx.cond(row.dim, "Pakai lagi ", "Tutup ") + row.title},
        ),
        class_name="flex items-center gap-3 min-h-12 py-1",
        key=row.key,
    )


def kept() -> rx.Component:
    rows = kit.rows(
        rx.foreach(Shelters.rows, lambda row: kept_row(row, Shelters.begin(row.key))),
        label="Rumah perlindungan",
    )
    nothing = kit.empty(
        "Belum ada rumah.", "Tambahkan rumah, kamarnya, dan tempat tidurnya. Alamat tidak diminta di sini."
    )
    return listing(rows, ready=Shelters.ready, count=Shelters.rows.length(), nothing=nothing)
