"""What a visit found, or that she was not reached; and what was done about an alarm."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.aftercare.ending import PURPOSE, planned_visits
from rindu_app.domain.aftercare.planning import list_stops
from rindu_app.domain.aftercare.workflow import next_status
from rindu_app.domain.cases.access import access_case, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.clocks import length_of
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.people.commands import today_at
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.services.events import DONE, PLACES, write_event
from rindu_app.domain.services.fields import DAY_MINUTES, check_chosen, check_day, check_note, check_number
from rindu_app.models import AftercareVisit, Case
from rindu_app.words import clock
from rindu_app.words.codes import (
    AftercareAction,
    CaseEventKind,
    CaseStatus,
    FeelsSafe,
    RelapseSign,
    Stability,
)

KIND, NOTE = "aftercare_visit", 2_000
# How long before its day a visit counts as the visit of that month, in minutes.
AHEAD = 14 * 24 * 60
ALARMING = {RelapseSign.WARNING, RelapseSign.AGAIN, FeelsSafe.NO, FeelsSafe.UNSURE}


@dataclass(frozen=True)
class Found:
    """A visit as it was entered: the day as a date field writes it, minutes as text, `alone` None where it was not said."""

    held_on: str
    place: str
    minutes: str
    alone: bool | None
    stability: str
    relapse: str
    safe: str
    note: str = ""


def record_visit(session: Session, actor: Actor, *, number: str, uid: str, found: Found) -> AftercareVisit:
    """She was asked how she is; earlier visits that are still planned have been missed. A sign of violence, or that she is not safe, is an alarm until somebody acts.

    What she said with somebody listening is not taken for "safe" or "nothing happened". Raises `Conflict` without her
    consent, before its time, or where the visit has ended; `Invalid` with the field.
    """
    case, visit = _visit(session, actor, number, uid)
    target = next_status(visit.status, AftercareAction.RECORD)
    require_consent(session, actor, case, PURPOSE)
    _check(session, case, visit, found)
    minutes = check_number("minutes", found.minutes, DAY_MINUTES)
    visit.status, visit.by_id, visit.ended_at = target, actor.id, clock.now()
    visit.alarming = bool({visit.relapse, visit.safe} & ALARMING)
    visit.told_at = visit.raised_at = None
    if text := check_note("note", found.note):
        visit.note = sealer_of(session, case).seal(f"aftercare_visit.note:{uid}", text)
    session.add(visit)
    assert visit.held_on is not None
    write_event(
        session, actor, case, KIND, held_on=visit.held_on, officer_id=actor.id, minutes=minutes, place=visit.place,
        result=DONE,
    )  # fmt: skip
    add_line(session, actor, case, CaseEventKind.AFTERCARE_MET, month=visit.month)
    _miss_earlier(session, actor, case, visit)
    if visit.alarming:
        add_line(session, actor, case, CaseEventKind.AFTERCARE_ALARM, month=visit.month)
    return visit


def record_try(session: Session, actor: Actor, *, number: str, uid: str) -> AftercareVisit:
    """She was not reached this time. Raises like `record_visit`."""
    case, visit = _visit(session, actor, number, uid)
    visit.status = next_status(visit.status, AftercareAction.TRY)
    require_consent(session, actor, case, PURPOSE)
    _require_time(session, visit)
    visit.tries, visit.tried_at = visit.tries + 1, clock.now()
    session.add(visit)
    add_line(session, actor, case, CaseEventKind.AFTERCARE_TRIED, tries=visit.tries)
    return visit


def give_up_visit(session: Session, actor: Actor, *, number: str, uid: str, reason: str) -> AftercareVisit:
    """She was not reached, however often it was tried: said as it is, never as a visit. Raises `Conflict`, `Invalid`."""
    case, visit = _visit(session, actor, number, uid)
    target = next_status(visit.status, AftercareAction.GIVE_UP)
    least = next((stop.tries for stop in list_stops(session) if stop.month == visit.month), 1)
    if visit.tries < least:
        raise Conflict("aftercare_tries_few", least=least)
    text = required_text("reason", reason, NOTE)
    visit.note = sealer_of(session, case).seal(f"aftercare_visit.note:{uid}", text)
    visit.status, visit.by_id, visit.ended_at = target, actor.id, clock.now()
    session.add(visit)
    add_line(session, actor, case, CaseEventKind.AFTERCARE_MISSED, note=text, tries=visit.tries)
    return visit


def settle_alarm(session: Session, actor: Actor, *, number: str, uid: str, done: str) -> AftercareVisit:
    """Somebody acted, and the case stays closed: what was done. Raises `Conflict` where no alarm waits."""
    case, visit = _visit(session, actor, number, uid)
    if not visit.alarming or visit.settled_at is not None:
        raise Conflict("aftercare_no_alarm")
    text = required_text("done", done, NOTE)
    visit.settled = sealer_of(session, case).seal(f"aftercare_visit.settled:{uid}", text)
    visit.settled_by_id, visit.settled_at = actor.id, clock.now()
    session.add(visit)
    add_line(session, actor, case, CaseEventKind.AFTERCARE_SETTLED, note=text)
    return visit


def opens_at(session: Session, visit: AftercareVisit) -> datetime:
    """From when on it counts as the visit of its month."""
    return visit.due_at - length_of(session, "aftercare_ahead", AHEAD)


def _visit(session: Session, actor: Actor, number: str, uid: str) -> tuple[Case, AftercareVisit]:
    """Of a closed case. Raises `NotFound`, `Forbidden`, `Conflict` for one that goes on."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    if case.status != CaseStatus.CLOSED:
        raise Conflict("aftercare_case_open")
    statement = select(AftercareVisit).where(AftercareVisit.uid == uid, AftercareVisit.case_id == case.id)
    visit = session.exec(statement).first()
    if visit is None:
        raise NotFound
    return case, visit


def _check(session: Session, case: Case, visit: AftercareVisit, found: Found) -> None:
    _require_time(session, visit)
    zone = ZoneInfo(timezone_of(session, case.area_code))
    visit.held_on = check_day("held_on", found.held_on, today_at(session, case))
    if visit.held_on < opens_at(session, visit).astimezone(zone).date():
        raise Invalid("held_on", "aftercare_day_early")
    visit.place = check_chosen("place", found.place, {item.code for item in list_codes(session, PLACES)})
    if found.alone is None:
        raise Invalid("alone", "choice_missing")
    visit.alone = found.alone
    visit.stability = check_chosen("stability", found.stability, set(Stability))
    visit.relapse = check_chosen("relapse", found.relapse, set(RelapseSign))
    visit.safe = check_chosen("safe", found.safe, set(FeelsSafe))
    if not found.alone and visit.relapse == RelapseSign.NONE:
        raise Invalid("relapse", "aftercare_not_alone")
    if not found.alone and visit.safe == FeelsSafe.YES:
        raise Invalid("safe", "aftercare_not_alone")


def _miss_earlier(session: Session, actor: Actor, case: Case, held: AftercareVisit) -> None:
    """What was to be held before this one and was not: it does not count as held because a later one was."""
    for visit in planned_visits(session, case):
        if visit.month < held.month:
            visit.status = next_status(visit.status, AftercareAction.GIVE_UP)
            visit.by_id, visit.ended_at = actor.id, clock.now()
            session.add(visit)
            add_line(session, actor, case, CaseEventKind.AFTERCARE_MISSED, month=visit.month)


def _require_time(session: Session, visit: AftercareVisit) -> None:
    if opens_at(session, visit) > clock.now():
        raise Conflict("aftercare_too_early")
