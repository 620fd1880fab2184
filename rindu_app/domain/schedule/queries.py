"""My coming appointments and due tasks in one list: six queries however many there are."""

from datetime import timedelta

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import open_sealers
from rindu_app.domain.cases.access import number_of as case_number
from rindu_app.domain.cases.ledger import count_waiting
from rindu_app.domain.cases.lists import count_unseen_glass
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.domain.reports.block_notices import count_unseen_blocks
from rindu_app.domain.reports.inbox import count_inbox
from rindu_app.domain.schedule.rows import ScheduleRow, WorkCounts
from rindu_app.models import Appointment, Case, CaseMember, CaseTask, Report
from rindu_app.words import clock
from rindu_app.words.codes import AppointmentStatus, CaseStatus, CounsellingMode
from rindu_app.words.labels import label

LIMIT = 100
# A meeting stays on the list while it may still be going on.
_GOING_ON = timedelta(hours=2)
_STANDING = (AppointmentStatus.PROPOSED, AppointmentStatus.ACCEPTED)


def list_schedule(session: Session, actor: Actor) -> tuple[ScheduleRow, ...]:
    """By time, late tasks first. A meeting is mine if I proposed it or the report is mine. Raises `Forbidden`."""
    if not actor.may(Permission.CASE_READ):
        raise Forbidden
    audit(session, actor, "schedule:read", "", actor.area_code)
    rows = [*_appointments(session, actor), *_tasks(session, actor)]
    return tuple(sorted(rows, key=lambda row: row.at))


def _appointments(session: Session, actor: Actor) -> list[ScheduleRow]:
    statement = (
        select(Appointment, Report)
        .join(Report, col(Report.id) == col(Appointment.report_id))
        .where(
            or_(col(Appointment.by_id) == actor.id, col(Report.assignee_id) == actor.id),
            col(Appointment.status).in_(_STANDING),
            col(Appointment.starts_at) > clock.now() - _GOING_ON,
        )
        .order_by(col(Appointment.starts_at))
        .limit(LIMIT)
    )
    found = session.exec(statement).all()
    sealers = open_sealers(session, {report.key_uid for _, report in found})
    return [
        ScheduleRow(
            uid=meeting.uid,
            kind="appointment",
            title=f"Janji: {label(CounsellingMode(meeting.mode))}",
            detail=_words(
                label(AppointmentStatus(meeting.status)),
                sealers[report.key_uid].open(f"appointment.place:{meeting.uid}", meeting.place),
            ),
            number=report_number(report),
            at=meeting.starts_at,
            late=False,
        )
        for meeting, report in found
    ]


def _tasks(session: Session, actor: Actor) -> list[ScheduleRow]:
    statement = (
        select(CaseTask, Case)
        .join(Case, col(Case.id) == col(CaseTask.case_id))
        .where(
            CaseTask.owner_id == actor.id,
            col(CaseTask.done_at).is_(None),
            Case.status == CaseStatus.OPEN,
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


def _words(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def count_work(session: Session, actor: Actor) -> WorkCounts:
    """In four counts, and two more for a supervisor. Raises `Forbidden`."""
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
    to_check, to_decide = _to_check(session, actor), count_waiting(session, actor)
    return WorkCounts(inbox, session.exec(cases).one(), session.exec(due).one(), to_check, to_decide)


def _to_check(session: Session, actor: Actor) -> int:
    """What waits for a supervisor's eye: emergency openings, and supervisors who were shut out."""
    if not actor.may(Permission.CASE_SUPERVISE):
        return 0
    return count_unseen_glass(session, actor) + count_unseen_blocks(session, actor)
