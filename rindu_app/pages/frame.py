"""What surrounds every staff page: failures in words, an unknown address, and a crash in the browser."""

import reflex as rx
from reflex_base.vars.function import ArgsFunctionOperation
from reflex_components_core.base.error_boundary import ErrorBoundary

from rindu_app.components import kit
from rindu_app.state.problem import Problem

WRAPS = {
    (55, "ErrorBoundary"): lambda stateful: ErrorBoundary.create(
        on_error=rx.noop(), fallback_render=ArgsFunctionOperation.create(("event",), rx.Var.create(crashed()))
    ),
    (5, "Problem"): lambda stateful: rx.fragment(problem()) if stateful else None,
}


def problem() -> rx.Component:
    """The last failure on the server, read out and shown until dismissed."""
    return rx.el.div(
        rx.cond(
            Problem.reference != "",
            rx.el.div(
                rx.el.p(
                    "Belum berhasil. Yang sudah tersimpan aman; coba lagi, atau hubungi admin dengan nomor "
                ),
                rx.el.strong(Problem.reference, class_name="tabular-nums"),
                kit.button("Tutup", kind="quiet", on_click=Problem.dismiss),
                class_name="offline",
            ),
        ),
        role="alert",
        class_name="problem",
    )


def crashed() -> rx.Component:
    return rx.el.main(
        rx.el.h1("Halaman ini terhenti", class_name="title"),
        rx.el.p("Muat ulang untuk melanjutkan. Yang sudah tersimpan aman.", class_name="text-muted"),
        rx.el.a("Muat ulang", href="", reload_document=True, class_name="button button-primary"),
        class_name="page",
    )


def lost() -> rx.Component:
    """The client-side router's 404."""
    return rx.el.main(
        rx.el.h1("Halaman ini tidak ada", class_name="title"),
        rx.el.p("Mungkin alamatnya salah ketik, atau Anda belum masuk.", class_name="text-muted"),
        rx.el.a("Masuk", href="/masuk", reload_document=True, class_name="button button-primary"),
        class_name="page",
    )
