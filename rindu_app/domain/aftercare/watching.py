"""A visit past its day, and an alarm nobody acted on, go to the worker, then to the supervisor."""

from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.aftercare.ending import PURPOSE, end_aftercare
from rindu_app.domain.aftercare.lists import is_alarm, is_planned
from rindu_app.domain.cases.access import case_id
from rindu_app.domain.cases.gate import allowed_cases
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.clocks import length_of
from rindu_app.domain.deliveries.reminders import remind_offices
from rindu_app.models import AftercareVisit, Case
from rindu_app.words import clock
from rindu_app.words.codes import AftercareEnd, CaseEventKind, CaseStatus
from rindu_app.words.notices import Notice

BATCH = 200
_DAY = 24 * 60
_UNTOLD = col(AftercareVisit.told_at).is_(None)

Found = list[tuple[AftercareVisit, Case]]


def watch_aftercare(session: Session, actor: Actor) -> int:
    """Remind of what is due and of alarms, pass on what stays so; returns how many. Each is told once at each stage.

    Whose consent has run out is not visited any more.
    """
    due = _with_consent(
        session, actor, _find(session, is_planned(), _UNTOLD, AftercareVisit.due_at < clock.now())
    )
    for visit, case in due:
        visit.told_at = clock.now()
        add_line(session, actor, case, CaseEventKind.AFTERCARE_LATE, month=visit.month)
    alarms = _find(session, is_alarm(), _UNTOLD)
    for visit, _ in alarms:
        visit.told_at = clock.now()
        session.add(visit)
    still = [
        *_still(session, is_planned(), "aftercare_escalation", 7 * _DAY),
        *_still(session, is_alarm(), "aftercare_alarm", _DAY),
    ]
    for visit, case in still:
        visit.raised_at = clock.now()
        add_line(session, actor, case, CaseEventKind.AFTERCARE_RAISED, month=visit.month)
    told = [*due, *alarms, *still]
    remind_offices(session, actor, Notice.LATE, {case.area_code for _, case in told})
    return len(told)


def _with_consent(session: Session, actor: Actor, found: Found) -> Found:
    allowed = allowed_cases(session, {case_id(case) for _, case in found}, PURPOSE) if found else set()
    for case in {case_id(case): case for _, case in found if case.id not in allowed}.values():
        end_aftercare(session, actor, case, AftercareEnd.CONSENT)
    return [(visit, case) for visit, case in found if case.id in allowed]


def _still(session: Session, what: Any, rule: str, minutes: int) -> Found:
    patience = clock.now() - length_of(session, rule, minutes)
    return _find(
        session, what, col(AftercareVisit.told_at) <= patience, col(AftercareVisit.raised_at).is_(None)
    )


def _find(session: Session, *conditions: Any) -> Found:
    statement = (
        select(AftercareVisit, Case)
        .join(Case, col(Case.id) == col(AftercareVisit.case_id))
        .where(Case.status == CaseStatus.CLOSED, *conditions)
        .order_by(col(AftercareVisit.id))
        .limit(BATCH)
        .with_for_update(skip_locked=True)  # whoever works on one now is left to the next time
    )
    return [(visit, case) for visit, case in session.exec(statement)]
