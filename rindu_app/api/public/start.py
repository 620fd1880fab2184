"""Before the first question: the interruption page, and the beginning of a visit."""

import time

from starlette.responses import Response

from rindu_app.access.errors import NotFound
from rindu_app.access.session import open_session
from rindu_app.api.public.answer import go, hand_over, page
from rindu_app.api.public.ask import Ask
from rindu_app.api.public.home import place_in
from rindu_app.api.public.visitor import VISITOR, change, marked
from rindu_app.domain.contact.phones import whatsapp_link
from rindu_app.domain.units.queries import whatsapp_of
from rindu_app.domain.visits.commands import OpenVisit, start_visit
from rindu_app.domain.visits.leaving import new_mark, read_mark
from rindu_app.settings import get_settings
from rindu_app.words.codes import Door

DOORS = {"konseling": Door.COUNSELLING, "lapor": Door.REPORT, "curhat": Door.TALK}
# It stays in the phone's history, so it says nothing (domain 5.6).
HELLO = "Halo, saya ingin bertanya tentang layanan."


@marked
def show_start(ask: Ask, mark: str) -> Response:
    place = place_in(ask.query.get("w", ""))
    with open_session(VISITOR, write=False) as session:
        number = whatsapp_of(session, place or get_settings().home_area)
    door = ask.query.get("pintu", "")
    return page("start", door=door if door in DOORS else "lapor", place=place, mark=mark,
        whatsapp=whatsapp_link(number, HELLO) if number else "",
    )  # fmt: skip


def begin(ask: Ask) -> Response:
    """The page by GET, a new visit by POST."""
    if not ask.posted:
        return show_start(ask)
    door, place, mark = ask.typed("pintu"), place_in(ask.typed("w")), read_mark(ask.typed("k"))
    try:
        token = change(ask, lambda _session, visit: _go_on(visit, door, mark))
    except NotFound:
        token = new_visit(door, place, mark)
    return hand_over(go("/cerita/siapa"), token)


def _go_on(visit: OpenVisit, door: str, mark: str) -> str:
    """She came back to the first page in the middle of a story: what she wrote stays."""
    if visit.report_id is not None:
        raise NotFound("visit_over")
    visit.draft["answers"]["door"] = DOORS.get(door, Door.REPORT)
    visit.draft["k"] = mark or visit.draft["k"]
    return visit.token


def new_visit(door: str, place: str, mark: str) -> str:
    """Start a visit; returns the token for its cookie."""
    draft = {
        "answers": {"door": DOORS.get(door, Door.REPORT)},
        "k": mark or new_mark(),
        "w": place,
        "since": int(time.time()),
    }
    with open_session(VISITOR) as session:
        return start_visit(session, draft=draft).token
