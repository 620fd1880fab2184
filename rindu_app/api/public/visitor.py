"""The visit behind a request: reading its draft, changing it, and the mark its pages carry."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from sqlmodel import Session
from starlette.responses import Response

from rindu_app.access.actor import Actor
from rindu_app.access.errors import NotFound
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import go, go_away
from rindu_app.api.public.ask import Ask
from rindu_app.domain.visits.commands import OpenVisit, open_visit, save_visit
from rindu_app.domain.visits.leaving import has_left, new_mark, read_mark

T = TypeVar("T")
VISITOR = Actor.visitor()


def look(ask: Ask) -> OpenVisit:
    """The visit of the cookie. Raises `NotFound("visit_over")`."""
    with open_session(VISITOR, write=False) as session:
        return open_visit(session, ask.token)


def change(ask: Ask, edit: Callable[[Session, OpenVisit], T]) -> T:
    """Change the draft in one transaction; a second click waits for the first. Raises `NotFound("visit_over")`."""
    with open_session(VISITOR) as session:
        visit = open_visit(session, ask.token, lock=True)
        result = edit(session, visit)
        save_visit(session, visit)
        return result


def mark_of(visit: OpenVisit) -> str:
    return str(visit.draft.get("k", ""))


def marked(show: Callable[[Ask, str], Response]) -> Callable[[Ask], Response]:
    """For pages that need no visit: give their address a mark, and lead away where its visit was left."""

    def handler(ask: Ask) -> Response:
        mark = read_mark(ask.query.get("k", ""))
        if not mark:
            return go(f"{ask.path}?{urlencode({**kept(ask.query), 'k': _mark_for(ask)})}")
        with open_session(VISITOR, write=False) as session:
            if has_left(session, mark):
                return go_away()
        return show(ask, mark)

    handler.__name__ = show.__name__
    return handler


def kept(query: Any) -> dict[str, str]:
    """What of an address may be carried on: never what somebody else's link put there."""
    return {name: query[name][:20] for name in ("pintu", "w") if query.get(name)}


def _mark_for(ask: Ask) -> str:
    if ask.token:
        try:
            return mark_of(look(ask)) or new_mark()
        except NotFound:
            pass
    return new_mark()
