"""What is still planned ends when the case is opened again, or when she no longer wants to be asked."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.aftercare.workflow import next_status
from rindu_app.domain.cases.timeline import add_line
from rindu_app.models import AftercareVisit, Case
from rindu_app.words import clock
from rindu_app.words.codes import AftercareAction, AftercareEnd, AftercareStatus, CaseEventKind

PURPOSE = "follow_up"


def end_aftercare(session: Session, actor: Actor, case: Case, why: AftercareEnd) -> None:
    """What is still planned does not happen. For whoever reopens the case, or hears that she does not want it."""
    visits = planned_visits(session, case)
    for visit in visits:
        visit.status, visit.ended_at = next_status(visit.status, AftercareAction.CANCEL), clock.now()
        session.add(visit)
    if visits:
        add_line(session, actor, case, CaseEventKind.AFTERCARE_CANCELLED, aftercare=str(why))
    if why == AftercareEnd.REOPENED:
        _settle_alarms(session, actor, case)


def stop_aftercare(session: Session, actor: Actor, case: Case, purpose: str) -> None:
    """She said no to this purpose, or no longer."""
    if purpose == PURPOSE:
        end_aftercare(session, actor, case, AftercareEnd.CONSENT)


def planned_visits(session: Session, case: Case) -> list[AftercareVisit]:
    statement = select(AftercareVisit).where(
        AftercareVisit.case_id == case.id, AftercareVisit.status == AftercareStatus.PLANNED
    )
    return list(session.exec(statement))


def _settle_alarms(session: Session, actor: Actor, case: Case) -> None:
    """Opening the case again is the answer to what was found."""
    alarms = select(AftercareVisit).where(
        AftercareVisit.case_id == case.id,
        col(AftercareVisit.alarming).is_(True),
        col(AftercareVisit.settled_at).is_(None),
    )
    for visit in session.exec(alarms).all():
        visit.settled_by_id, visit.settled_at = actor.id, clock.now()
        session.add(visit)
