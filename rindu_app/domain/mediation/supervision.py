"""After the agreement: somebody looks whether it is kept, on a day that is written down (3.9)."""

from datetime import timedelta

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.cases.work import add_task
from rindu_app.domain.mediation.commands import enter
from rindu_app.domain.mediation.entries import list_entries, newest_of, write_entry
from rindu_app.models import Mediation
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, MediationAction, MediationEntryKind
from rindu_app.words.services import BROKEN_TASK

SOON = timedelta(days=1)


def check_agreement(
    session: Session, actor: Actor, *, number: str, held_on: str, is_kept: bool, text: str
) -> Mediation:
    """Kept or broken. A broken agreement becomes a task of the case manager and a line that nobody overlooks."""
    case, mediation, _ = enter(session, actor, number, MediationAction.CHECK)
    write_entry(
        session, actor, case, mediation, MediationEntryKind.CHECK, held_on=held_on, text=text, good=is_kept
    )
    if is_kept:
        add_line(session, actor, case, CaseEventKind.MEDIATION_KEPT)
        return mediation
    add_line(session, actor, case, CaseEventKind.MEDIATION_BROKEN)
    add_task(
        session, actor, number=number, title=BROKEN_TASK, due_at=clock.now() + SOON, owner_id=case.manager_id
    )
    return mediation


def complete_mediation(session: Session, actor: Actor, *, number: str) -> Mediation:
    """Supervision ends. Raises `Conflict` unless the last look found the agreement kept."""
    case, mediation, target = enter(session, actor, number, MediationAction.COMPLETE)
    last = newest_of(list_entries(session, mediation), MediationEntryKind.CHECK).get("")
    if last is None or not last.good:
        raise Conflict("mediation_not_kept")
    mediation.status, mediation.ended_at = target, clock.now()
    session.add(mediation)
    add_line(session, actor, case, CaseEventKind.MEDIATION_COMPLETED)
    return mediation
