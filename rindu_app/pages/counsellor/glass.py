"""Emergency access to a case."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.glass import BreakGlass
from rindu_app.state.counsellor.nav import Nav
from rindu_app.words import routes


@screen(
    COUNSELLOR,
    routes.BREAK_GLASS,
    title="Akses darurat",
    on_load=[BreakGlass.load, Nav.load],
)
def open_glass() -> Parts:
    header = kit.staff_header("Akses darurat", below=kit.back_link(routes.CASES, "Kasus"))
    return Parts(header, [glass_form()])


def glass_form() -> rx.Component:
    return form(
        kit.notice(
            rx.el.p(
                "Berkas terbuka selama ", BreakGlass.hours, ". Tim kasus dan penyelia melihat nama dan alasan Anda."
            ),
            title="Hanya bila keselamatan seseorang menuntutnya",
            tone="warning",
        ),
        kit.field(
            "Nomor kasus",
            "glass_number",
            placeholder="K-2611-0093",
            required=True,
            auto_complete="off",
            error=AppState.errors["glass_number"],
        ),
        kit.textarea("Alasan", "glass_reason", rows=3, required=True, error=AppState.errors["glass_reason"]),
        kit.button("Buka berkas dan catat", kind="danger", main=True),
        on_submit=BreakGlass.break_open,
        key=f"glass-{BreakGlass.done}",
        class_name="max-w-xl",
    )  # fmt: skip
