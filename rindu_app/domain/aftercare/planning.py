"""Visits follow the closing of a case, where she agreed to be asked how she is."""

from dataclasses import dataclass

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.aftercare.ending import PURPOSE
from rindu_app.domain.cases.access import case_id
from rindu_app.domain.cases.gate import allowed_cases
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_codes
from rindu_app.models import AftercareVisit, Case
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind
from rindu_app.words.dates import add_months

LIST, REASONS = "aftercare_visit", "case_closing_reason"


@dataclass(frozen=True)
class Stop:
    """Of a year's visits: so many months after closing, and how often she is tried before one is given up."""

    month: int
    label: str
    tries: int


def list_stops(session: Session) -> tuple[Stop, ...]:
    """As the office has them among its lists, the nearest first."""
    stops = (
        Stop(int(item.extra["months"]), item.label, int(item.extra.get("tries", 0)))
        for item in list_codes(session, LIST)
        if "months" in item.extra
    )
    return tuple(sorted(stops, key=lambda stop: stop.month))


def plan_aftercare(session: Session, actor: Actor, case: Case, *, reason: str) -> None:
    """A case is closed for this reason: visits follow where she agreed to be asked and the reason leaves somebody to ask."""
    chosen = next((item for item in list_codes(session, REASONS) if item.code == reason), None)
    if chosen is None or chosen.extra.get("aftercare") is False or not may_visit(session, case):
        return
    now = clock.now()
    for stop in list_stops(session):
        visit = AftercareVisit(
            case_id=case_id(case), closed_at=now, month=stop.month, due_at=add_months(now, stop.month), at=now
        )
        session.add(visit)
    add_line(session, actor, case, CaseEventKind.AFTERCARE_PLANNED)


def may_visit(session: Session, case: Case) -> bool:
    """Whether she may be asked how she is, by her consent or by an exception."""
    return bool(allowed_cases(session, {case_id(case)}, PURPOSE))
