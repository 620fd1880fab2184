"""What a closed case leaves behind: nothing planned, nothing waiting, nobody outside with access. Each with a line of its own."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.access import sealer_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.closure.running import waiting_decisions
from rindu_app.domain.conferences.planning import end_conferences
from rindu_app.domain.legal.following import leave_tracks
from rindu_app.domain.mediation.stopping import open_mediation, stop
from rindu_app.domain.referrals.ending import end_referrals
from rindu_app.domain.services.ending import end_visits
from rindu_app.domain.sessions.ending import end_appointments, end_counselling
from rindu_app.domain.transfers.ending import lapse_open
from rindu_app.models import Approval, Case, CaseTask
from rindu_app.words import clock
from rindu_app.words.closure import ENDED_WITH_CASE
from rindu_app.words.codes import CaseEventKind, MediationStop


def end_running_work(session: Session, actor: Actor, case: Case) -> None:
    """Called while the case is still open and its row is held, by whoever may close it."""
    end_counselling(session, actor, case, ENDED_WITH_CASE)
    end_appointments(session, actor, case, ENDED_WITH_CASE)
    end_visits(session, actor, case, ENDED_WITH_CASE)
    if (mediation := open_mediation(session, case)) is not None:
        stop(session, actor, case, mediation, MediationStop.CLOSED)
    end_referrals(session, actor, case, reason="case_closed")
    lapse_open(session, actor, case)
    leave_tracks(session, actor, case)
    end_conferences(session, actor, case, reason=ENDED_WITH_CASE)
    for request in session.exec(waiting_decisions(case)).all():
        _end_request(session, actor, case, request)
    _end_tasks(session, actor, case)


def _end_request(session: Session, actor: Actor, case: Case, request: Approval) -> None:
    """Nobody can decide on it any more: it ends without a yes."""
    request.approved, request.decided_by_id, request.decided_at = False, actor.id, clock.now()
    request.comment = sealer_of(session, case).seal(f"approval.comment:{request.uid}", ENDED_WITH_CASE)
    session.add(request)
    add_line(session, actor, case, CaseEventKind.NOT_APPROVED, note=ENDED_WITH_CASE, approval=request.kind)


def _end_tasks(session: Session, actor: Actor, case: Case) -> None:
    """They are over, and were not done: that stays to be seen."""
    sealer = sealer_of(session, case)
    running = select(CaseTask).where(CaseTask.case_id == case.id, col(CaseTask.done_at).is_(None))
    for task in session.exec(running).all():
        task.done_at, task.done_by_id, task.dropped = clock.now(), actor.id, True
        session.add(task)
        title = sealer.open(f"case_task.title:{task.uid}", task.title)
        add_line(session, actor, case, CaseEventKind.TASK_ENDED, note=title, task=task.uid)
