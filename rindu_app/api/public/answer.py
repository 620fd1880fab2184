"""Answers to a citizen's browser: pages that nothing keeps, and the way out."""

from typing import Any

from starlette.responses import RedirectResponse, Response

from rindu_app.api.public.ask import cookie_name
from rindu_app.pages.public import PAGES
from rindu_app.settings import get_settings

NO_STORE = {"Cache-Control": "no-store"}


def page(name: str, *, status: int = 200, **values: Any) -> Response:
    """A page by its name in `pages/public`. `mark` ties its exit to the visit."""
    body = PAGES.fill(name, **values).encode("utf-8", "replace")
    return Response(body, status, NO_STORE, "text/html; charset=utf-8")


def go(address: str) -> Response:
    """On to another page of ours, by GET."""
    return RedirectResponse(address, 303, NO_STORE)


def go_away() -> Response:
    """To the neutral page, as if nothing else had ever been here."""
    return RedirectResponse(get_settings().exit_url, 303, NO_STORE | {"Referrer-Policy": "no-referrer"})


def leave_no_trace() -> Response:
    """Away, and the browser forgets. Never "storage": a volunteer's unsent notes on a shared phone must survive."""
    response = go_away()
    response.headers["Clear-Site-Data"] = '"cache", "cookies"'
    return forget_cookie(response)


def forget_cookie(response: Response) -> Response:
    response.delete_cookie(
        cookie_name(), path="/", secure=get_settings().secure_cookies, httponly=True, samesite="strict"
    )
    return response


def hand_over(response: Response, token: str) -> Response:
    """Give the browser the cookie of a visit."""
    settings = get_settings()
    response.set_cookie(
        cookie_name(), token, max_age=settings.visit_minutes * 60, path="/",
        secure=settings.secure_cookies, httponly=True, samesite="strict",
    )  # fmt: skip
    return response
