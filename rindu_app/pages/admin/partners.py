"""Partner organisations."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import choose, editor, kept_row, listing, more, opening_hours, ticked
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.admin.workspace import ADMIN
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.admin.partners import Partners
from rindu_app.state.base import AppState
from rindu_app.words import routes


@screen(ADMIN, routes.ADMIN_PARTNERS, title="Lembaga mitra", on_load=Partners.load)
def partners() -> Parts:
    header = kit.staff_header(
        "Lembaga mitra", actions=[kit.button("Mitra baru", icon="add", on_click=Partners.begin("new"))]
    )
    return Parts(header, [rx.cond(Partners.editing, partner()), kept()])


def partner() -> rx.Component:
    old = Partners.old
    return editor(
        rx.cond(Partners.editing == "new", "Mitra baru", old["name"]),
        form(
            kit.field("Nama", "partner_name", required=True, default_value=old["name"], error=AppState.errors["partner_name"]),
            choose("Jenis", "partner_kind", Partners.kinds, old["kind"], error=AppState.errors["partner_kind"]),
            choose("Wilayah yang dilayani", "partner_area_code", Partners.areas, old["area_code"], error=AppState.errors["partner_area_code"]),
            services(),
            numbers(),
            kit.field("Alamat", "partner_address", default_value=old["address"], error=AppState.errors["partner_address"]),
            agreement(),
            opening_hours("partner", old, AppState.errors["partner_hours"]),
            ticked("partner_active", "Mitra ini menerima rujukan", (old["active"] == "yes") | (Partners.editing == "new")),
            rx.el.div(kit.button("Simpan")),
            on_submit=Partners.save,
            key=f"{Partners.editing}-{Partners.done}",
        ),
        on_stop=Partners.stop,
    )  # fmt: skip


def services() -> rx.Component:
    error = AppState.errors["partner_services"]
    return rx.el.fieldset(
        rx.el.legend("Layanan", class_name="font-semibold"),
        rx.cond(error, rx.el.p(error, class_name="field-error")),
        rx.foreach(
            Partners.services,
            lambda item: rx.el.label(
                rx.el.input(
                    type="checkbox",
                    name="partner_services",
                    class_name="tick",
                    default_checked=Partners.chosen.contains(item.value),
                    custom_attrs={"value": item.value},
                ),
                rx.el.span(item.text, class_name="grow min-w-0"),
                class_name="flex items-center gap-3 min-h-12",
                key=item.value,
            ),
        ),
        id="partner_services",
        tab_index=-1,
        class_name="min-w-0 grid sm:grid-cols-2",
    )


def numbers() -> rx.Component:
    old = Partners.old
    return rx.el.div(
        kit.field("Telepon narahubung", "partner_phone", type="tel", default_value=old["phone"], error=AppState.errors["partner_phone"]),
        kit.field("Surel", "partner_mail", type="email", default_value=old["mail"], error=AppState.errors["partner_mail"], hint="Menerima kabar netral, tanpa nama dan tanpa isi."),
        class_name="grid gap-4 sm:grid-cols-2 items-end",
    )  # fmt: skip


def agreement() -> rx.Component:
    old = Partners.old
    return rx.el.div(
        kit.field("Nomor perjanjian kerja sama", "partner_mou_number", default_value=old["mou_number"], error=AppState.errors["partner_mou_number"]),
        kit.field("Berlaku sampai", "partner_mou_until", type="date", default_value=old["mou_until"], error=AppState.errors["partner_mou_until"]),
        class_name="grid gap-4 sm:grid-cols-2 items-end",
    )  # fmt: skip


def kept() -> rx.Component:
    rows = rx.el.div(
        kit.rows(rx.foreach(Partners.rows, lambda row: kept_row(row, Partners.begin(row.key))), label="Lembaga mitra"),
        more(Partners.more, Partners.more_rows),
        class_name="grid grid-cols-1 gap-4",
    )  # fmt: skip
    nothing = kit.empty(
        "Belum ada lembaga mitra.", "Tambahkan rumah sakit, polres, dan lembaga lain yang menerima rujukan."
    )
    return listing(rows, ready=Partners.ready, count=Partners.rows.length(), nothing=nothing)
