"""A planned visit ends where nobody may go any more. A team that has left comes back and tells how it went."""

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.access import sealer_of
from rindu_app.domain.cases.standing import HANDLING
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.schedule.slots import give_back
from rindu_app.domain.services.outreach_workflow import next_status
from rindu_app.models import Case, OutreachVisit
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, OutreachAction, OutreachStatus

OUTREACH = "outreach"


def stop_outreach(
    session: Session, actor: Actor, case: Case, purpose: str, subject: str, reason: str
) -> None:
    """She said no to being visited, or no longer."""
    if (purpose, subject) == (HANDLING, OUTREACH):
        end_visits(session, actor, case, reason)


def end_visits(session: Session, actor: Actor, case: Case, reason: str) -> None:
    """Everything planned of a case that the caller may change and whose row it holds."""
    planned = select(OutreachVisit).where(
        OutreachVisit.case_id == case.id, OutreachVisit.status == OutreachStatus.PLANNED
    )
    for visit in session.exec(planned).all():
        call_off_visit(session, actor, case, visit, reason)


def call_off_visit(session: Session, actor: Actor, case: Case, visit: OutreachVisit, reason: str) -> None:
    """The time of all who would have gone is free again. Raises `Conflict` once the team has left."""
    visit.status = next_status(visit.status, OutreachAction.CANCEL)
    visit.ended_at = clock.now()
    visit.outcome = sealer_of(session, case).seal(f"outreach_visit.outcome:{visit.uid}", reason)
    session.add(visit)
    give_back(session, visit.uid)
    add_line(session, actor, case, CaseEventKind.OUTREACH_CANCELLED, note=reason)
