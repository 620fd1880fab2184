"""The way in and out for staff: full pages and full posts, so that each step carries a cookie of its own."""

from asyncio import sleep
from functools import partial
from typing import Any

import segno
from anyio import CapacityLimiter, to_thread
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from rindu_app.access.actor import Actor
from rindu_app.access.cookies import staff_cookie, staff_token
from rindu_app.access.errors import DomainError, Invalid, TooSoon
from rindu_app.access.session import open_session
from rindu_app.api.callers import address_of, device_of, is_from_our_page
from rindu_app.api.tabs import empty_tabs
from rindu_app.api.uploads import read_form
from rindu_app.domain.accounts import sessions, sign_in
from rindu_app.domain.accounts.sign_in import Entry, Step
from rindu_app.pages.public import PAGES
from rindu_app.settings import get_settings
from rindu_app.words import routes as to
from rindu_app.words.codes import Role
from rindu_app.words.errors import sentence

PATHS = {
    Step.CODE: to.SIGN_IN_CODE,
    Step.ENROL: to.SIGN_IN_ENROL,
    Step.NEW_PASSWORD: to.SIGN_IN_PASSWORD,
    Step.OPEN: to.START,
}
# Password checks that wait their turn must not hold the threads that everybody else needs.
_checks = CapacityLimiter(2)


async def show_sign_in(request: Request) -> Response:
    step = await _step(request)
    return _go(PATHS[step[0]]) if step else _page("sign_in", username="")


async def post_sign_in(request: Request) -> Response:
    form = await _form(request)
    username = form.get("username", "")
    try:
        _check_origin(request)
        attempt = await _in_session(sign_in.begin_sign_in, username=username, address=address_of(request))
        await sleep(attempt.wait)
        right = await to_thread.run_sync(sign_in.is_right, attempt, form.get("password", ""), limiter=_checks)
        entry = await _in_session(sign_in.finish_sign_in, attempt, right=right, device=device_of(request))
    except DomainError as refusal:
        return _refused("sign_in", refusal, username=username[:200])
    return _onward(entry)


async def show_code(request: Request) -> Response:
    return await _only_at(request, Step.CODE) or _page("sign_in_code")


async def post_code(request: Request) -> Response:
    form = await _form(request)
    try:
        _check_origin(request)
        entry = await _in_session(sign_in.enter_code, token=_token(request), code=form.get("code", ""))
    except DomainError as refusal:
        return _refused("sign_in_code", refusal)
    return _onward(entry)


async def show_enrolment(request: Request) -> Response:
    return await _only_at(request, Step.ENROL) or await _enrolment(request)


async def post_enrolment(request: Request) -> Response:
    form = await _form(request)
    try:
        _check_origin(request)
        confirm = partial(sign_in.confirm_enrolment, token=_token(request), code=form.get("code", ""))
        entry, codes = await _in_session(confirm)
    except DomainError as refusal:
        if refusal.code == "sign_in_again":
            return _refused("sign_in", refusal, username="")
        return await _only_at(request, Step.ENROL) or await _enrolment(request, refusal)
    return _with_cookie(_page("sign_in_recovery_codes", codes=codes, onward=PATHS[entry.step]), entry.token)


async def show_new_password(request: Request) -> Response:
    return await _only_at(request, Step.NEW_PASSWORD) or _page("sign_in_password")


async def post_new_password(request: Request) -> Response:
    form = await _form(request)
    try:
        _check_origin(request)
        if form.get("password", "") != form.get("again", ""):
            raise Invalid("password", "password_not_twice")
        change = partial(sign_in.set_first_password, token=_token(request), password=form.get("password", ""))
        entry = await _in_session(change)
    except DomainError as refusal:
        return _refused("sign_in_password", refusal)
    return _onward(entry)


async def sign_out(request: Request) -> Response:
    """Ends the session, whatever its step. A post from elsewhere ends nothing."""
    if not is_from_our_page(request):
        return _go(to.START)
    token = _token(request)
    await _in_session(sessions.sign_out, token=token)
    await empty_tabs(token)
    answer = _go(to.SIGN_IN)
    answer.delete_cookie(
        staff_cookie(), path="/", secure=get_settings().secure_cookies, httponly=True, samesite="lax"
    )
    return answer


