"""Composition root: the one Reflex app, with the doors around it."""

import reflex as rx

from rindu_app.api.app import create_app
from rindu_app.pages import contoh
from rindu_app.pages.frame import WRAPS, lost
from rindu_app.state.problem import report_problem

app = rx.App(
    api_transformer=create_app(),
    html_lang="id",
    app_wraps=WRAPS,
    toaster=None,
    backend_exception_handler=report_problem,
)
app.add_page(lost, route="404", title="Layanan Warga", meta=[])
app.add_page(contoh.contoh, route="/contoh", title="Ruang Rindu", meta=[])
