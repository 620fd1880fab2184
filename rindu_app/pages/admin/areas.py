"""Areas of the country, down to RT and RW."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import way_row
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.admin.workspace import ADMIN
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.admin.areas import Areas
from rindu_app.state.base import AppState
from rindu_app.words import routes


@screen(ADMIN, routes.ADMIN_AREAS, title="Wilayah", on_load=Areas.load)
def areas() -> Parts:
    header = kit.staff_header(rx.cond(Areas.name, Areas.name, "Wilayah"), eyebrow=Areas.code, below=way_up())
    return Parts(header, [rx.cond(Areas.ready, rx.cond(Areas.is_village, village(), below()), kit.loading())])


def way_up() -> rx.Component:
    return rx.el.nav(
        rx.foreach(
            Areas.path,
            lambda row: rx.el.button(
                row.title, kit.icon("next", "size-4"), type="button", on_click=Areas.go(row.key),
                class_name="button button-quiet px-0 mr-4", key=row.key,
            ),
        ),
        class_name="flex flex-wrap",
        custom_attrs={"aria-label": "Wilayah di atasnya"},
    )  # fmt: skip


def below() -> rx.Component:
    rows = kit.rows(
        rx.foreach(Areas.rows, lambda row: way_row(row, Areas.go(row.key))), label="Wilayah di bawahnya"
    )
    return rx.cond(Areas.rows.length() > 0, rows, kit.empty("Tidak ada wilayah di bawahnya."))


def village() -> rx.Component:
    listed = kit.rows(
        rx.foreach(
            Areas.homes,
            lambda row: rx.el.li(
                rx.el.span(row.title, class_name="block font-semibold"),
                rx.el.span(row.detail, class_name="block text-sm text-muted"),
                class_name="py-3",
                key=row.key,
            ),
        ),
        label="RW dan RT",
    )
    return rx.el.div(
        rx.cond(
            Areas.homes.length() > 0,
            listed,
            kit.empty("Belum ada RT dan RW.", "Tambahkan agar relawan dapat memilihnya."),
        ),
        kit.section("Tambah RT", add()),
        class_name="grid gap-8 max-w-3xl",
    )


def add() -> rx.Component:
    numeric = {"input_mode": "numeric", "auto_complete": "off", "max_length": 3}
    return form(
        rx.el.div(
            kit.field("RW", "rt_rw", required=True, error=AppState.errors["rt_rw"], **numeric),
            kit.field("RT pertama", "rt_first", required=True, error=AppState.errors["rt_first"], **numeric),
            kit.field("RT terakhir", "rt_last", error=AppState.errors["rt_last"], **numeric),
            class_name="grid gap-4 grid-cols-1 sm:grid-cols-3 items-end",
        ),
        rx.el.div(kit.button("Tambah", kind="plain")),
        on_submit=Areas.add,
        key=f"rt-{Areas.done}",
    )
