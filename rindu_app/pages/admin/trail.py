"""The audit trail."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.admin.pieces import choose, listing, more
from rindu_app.components.counsellor.forms import form, step
from rindu_app.pages.admin.workspace import ADMIN
from rindu_app.pages.workspace import Parts, screen
from rindu_app.state.admin.trail import Trail
from rindu_app.words import routes
from rindu_app.words.trail import GROUPS


@screen(ADMIN, routes.ADMIN_TRAIL, title="Jejak audit", on_load=Trail.load)
def trail() -> Parts:
    header = kit.staff_header(
        "Jejak audit",
        actions=[
            kit.button("Periksa keutuhan", icon="shield", on_click=Trail.verify, disabled=Trail.checking)
        ],
    )
    return Parts(header, [verdict(), search(), kept()])


def verdict() -> rx.Component:
    """How far the check has come, and how it ended; read aloud as it changes."""
    ended = rx.cond(
        Trail.whole,
        kit.notice(Trail.verdict, tone="success"),
        kit.notice(Trail.verdict, tone="danger"),
    )
    return rx.el.div(
        rx.cond(Trail.checking, kit.notice(Trail.checked), rx.cond(Trail.verdict, ended)), role="status"
    )


def search() -> rx.Component:
    return step("Saring", filters(), hint="Menurut orang, tindakan, nomor, atau tanggal")


def filters() -> rx.Component:
    return form(
        rx.el.div(
            choose("Siapa", "trail_account", Trail.people, "", "Semua orang"),
            kit.select("Tindakan", "trail_action", *kit.options([("", "Semua tindakan"), *GROUPS.items()])),
            kit.field("Nomor", "trail_ref", auto_complete="off"),
            kit.field("Dari tanggal", "trail_since", type="date"),
            kit.field("Sampai tanggal", "trail_until", type="date"),
            class_name="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3 items-end",
        ),
        rx.el.div(kit.button("Cari", kind="plain", icon="search")),
        on_submit=Trail.search,
        key="trail",
        class_name="grid-cols-1",
    )


def kept() -> rx.Component:
    rows = rx.el.div(
        kit.rows(rx.foreach(Trail.rows, entry), label="Jejak audit, terbaru dulu"),
        more(Trail.more, Trail.more_rows),
        class_name="grid grid-cols-1 gap-4",
    )
    nothing = kit.empty("Tidak ada yang cocok.", "Ubah pilihan di atas, lalu cari lagi.")
    return listing(rows, ready=Trail.ready, count=Trail.rows.length(), nothing=nothing)


def entry(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(row.title, class_name=["block font-semibold", rx.cond(row.dim, "text-error", "")]),
            rx.el.span(row.detail, class_name="block text-sm text-muted wrap-anywhere"),
            class_name="grow min-w-0",
        ),
        rx.el.span(row.end, class_name="text-sm text-muted text-right shrink-0 tabular-nums"),
        class_name="flex items-baseline gap-3 py-3",
        key=row.key,
    )
