"""A person whose code was ended gets a new one."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.state.counsellor.new_code import NewCode
from rindu_app.state.counsellor.report import ReportPage

story = ReportPage.story


def new_code() -> rx.Component:
    """Stands first while the person has no code, and until the new one was copied."""
    return rx.cond(
        NewCode.code,
        shown(),
        rx.cond(~story.has_code & story.may_work, missing()),
    )


def missing() -> rx.Component:
    return kit.notice(
        rx.el.p("Petugas yang dihalangi mengetahui kodenya, jadi kode itu dibatalkan. Buat kode baru, lalu serahkan sendiri kepadanya dengan cara yang aman."),
        rx.el.div(kit.button("Buat kode baru", kind="plain", on_click=NewCode.renew), class_name="mt-3"),
        title="Pelapor belum dapat kembali",
        tone="warning",
    )  # fmt: skip


def shown() -> rx.Component:
    return kit.notice(
        rx.el.p(
            "Tulis angka ini untuk pelapor. Setelah halaman ini ditutup, angkanya tidak dapat dilihat lagi."
        ),
        kit.code_box(NewCode.code),
        title="Kode baru",
    )
