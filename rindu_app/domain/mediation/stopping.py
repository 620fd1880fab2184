"""Stopping a mediation at once: where it may not go on, where somebody takes a consent back, where a choice is not free."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.access import sealer_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.mediation.facts import read_blocks
from rindu_app.domain.mediation.workflow import OPEN, next_status
from rindu_app.models import Case, Mediation
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, MediationAction, MediationStop

PURPOSE = "mediation"


def open_mediation(session: Session, case: Case) -> Mediation | None:
    """The one that is under way; a case has at most one."""
    statement = select(Mediation).where(Mediation.case_id == case.id, col(Mediation.status).in_(OPEN))
    return session.exec(statement.order_by(col(Mediation.id).desc()).limit(1)).first()


def recheck_mediation(session: Session, actor: Actor, case: Case) -> None:
    """To be called wherever something changed that the gate looks at: incidents, the client's age, the risk.

    An open mediation that may not go on any longer is stopped in the same transaction.
    """
    session.flush()  # the gate reads what was just written
    mediation = open_mediation(session, case)
    if mediation is not None and read_blocks(session, case):
        stop(session, actor, case, mediation, MediationStop.BLOCKED)


def stop_without_consent(session: Session, actor: Actor, case: Case, purpose: str) -> None:
    """The client said no, or no longer: whoever is in the room hears it now."""
    if purpose != PURPOSE:
        return
    mediation = open_mediation(session, case)
    if mediation is not None:
        stop(session, actor, case, mediation, MediationStop.CONSENT)


def stop(
    session: Session, actor: Actor, case: Case, mediation: Mediation, why: MediationStop, note: str = ""
) -> None:
    """`note` is sealed. The timeline says that it stopped, not over which kind of violence."""
    mediation.status = next_status(mediation.status, MediationAction.STOP)
    mediation.stop_reason, mediation.ended_at = why, clock.now()
    if note:
        mediation.ending = sealer_of(session, case).seal(f"mediation.ending:{mediation.uid}", note)
    session.add(mediation)
    add_line(session, actor, case, CaseEventKind.MEDIATION_STOPPED, stopped=str(why))
