"""Units."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import choose, editor, kept_row, listing, more, opening_hours, ticked
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.admin.workspace import ADMIN
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.admin.units import Units
from rindu_app.state.base import AppState
from rindu_app.words import routes


@screen(ADMIN, routes.ADMIN_UNITS, title="Unit", on_load=Units.load)
def units() -> Parts:
    header = kit.staff_header(
        "Unit", actions=[kit.button("Unit baru", icon="add", on_click=Units.begin("new"))]
    )
    return Parts(header, [rx.cond(Units.editing, unit()), kept()])


def unit() -> rx.Component:
    old = Units.old
    return editor(
        rx.cond(Units.editing == "new", "Unit baru", old["name"]),
        form(
            kit.field("Nama", "unit_name", required=True, default_value=old["name"], error=AppState.errors["unit_name"]),
            choose("Jenis", "unit_kind", Units.kinds, old["kind"], error=AppState.errors["unit_kind"]),
            choose("Wilayah yang dilayani", "unit_area_code", Units.areas, old["area_code"], error=AppState.errors["unit_area_code"]),
            numbers(),
            kit.field("Alamat", "unit_address", default_value=old["address"], error=AppState.errors["unit_address"]),
            ticked("unit_hidden", "Alamat dirahasiakan", old["hidden"] == "yes"),
            opening_hours("unit", old, AppState.errors["unit_hours"]),
            ticked("unit_active", "Unit ini melayani", (old["active"] == "yes") | (Units.editing == "new")),
            rx.el.div(kit.button("Simpan")),
            on_submit=Units.save,
            key=f"{Units.editing}-{Units.done}",
        ),
        on_stop=Units.stop,
    )  # fmt: skip


def numbers() -> rx.Component:
    old = Units.old
    return rx.el.div(
        kit.field("Telepon", "unit_phone", type="tel", default_value=old["phone"], error=AppState.errors["unit_phone"]),
        kit.field("WhatsApp", "unit_whatsapp", type="tel", default_value=old["whatsapp"], error=AppState.errors["unit_whatsapp"]),
        kit.field("Surel piket", "unit_mail", type="email", default_value=old["mail"], error=AppState.errors["unit_mail"], hint="Menerima pengingat netral, tanpa isi laporan."),
        class_name="grid gap-4 sm:grid-cols-2 items-end",
    )  # fmt: skip


def kept() -> rx.Component:
    rows = rx.el.div(
        kit.rows(rx.foreach(Units.rows, lambda row: kept_row(row, Units.begin(row.key))), label="Unit"),
        more(Units.more, Units.more_rows),
        class_name="grid grid-cols-1 gap-4",
    )
    nothing = kit.empty("Belum ada unit.", "Tambahkan tempat yang dapat didatangi atau ditelepon warga.")
    return listing(rows, ready=Units.ready, count=Units.rows.length(), nothing=nothing)
