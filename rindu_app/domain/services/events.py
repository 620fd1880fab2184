"""Writing down a service that was given (BP-14, RS-04, RS-08 to RS-10)."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.standing import HANDLING
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_many
from rindu_app.domain.people.commands import today_at
from rindu_app.domain.services.catalogue import KINDS, ServiceKind, kind_of
from rindu_app.domain.services.fields import DAY_MINUTES, check_chosen, check_day, check_note, check_number
from rindu_app.models import Case, ServiceEvent
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind

PLACES, RESULTS = "service_place", "service_result"
DONE = "done"
# All that is kept of a health service (RS-08).
HEALTH_RESULTS = frozenset({DONE, "not_done"})


@dataclass(frozen=True)
class ServiceFields:
    """A service as it was entered: the day as a date field writes it, minutes as text."""

    kind: str
    held_on: str
    officer_id: int
    minutes: str
    place: str
    result: str
    note: str = ""


def record_service(session: Session, actor: Actor, *, number: str, fields: ServiceFields) -> ServiceEvent:
    """Write down one service. Nothing is recorded without the client's consent to its kind of handling (3.11).

    Raises `Conflict` without consent or on a closed case, `Invalid` with the field, `NotFound`, `Forbidden`.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    lists = list_many(session, (KINDS, PLACES, RESULTS))
    kinds = {item.code: kind_of(item.code, item.label, item.extra) for item in lists[KINDS]}
    kind = kinds[check_chosen("kind", fields.kind, kinds)]
    require_consent(session, actor, case, HANDLING, subject=kind.handling)
    results = {item.code: item.label for item in lists[RESULTS]}
    check_chosen("place", fields.place, {item.code for item in lists[PLACES]})
    note = _check_result(kind, fields, results)
    held_on = check_day("held_on", fields.held_on, today_at(session, case))
    minutes = check_number("minutes", fields.minutes, DAY_MINUTES)
    if fields.officer_id not in team_ids(session, case):
        raise Invalid("officer_id", "assignee_not_here")
    event = write_event(
        session, actor, case, kind.code, held_on=held_on, officer_id=fields.officer_id, minutes=minutes,
        place=fields.place, result=fields.result, note=note,
    )  # fmt: skip
    said = f"{kind.label}: {results[fields.result].lower()}"
    add_line(session, actor, case, CaseEventKind.SERVICE_GIVEN, note=said, minutes=minutes)
    return event


def write_event(
    session: Session, actor: Actor, case: Case, kind: str, *, held_on: date, officer_id: int, minutes: int,
    place: str, result: str, note: str = "",
) -> ServiceEvent:  # fmt: skip
    """The row itself, for the commands of this package: what is given has been checked and agreed to."""
    uid = new_uid()
    event = ServiceEvent(
        uid=uid,
        case_id=case_id(case),
        kind=kind,
        held_on=held_on,
        officer_id=officer_id,
        minutes=minutes,
        place=place,
        result=result,
        note=sealer_of(session, case).seal(f"service_event.note:{uid}", note) if note else None,
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(event)
    return event


def remove_service(session: Session, actor: Actor, *, number: str, uid: str) -> None:
    """Written down by mistake. The row stays for whoever has to prove it, and counts in no report."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    event = session.exec(
        select(ServiceEvent).where(
            ServiceEvent.uid == uid, ServiceEvent.case_id == case.id, col(ServiceEvent.removed_at).is_(None)
        )
    ).first()
    if event is None:
        raise NotFound
    event.removed_at = clock.now()
    session.add(event)
    add_line(session, actor, case, CaseEventKind.SERVICE_REMOVED)


def _check_result(kind: ServiceKind, fields: ServiceFields, offered: Container[str]) -> str:
    """The note, if there may be one. Raises `Invalid`."""
    if not kind.is_health:
        check_chosen("result", fields.result, offered)
        return check_note("note", fields.note)
    if fields.result not in HEALTH_RESULTS:
        raise Invalid("result", "health_done_or_not")
    if check_note("note", fields.note):
        raise Invalid("note", "health_no_details")
    return ""
