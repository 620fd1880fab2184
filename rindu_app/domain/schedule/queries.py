"""My due tasks and visits, and how much waits for me."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import open_sealers
from rindu_app.domain.aftercare.lists import count_due, is_planned
from rindu_app.domain.cases.access import number_of as case_number
from rindu_app.domain.cases.adrift import count_adrift
from rindu_app.domain.cases.caseload import count_raised
from rindu_app.domain.cases.ledger import count_waiting
from rindu_app.domain.cases.lists import count_unseen_glass
from rindu_app.domain.referrals.lists import count_late_referrals
from rindu_app.domain.reports.block_notices import count_unseen_blocks
from rindu_app.domain.reports.inbox import count_inbox
from rindu_app.domain.schedule.rows import ScheduleRow, WorkCounts
from rindu_app.domain.shelter.view import count_waiting_extensions
from rindu_app.domain.transfers.lists import count_put_to_office
from rindu_app.models import AftercareVisit, Case, CaseMember, CaseTask
from rindu_app.words import clock
from rindu_app.words.aftercare import say_visit
from rindu_app.words.codes import CaseStatus

LIMIT = 100


def late_tasks(session: Session, actor: Actor) -> tuple[ScheduleRow, ...]:
    """My tasks whose time is over and visits past their day, the longest first. Three queries."""
    rows = [
        *_tasks(session, actor, CaseTask.due_at < clock.now()),
        *_visits(session, actor, AftercareVisit.due_at < clock.now()),
    ]
    return tuple(sorted(rows, key=lambda row: row.at))


def tasks_between(session: Session, actor: Actor, start: datetime, end: datetime) -> tuple[ScheduleRow, ...]:
    """My tasks and visits that are due in this stretch of time and not late. Three queries."""
    since = max(start, clock.now())

    def within(due: Any) -> Any:
        return and_(due >= since, due < end)

    return (
        *_tasks(session, actor, within(col(CaseTask.due_at))),
        *_visits(session, actor, within(col(AftercareVisit.due_at))),
    )


def _tasks(session: Session, actor: Actor, due: Any) -> list[ScheduleRow]:
    statement = (
        select(CaseTask, Case)
        .join(Case, col(Case.id) == col(CaseTask.case_id))
        .where(
            CaseTask.owner_id == actor.id,
            col(CaseTask.done_at).is_(None),
            Case.status == CaseStatus.OPEN,
            due,
        )
        .order_by(col(CaseTask.due_at))
        .limit(LIMIT)
    )
    found = session.exec(statement).all()
    sealers = open_sealers(session, {case.key_uid for _, case in found})
    return [
        ScheduleRow(
            uid=task.uid,
            kind="task",
            title=sealers[case.key_uid].open(f"case_task.title:{task.uid}", task.title),
            detail="Tugas",
            number=case_number(case),
            at=task.due_at,
            late=task.due_at < clock.now(),
        )
        for task, case in found
    ]


def _visits(session: Session, actor: Actor, due: Any) -> list[ScheduleRow]:
    """After a closing, in cases that I manage."""
    statement = (
        select(AftercareVisit, Case)
        .join(Case, col(Case.id) == col(AftercareVisit.case_id))
        .where(Case.manager_id == actor.id, Case.status == CaseStatus.CLOSED, is_planned(), due)
        .order_by(col(AftercareVisit.due_at))
        .limit(LIMIT)
    )
    return [
        ScheduleRow(
            uid=visit.uid,
            kind="aftercare",
            title=say_visit(visit.month),
            detail="Kunjungan lanjutan",
            number=case_number(case),
            at=visit.due_at,
            late=visit.due_at < clock.now(),
        )
        for visit, case in session.exec(statement)
    ]


def count_work(session: Session, actor: Actor) -> WorkCounts:
    """In six counts, and some more for a supervisor. Raises `Forbidden`."""
    inbox = count_inbox(session, actor).mine
    mine = select(CaseMember.case_id).where(
        CaseMember.account_id == actor.id, col(CaseMember.until).is_(None)
    )
    cases = select(func.count(col(Case.id))).where(Case.status == CaseStatus.OPEN, col(Case.id).in_(mine))
    soon = clock.now() + timedelta(hours=24)
    due = (
        select(func.count(col(CaseTask.id)))
        .join(Case, col(Case.id) == col(CaseTask.case_id))
        .where(
            CaseTask.owner_id == actor.id,
            col(CaseTask.done_at).is_(None),
            CaseTask.due_at < soon,
            Case.status == CaseStatus.OPEN,
        )
    )
    to_decide = count_waiting(session, actor) + count_waiting_extensions(session, actor)
    return WorkCounts(
        inbox=inbox,
        cases=session.exec(cases).one(),
        due=session.exec(due).one(),
        to_check=_to_check(session, actor),
        to_decide=to_decide + count_put_to_office(session, actor),
        referrals=count_late_referrals(session, actor),
        raised=count_raised(session, actor) if actor.may(Permission.CASE_SUPERVISE) else 0,
        to_visit=count_due(session, actor),
    )


def _to_check(session: Session, actor: Actor) -> int:
    """What waits for a supervisor's eye: emergency openings, supervisors who were shut out, cases without a manager."""
    if not actor.may(Permission.CASE_SUPERVISE):
        return 0
    counts = (count_unseen_glass, count_unseen_blocks, count_adrift)
    return sum(count(session, actor) for count in counts)
