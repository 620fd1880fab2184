"""Code lists."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import editor, kept_row, ticked, way_row
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.admin.workspace import ADMIN
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.admin.lists import Lists
from rindu_app.state.base import AppState
from rindu_app.words import routes


@screen(ADMIN, routes.ADMIN_LISTS, title="Daftar", on_load=Lists.load)
def lists() -> Parts:
    header = kit.staff_header(
        rx.cond(Lists.chosen, Lists.chosen_name, "Daftar"),
        actions=[
            rx.cond(Lists.chosen, kit.button("Semua daftar", kind="plain", on_click=Lists.choose(""))),
            rx.cond(Lists.chosen, kit.button("Pilihan baru", icon="add", on_click=Lists.begin("new"))),
        ],
    )
    return Parts(
        header, [rx.cond(Lists.ready, rx.cond(Lists.chosen, one_list(), all_lists()), kit.loading())]
    )


def all_lists() -> rx.Component:
    return rx.el.div(
        rx.el.nav(
            kit.button("Nomor dan tenggat", kind="plain", href=routes.ADMIN_NUMBERS, icon="phone"),
            kit.button("Wilayah, RT, RW", kind="plain", href=routes.ADMIN_AREAS, icon="place"),
            class_name="flex flex-wrap gap-3",
            custom_attrs={"aria-label": "Daftar lain"},
        ),
        kit.rows(rx.foreach(Lists.lists, lambda row: way_row(row, Lists.choose(row.key))), label="Daftar"),
        class_name="grid grid-cols-1 gap-5",
    )


def one_list() -> rx.Component:
    return rx.el.div(
        rx.cond(Lists.editing, item()),
        kit.rows(
            rx.foreach(Lists.rows, lambda row: kept_row(row, Lists.begin(row.key))), label=Lists.chosen_name
        ),
        rx.el.p(
            "Pilihan tidak dihapus. Yang tidak ditawarkan lagi tetap terbaca pada catatan lama.",
            class_name="text-sm text-muted",
        ),
        class_name="grid grid-cols-1 gap-5",
    )


def item() -> rx.Component:
    old, is_new = Lists.old, Lists.editing == "new"
    return editor(
        rx.cond(is_new, "Pilihan baru", old["label"]),
        form(
            rx.cond(
                is_new,
                kit.field("Kode", "item_code", required=True, auto_complete="off", hint="Huruf kecil dan garis bawah. Tidak dapat diubah lagi.", error=AppState.errors["item_code"]),
                rx.el.p("Kode: ", old["code"], class_name="text-sm text-muted"),
            ),
            kit.field("Tulisan", "item_label", required=True, default_value=old["label"], error=AppState.errors["item_label"]),
            kit.textarea("Penjelasan", "item_help", rows=2, default_value=old["help"], error=AppState.errors["item_help"]),
            rx.cond(is_new, rx.fragment(), kit.field("Urutan", "item_position", input_mode="numeric", default_value=old["position"])),
            ticked("item_active", "Ditawarkan", (old["active"] == "yes") | is_new),
            rx.el.div(kit.button("Simpan")),
            on_submit=Lists.save,
            key=f"{Lists.editing}-{Lists.done}",
        ),
        on_stop=Lists.stop,
    )  # fmt: skip