async def go_home(request: Request) -> Response:
    step = await _step(request)
    if step is None:
        return _go(to.SIGN_IN)
    return _go(to.HOME[Role(step[1])] if step[0] is Step.OPEN else PATHS[step[0]])


async def _enrolment(request: Request, refusal: DomainError | None = None) -> Response:
    enrolment = await _in_session(sign_in.begin_enrolment, token=_token(request))
    picture = segno.make(enrolment.uri, error="m").svg_inline(scale=4, border=2)
    groups = " ".join(enrolment.secret[n : n + 4] for n in range(0, len(enrolment.secret), 4))
    shown = {"qr": Markup(picture), "secret": groups, "uri": enrolment.uri}  # noqa: S704  # segno's own drawing
    return _refused("sign_in_enrol", refusal, **shown) if refusal else _page("sign_in_enrol", **shown)


async def _in_session(function: Any, /, *args: Any, write: bool = True, **given: Any) -> Any:
    """A domain function that has no actor yet, in a transaction and a thread of its own."""

    def work() -> Any:
        with open_session(Actor.visitor(), write=write) as session:
            return function(session, *args, **given)

    return await to_thread.run_sync(work)


async def _step(request: Request) -> tuple[Step, str] | None:
    token = _token(request)
    if not token:
        return None
    found: tuple[Step, str] | None = await _in_session(sign_in.current_step, token=token, write=False)
    return found


async def _only_at(request: Request, step: Step) -> Response | None:
    """`None` if this is the step the session asks for, else the way to where it stands."""
    now = await _step(request)
    if now is None:
        return _go(to.SIGN_IN)
    return None if now[0] is step else _go(PATHS[now[0]])


async def _form(request: Request) -> dict[str, str]:
    try:
        return (await read_form(request)).fields
    except Invalid:
        return {}


def _token(request: Request) -> str:
    return staff_token(request.headers.get("cookie", ""))


def _check_origin(request: Request) -> None:
    if not is_from_our_page(request):
        raise DomainError("other_site")


def _page(name: str, *, status: int = 200, error: str = "", **values: Any) -> HTMLResponse:
    return HTMLResponse(PAGES.fill(name, error=error, **values), status, {"Cache-Control": "no-store"})


def _refused(name: str, refusal: DomainError, **values: Any) -> Response:
    if refusal.code == "sign_in_again":
        name, values = "sign_in", {"username": ""}
    status = 429 if isinstance(refusal, TooSoon) else 422
    answer = _page(name, status=status, error=sentence(refusal.code, **refusal.facts), **values)
    if isinstance(refusal, TooSoon):
        answer.headers["Retry-After"] = str(refusal.facts["seconds"])
    return answer


def _go(path: str) -> RedirectResponse:
    return RedirectResponse(path, 303, {"Cache-Control": "no-store"})


def _onward(entry: Entry) -> Response:
    return _with_cookie(_go(PATHS[entry.step]), entry.token)


def _with_cookie(answer: Response, token: str) -> Response:
    """Gone when the browser closes, unreadable for scripts, and sent to this host only."""
    secure = get_settings().secure_cookies
    answer.set_cookie(staff_cookie(), token, path="/", secure=secure, httponly=True, samesite="lax")
    return answer


routes = [
    Route(to.SIGN_IN, show_sign_in),
    Route(to.SIGN_IN, post_sign_in, methods=["POST"]),
    Route(to.SIGN_IN_CODE, show_code),
    Route(to.SIGN_IN_CODE, post_code, methods=["POST"]),
    Route(to.SIGN_IN_ENROL, show_enrolment),
    Route(to.SIGN_IN_ENROL, post_enrolment, methods=["POST"]),
    Route(to.SIGN_IN_PASSWORD, show_new_password),
    Route(to.SIGN_IN_PASSWORD, post_new_password, methods=["POST"]),
    Route(to.SIGN_OUT, sign_out, methods=["POST"]),
    Route(to.START, go_home),
]
