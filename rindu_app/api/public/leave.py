"""Exit."""

from starlette.responses import Response

from rindu_app.access.errors import NotFound
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import leave_no_trace
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.visitor import VISITOR, look, mark_of
from rindu_app.domain.visits.leaving import leave, read_mark


def quit_now(ask: Ask) -> Response:
    """End the visit and show the neutral page. Works without a visit too."""
    mark = read_mark(ask.query.get("k", ""))
    if ask.token and not mark:
        mark = _mark_of_visit(ask)
    if ask.token or mark:
        with open_session(VISITOR) as session:
            leave(session, token=ask.token, mark=mark)
    return leave_no_trace()


def _mark_of_visit(ask: Ask) -> str:
    try:
        return mark_of(look(ask))
    except NotFound:
        return ""
