"""The HTTP doors in one Starlette application. It runs without Reflex, for tests and benches."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute

from rindu_app.api import files, health, papers, partner_link, public, rooms, signin
from rindu_app.api.headers import SecurityHeaders
from rindu_app.api.problems import Failures, refused
from rindu_app.api.staff_files import StaffFiles

# Each door is a module with `routes`. They win over Reflex's own routes.
DOORS = (public, partner_link, signin, files, papers, rooms, health)


def create_app() -> Starlette:
    """All doors with their headers. Reflex mounts itself below them (`rx.App(api_transformer=…)`)."""
    routes: list[BaseRoute] = [route for door in DOORS for route in door.routes]
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Failures),
            Middleware(GZipMiddleware, minimum_size=500, compresslevel=6),
            Middleware(StaffFiles),
        ],
        exception_handlers={HTTPException: refused},
    )
