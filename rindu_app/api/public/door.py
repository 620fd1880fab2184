"""The frame of every citizen route: read within limits, work off the loop, refuse in words."""

import asyncio
from collections.abc import Callable

from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.api.callers import is_from_our_page
from rindu_app.api.public.answer import go_away, page
from rindu_app.api.public.ask import Ask, read_ask
from rindu_app.api.uploads import PostedForm, read_form
from rindu_app.words.errors import sentence

Handler = Callable[[Ask], Response]
Wait = Callable[[Ask], float]

STATUS: tuple[tuple[type[DomainError], int], ...] = (
    (Invalid, 422),
    (NotFound, 404),
    (Forbidden, 403),
    (Conflict, 409),
)
TITLES = {
    403: "Permintaan ini tidak dapat kami terima",
    404: "Halaman ini tidak ada",
    413: "Kiriman terlalu besar",
}


def door(path: str, handler: Handler, *, post: bool = False, wait: Wait | None = None) -> Route:
    """A route. `handler` runs in a thread. `wait` gives seconds to hold a POST back before it is looked at."""

    async def endpoint(request: Request) -> Response:
        ask = read_ask(request, PostedForm())
        try:
            if ask.posted:
                await _take_in(request, ask)
                if wait is not None:
                    await asyncio.sleep(wait(ask))
            return await to_thread.run_sync(handler, ask)
        except DomainError as refusal:
            return refuse(ask, refusal)
        except ClientDisconnect:
            return Response(status_code=400)

    return Route(path, endpoint, methods=["GET", "POST"] if post else ["GET"])


async def _take_in(request: Request, ask: Ask) -> None:
    ask.form = await read_form(request)  # read even when refused: a browser shows no answer to half a request
    if not is_from_our_page(request):
        raise Forbidden("form_foreign")


def refuse(ask: Ask, refusal: DomainError) -> Response:
    """The refusal as a page. A visit that is over leads away: Back after exit must show nothing."""
    if refusal.code == "visit_over":
        return go_away()
    status = next(number for kind, number in STATUS if isinstance(refusal, kind))
    if refusal.code == "form_too_large":
        status = 413
    elif refusal.code == "form_broken":
        status = 400
    return message(ask, status, sentence(refusal.code, **refusal.facts))


def message(ask: Ask, status: int, text: str) -> Response:
    """A page that says one thing and where to go on."""
    again = ask.path if ask.posted else ""
    title = TITLES.get(status, "Belum berhasil")
    return page("message", status=status, title=title, text=text, again=again)
