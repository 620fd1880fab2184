"""Daily work on a case: tasks, risk, closing and opening again."""

from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.mediation.stopping import recheck_mediation
from rindu_app.domain.plans.commands import access_goal
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.shelter.workflow import UNDER_WAY
from rindu_app.models import Case, CaseTask, Report, ShelterStay
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, CaseStatus, Risk


def change_risk(session: Session, actor: Actor, *, number: str, risk: Risk, reason: str) -> Case:
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    before, case.risk = case.risk, risk
    add_line(
        session,
        actor,
        case,
        CaseEventKind.RISK_CHANGED,
        note=required_text("reason", reason),
        before=before,
        risk=risk,
    )
    recheck_mediation(session, actor, case)
    return case


def add_task(
    session: Session,
    actor: Actor,
    *,
    number: str,
    title: str,
    due_at: datetime,
    owner_id: int,
    goal_uid: str | None = None,
) -> CaseTask:
    """Something to do by a date, for a goal of the plan where one is named. The owner must be able to open the case."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    title, uid = required_text("title", title), new_uid()
    if owner_id not in team_ids(session, case):
        raise Invalid("owner_id", "assignee_not_here")
    task = CaseTask(
        uid=uid,
        case_id=case_id(case),
        owner_id=owner_id,
        by_id=actor.id,
        title=sealer_of(session, case).seal(f"case_task.title:{uid}", title[:300]),
        due_at=due_at,
        goal_uid=access_goal(session, case, goal_uid).uid if goal_uid else None,
    )
    session.add(task)
    add_line(session, actor, case, CaseEventKind.TASK_ADDED, note=title[:300], task=uid)
    return task


def finish_task(session: Session, actor: Actor, *, number: str, uid: str) -> CaseTask:
    """Done by whoever presses; pressing twice changes nothing."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    task = session.exec(select(CaseTask).where(CaseTask.uid == uid, CaseTask.case_id == case.id)).first()
    if task is None:
        raise NotFound
    if task.done_at is None:
        task.done_at, task.done_by_id = clock.now(), actor.id
        session.add(task)
        title = sealer_of(session, case).open(f"case_task.title:{uid}", task.title)
        add_line(session, actor, case, CaseEventKind.TASK_DONE, note=title, task=uid)
    return task


def close_case(session: Session, actor: Actor, *, number: str, reason_code: str, note: str) -> Case:
    """End the work, with a reason of the list `case_closing_reason`. The person may come back at any time.

    Nothing of hers waits in the inbox any longer; what she writes from now on does.
    """
    case = access_case(session, actor, number, Permission.CASE_CLOSE, lock=True, is_open=True)
    if reason_code not in {item.code for item in list_codes(session, "case_closing_reason")}:
        raise Invalid("reason_code", "unknown_choice")
    _nobody_is_sheltered(session, case)
    case.status = CaseStatus.CLOSED
    for report in session.exec(select(Report).where(Report.case_id == case.id)):
        report.unread = False
        session.add(report)
    add_line(session, actor, case, CaseEventKind.CLOSED, note=required_text("note", note), reason=reason_code)
    return case


def reopen_case(session: Session, actor: Actor, *, number: str, note: str) -> Case:
    case = access_case(session, actor, number, Permission.CASE_CLOSE, lock=True)
    if case.status != CaseStatus.CLOSED:
        raise Conflict("case_open")
    case.status = CaseStatus.OPEN
    add_line(session, actor, case, CaseEventKind.REOPENED, note=required_text("note", note))
    return case


def _nobody_is_sheltered(session: Session, case: Case) -> None:
    """A case does not close over somebody who waits for a bed or sleeps in one."""
    under_way = select(ShelterStay.id).where(
        ShelterStay.case_id == case.id, col(ShelterStay.status).in_(UNDER_WAY)
    )
    if session.exec(under_way.limit(1)).first() is not None:
        raise Conflict("shelter_open")
