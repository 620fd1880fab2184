"""Daily work on a case: tasks and risk."""

from datetime import datetime

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.mediation.stopping import recheck_mediation
from rindu_app.domain.plans.commands import access_goal
from rindu_app.domain.reports.answers import required_text
from rindu_app.models import Case, CaseTask
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, Risk


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
