"""Whether the page is connected. Until it is, its controls are inert, and the page says so in words."""

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors

from rindu_app.components.kit.icon import icon

# Reflex's own facts about its socket: no State of ours.
is_live = rx.State.is_hydrated & ~has_connection_errors


def offline_banner() -> rx.Component:
    """Replaces Reflex's English connection banner. The live region is always there, so that its words are read out."""
    return rx.el.div(
        rx.cond(
            has_connection_errors,
            rx.el.p(
                icon("offline"),
                "Sambungan terputus. Yang sudah tersimpan aman; kami mencoba menyambung lagi.",
                class_name="offline",
            ),
            rx.cond(
                rx.State.is_hydrated,
                rx.fragment(),
                rx.el.p("Menghubungkan…", class_name="offline"),
            ),
        ),
        role="status",
        class_name="contents",
    )
