"""Composition root: the one Reflex app, with the gate before its States and the doors around it."""

from functools import partial

import reflex as rx

from rindu_app.access.gate import Buckets, Gate
from rindu_app.adapters.bell_line import bell_line
from rindu_app.api.app import create_app
from rindu_app.api.guard import Guard
from rindu_app.domain.accounts.sessions import who_is
from rindu_app.log import setup_logging
from rindu_app.memory import return_large_blocks
from rindu_app.pages import account, admin, counsellor, partner, shelter
from rindu_app.pages.frame import WRAPS, lost
from rindu_app.pages.workspace import add_screens, roles_of
from rindu_app.settings import get_settings
from rindu_app.state.problem import report_problem

setup_logging()
return_large_blocks()

app = rx.App(
    api_transformer=[partial(Guard, who=who_is, roles_of=roles_of), create_app()],
    html_lang="id",
    app_wraps=WRAPS,
    toaster=None,
    backend_exception_handler=report_problem,
)
if url := get_settings().redis_url:
    app.register_lifespan_task(bell_line, url=url)
app.add_middleware(Gate(who=who_is, buckets=Buckets()))
app.add_page(lost, route="404", title="Layanan Warga", meta=[])
counsellor.register()
admin.register()
partner.register()
shelter.register()
account.register()
add_screens(app)
