"""Emergency numbers and clocks."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import choose, editor, kept_row, ticked
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.admin.workspace import ADMIN
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.admin.numbers import Numbers
from rindu_app.state.base import AppState
from rindu_app.words import routes


@screen(ADMIN, routes.ADMIN_NUMBERS, title="Nomor dan tenggat", on_load=Numbers.load)
def numbers() -> Parts:
    header = kit.staff_header(
        "Nomor dan tenggat",
        actions=[kit.button("Nomor baru", icon="add", on_click=Numbers.begin("new"))],
    )
    lists = rx.el.div(
        kit.section(
            "Nomor darurat",
            kit.rows(
                rx.foreach(Numbers.lines, lambda row: kept_row(row, Numbers.begin(row.key))),
                label="Nomor darurat",
            ),
        ),
        kit.section(
            "Tenggat",
            kit.rows(
                rx.foreach(Numbers.clocks, lambda row: kept_row(row, Numbers.begin_clock(row.key))),
                label="Tenggat",
            ),
        ),
        class_name="grid grid-cols-1 gap-8",
    )
    return Parts(
        header,
        [
            rx.cond(Numbers.editing, line()),
            rx.cond(Numbers.clock, clock()),
            rx.cond(Numbers.ready, lists, kit.loading()),
        ],
    )


def line() -> rx.Component:
    old, is_new = Numbers.old, Numbers.editing == "new"
    return editor(
        rx.cond(is_new, "Nomor baru", old["label"]),
        form(
            kit.field("Nomor", "line_number", required=True, type="tel", default_value=old["number"], error=AppState.errors["line_number"]),
            kit.field("Nama", "line_label", required=True, default_value=old["label"], error=AppState.errors["line_label"]),
            kit.field("Keterangan", "line_note", default_value=old["note"], error=AppState.errors["line_note"]),
            kit.field("WhatsApp", "line_whatsapp", type="tel", default_value=old["whatsapp"], error=AppState.errors["line_whatsapp"]),
            choose("Wilayah", "line_area_code", Numbers.areas, old["area_code"], "Seluruh Indonesia", error=AppState.errors["line_area_code"]),
            kit.field("Urutan", "line_position", input_mode="numeric", default_value=old["position"]),
            ticked("line_active", "Ditampilkan kepada warga", (old["active"] == "yes") | is_new),
            rx.el.div(kit.button("Simpan")),
            on_submit=Numbers.save,
            key=f"{Numbers.editing}-{Numbers.done}",
        ),
        on_stop=Numbers.stop,
    )  # fmt: skip


def clock() -> rx.Component:
    old = Numbers.old
    return editor(
        old["label"],
        form(
            kit.field("Paling lama (" + old["unit"] + ")", "clock_amount", required=True, hint=old["length"], input_mode="numeric", default_value=old["amount"], error=AppState.errors["clock_amount"]),
            rx.el.div(kit.button("Simpan")),
            on_submit=Numbers.save_clock,
            key=f"{Numbers.clock}-{Numbers.done}",
        ),
        on_stop=Numbers.stop,
    )  # fmt: skip
