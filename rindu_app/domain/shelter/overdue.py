"""A stay past its end does not stay unnoticed: the shelter and the case's team hear of it, then the supervisor (BP-12)."""

from datetime import timedelta
from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.clocks import length_of
from rindu_app.domain.deliveries.reminders import remind_offices
from rindu_app.domain.shelter.workflow import STAYING
from rindu_app.models import Case, ShelterStay
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind
from rindu_app.words.notices import Notice

BATCH = 200
_DAY = 24 * 60


def watch_stays(session: Session, actor: Actor) -> int:
    """Remind of stays whose time is over, and pass on those that stay so; returns how many. Each is told once at each stage.

    More days, or leaving, ends it.
    """
    over = _staying(session, col(ShelterStay.due_at) < clock.now(), col(ShelterStay.told_at).is_(None))
    for stay, case in over:
        stay.told_at = clock.now()
        add_line(session, actor, case, CaseEventKind.SHELTER_OVERDUE)
    patience = clock.now() - length_of(session, "stay_escalation", _DAY)
    still = _staying(session, col(ShelterStay.told_at) <= patience, col(ShelterStay.raised_at).is_(None))
    for stay, case in still:
        stay.raised_at = clock.now()
        add_line(session, actor, case, CaseEventKind.SHELTER_RAISED, days=_days_over(stay))
    remind_offices(session, actor, Notice.LATE, {case.area_code for _, case in [*over, *still]})
    return len(over) + len(still)


def grant_days(stay: ShelterStay, days: int) -> None:
    """She may stay longer: what was told of an end that has passed is over."""
    assert stay.due_at is not None
    stay.due_at += timedelta(days=days)
    if stay.due_at > clock.now():
        stay.told_at = stay.raised_at = None


def _days_over(stay: ShelterStay) -> int:
    return (clock.now() - stay.due_at).days if stay.due_at else 0


def _staying(session: Session, *conditions: Any) -> list[tuple[ShelterStay, Case]]:
    statement = (
        select(ShelterStay, Case)
        .join(Case, col(Case.id) == col(ShelterStay.case_id))
        .where(col(ShelterStay.status).in_(STAYING), *conditions)
        .order_by(col(ShelterStay.id))
        .limit(BATCH)
        .with_for_update(skip_locked=True)  # whoever works on one now is left to the next time
    )
    return [(stay, case) for stay, case in session.exec(statement)]
