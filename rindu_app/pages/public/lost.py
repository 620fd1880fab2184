"""Pages for an address that is not there, and for when something of ours broke."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import value, when


def missing() -> rx.Component:
    """Slot: `home`, where the button leads."""
    return kit.citizen_shell(
        kit.page_title(
            "Halaman ini tidak ada",
            lead="Mungkin alamatnya salah ketik, atau halamannya sudah dipindahkan.",
        ),
        rx.el.div(kit.button("Ke halaman awal", href=value("home"), main=True)),
    )


def trouble() -> rx.Component:
    """Slots: `sentence`, and `reference`, empty where there is nothing to quote."""
    return kit.citizen_shell(
        kit.page_title("Belum berhasil", lead=value("sentence")),
        when(
            "reference",
            rx.el.p(
                "Kalau Anda menghubungi kami tentang ini, sebutkan nomor ",
                rx.el.strong(value("reference"), class_name="tabular-nums"),
                ".",
            ),
        ),
        rx.el.div(
            kit.button("Ke halaman awal", href="/", main=True),
            class_name="grid gap-3 justify-items-start",
        ),
    )
