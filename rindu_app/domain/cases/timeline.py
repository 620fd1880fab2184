"""The one place that writes a line of a case's timeline and its audit entry."""

from functools import partial
from typing import Any

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.bell import ring
from rindu_app.access.session import after_commit
from rindu_app.domain.cases.access import case_id, number_of, sealer_of
from rindu_app.models import Case, CaseEvent
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, Role


def add_line(
    session: Session, actor: Actor, case: Case, kind: CaseEventKind, *, note: str = "", **facts: Any
) -> CaseEvent:
    """`note` is sealed with the case; `facts` are codes and numbers only."""
    uid = new_uid()
    event = CaseEvent(
        uid=uid,
        case_id=case_id(case),
        kind=kind,
        by_id=actor.account_id,
        at=clock.now(),
        facts=facts,
        note=sealer_of(session, case).seal(f"case_event.note:{uid}", note) if note else None,
    )
    case.active_at = event.at
    case.version += 1
    note_work(actor, case)
    session.add_all([event, case])
    audit(session, actor, f"case:{kind}", number_of(case), case.area_code, **facts)
    after_commit(session, partial(ring, case.area_code))
    return event


def note_work(actor: Actor, case: Case) -> None:
    """The team did something: the case's silence is over. What a clock or a partner does is no word of the team."""
    if actor.kind in (Role.COUNSELLOR, Role.SUPERVISOR):
        case.worked_at, case.quiet_told_at, case.quiet_raised_at = clock.now(), None, None
