"""Exit, in two answers (docs/adr/0041): an empty page at once, then away with everything forgotten."""

from starlette.responses import Response

from rindu_app.access.errors import NotFound
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import forget_cookie, leave_no_trace, page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.visitor import VISITOR, look, mark_of
from rindu_app.domain.visits.leaving import leave, read_mark

AWAY = "/keluar?lagi=1"


def quit_now(ask: Ask) -> Response:
    """End the visit and lead to the neutral page. Works without a visit too."""
    mark = read_mark(ask.query.get("k", "")) or _mark_of_visit(ask)
    if not (ask.token or mark):
        return leave_no_trace()
    end(ask.token, mark)
    return nothing_here()


def end(token: str, mark: str) -> None:
    with open_session(VISITOR) as session:
        leave(session, token=token, mark=mark)


def nothing_here() -> Response:
    """An empty page that goes on by itself. It covers the screen within one answer of our own server, and only
    after it has taken the old page's place can the browser be told to forget that one."""
    response = page("kosong")
    response.headers["Refresh"] = f"0; url={AWAY}"
    return forget_cookie(response)


def _mark_of_visit(ask: Ask) -> str:
    try:
        return mark_of(look(ask)) if ask.token else ""
    except NotFound:
        return ""
