"""Who must not see this report, because she is or knows the person it is about."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.counsellor.forms import form, selects, step
from rindu_app.state.base import AppState
from rindu_app.state.counsellor.conflicts import Conflicts


def conflicts() -> rx.Component:
    return step(
        "Halangi petugas yang terkait",
        rx.cond(Conflicts.rows.length() > 0, kit.rows(rx.foreach(Conflicts.rows, blocked), label="Petugas yang dihalangi")),
        form(
            rx.el.p("Ia tidak dapat lagi melihat atau menemukan laporan ini, kasusnya, dan laporan lain tentang kejadian yang sama, juga lewat akses darurat."),
            rx.el.p("Bila ia yang mencatat laporan ini, ia mengetahui kode pelapor. Kode itu dibatalkan; sesudahnya buat kode baru di halaman ini."),
            selects(
                "Petugas",
                "block_account_id",
                Conflicts.people,
                "Pilih petugas",
                required=True,
                error=AppState.errors["block_account_id"],
            ),
            kit.textarea("Hubungannya", "block_reason", rows=2, required=True, error=AppState.errors["block_reason"]),
            kit.button("Halangi", kind="danger"),
            on_submit=Conflicts.block,
            key=f"block-{Conflicts.done}",
        ),
        hint="Terlapor, keluarganya, atau orang dekatnya",
        key=f"block-step-{Conflicts.done}",
    )  # fmt: skip


def blocked(row: rx.Var) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(row.name, class_name="block font-semibold"),
            rx.el.span(row.reason, class_name="block text-sm text-muted"),
            class_name="grow min-w-0",
        ),
        kit.button(
            "Cabut", kind="quiet", on_click=Conflicts.unblock(row.uid), custom_attrs={"aria-label": "Cabut halangan " + row.name}
        ),
        class_name="flex items-center gap-3 min-h-14 py-2",
        key=row.uid,
    )  # fmt: skip
