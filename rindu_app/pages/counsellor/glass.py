"""Emergency access to a case, and the supervisor's look at it."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form
from rindu_app.components.counsellor.rows import wide_rows
from rindu_app.pages.counsellor.workspace import COUNSELLOR
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.glass import BreakGlass, BrokenGlass
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


@screen(
    COUNSELLOR,
    routes.BROKEN_GLASS,
    title="Untuk diperiksa",
    on_load=[BrokenGlass.load, Nav.load],
    current=routes.BREAK_GLASS,
)
def broken_glass() -> Parts:
    header = kit.staff_header("Untuk diperiksa penyelia", below=kit.back_link(routes.CASES, "Kasus"))
    rows = wide_rows(rx.foreach(BrokenGlass.rows, glass_row), label="Akses darurat")
    nothing = kit.empty(
        "Belum ada akses darurat di wilayah Anda.", "Setiap pemakaiannya muncul di sini dengan alasannya."
    )
    openings = rx.cond(BrokenGlass.rows.length() > 0, rows, nothing)
    body = rx.el.div(
        kit.section("Akses darurat yang dipakai", openings),
        kit.section("Kontak di luar aturan aman, 30 hari terakhir", overrides()),
        class_name="grid grid-cols-1 gap-8",
    )
    return Parts(header, [rx.cond(BrokenGlass.ready, body, kit.loading())])


def overrides() -> rx.Component:
    return rx.cond(
        BrokenGlass.overrides.length() > 0,
        wide_rows(rx.foreach(BrokenGlass.overrides, override_row), label="Kontak di luar aturan aman"),
        kit.empty(
            "Tidak ada.",
            "Setiap orang yang tetap menghubungi di luar aturan muncul di sini dengan alasannya.",
        ),
    )


def override_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            row.by, " menghubungi pelapor ", rx.el.a(row.number, href=row.href, class_name="link"), class_name="font-semibold"
        ),
        rx.el.p(row.rule),
        rx.el.p("Alasan: ", row.reason),
        rx.el.p(row.when, class_name="text-sm text-muted"),
        class_name="px-5 py-4 bg-base-100",
        key=row.key,
    )  # fmt: skip


def glass_row(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                row.by, " membuka ", rx.el.a(row.number, href=row.href, class_name="link"), class_name="font-semibold"
            ),
            rx.el.p(row.reason),
            rx.el.p(row.when, " sampai ", row.until, class_name="text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        rx.cond(
            row.seen,
            kit.status_word("Sudah diperiksa", "success"),
            kit.button("Tandai sudah diperiksa", kind="plain", on_click=BrokenGlass.acknowledge(row.uid)),
        ),
        class_name="flex flex-wrap items-center gap-3 px-5 py-4 bg-base-100",
        key=row.uid,
    )  # fmt: skip
