"""A case that was closed with her agreement to be asked how she is, and visits to her."""

from datetime import timedelta
from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.aftercare.recording import Found, record_try, record_visit
from rindu_app.domain.aftercare.rows import AftercareView, VisitRow
from rindu_app.domain.aftercare.view import read_aftercare
from rindu_app.words import clock
from tests.closing import close
from tests.domain.sessions.people import agree, new_case

DAY = timedelta(days=1)
# Whole months differ in length: some day at which the visit of that month is due.
AFTER = {1: 32 * DAY, 3: 93 * DAY, 6: 185 * DAY, 12: 367 * DAY}


def closed_case(manager: Actor, *, agreed: bool = True, **given: Any) -> str:
    """Its number. `given`: what is said at the closing."""
    number, _, _ = new_case(manager)
    if agreed:
        agree(manager, number, "follow_up")
    close(manager, number, **given)
    return number


def seen(actor: Actor, number: str) -> AftercareView:
    with open_session(actor) as session:
        return read_aftercare(session, actor, number=number)


def visit(actor: Actor, number: str, month: int) -> VisitRow:
    """Of the last closing."""
    (row,) = (row for row in seen(actor, number).visits if row.month == month)
    return row


def found(**said: Any) -> Found:
    """She is well, asked alone at the office today; `said` is what differs."""
    today = str(clock.now().date())
    well: dict[str, Any] = {
        "held_on": today, "place": "office", "minutes": "30", "alone": True, "stability": "fair", "relapse": "none",
        "safe": "yes",
    }  # fmt: skip
    return Found(**{**well, **said})


def meet(actor: Actor, number: str, month: int, **said: Any) -> None:
    uid = visit(actor, number, month).uid
    with open_session(actor) as session:
        record_visit(session, actor, number=number, uid=uid, found=found(**said))


def miss(actor: Actor, number: str, month: int) -> None:
    """Tried once, and not reached."""
    uid = visit(actor, number, month).uid
    with open_session(actor) as session:
        record_try(session, actor, number=number, uid=uid)
