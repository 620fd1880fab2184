"""Telling offices that work waits or is late. One neutral mail per office and hour, however much there is."""

from functools import partial

from sqlmodel import Session, col, or_, select

from rindu_app.access.actor import Actor
from rindu_app.access.bell import ring
from rindu_app.access.scopes import is_within
from rindu_app.access.session import after_commit
from rindu_app.domain.closure.recurrence import take_late_recurrences
from rindu_app.domain.deliveries.commands import queue_for_unit
from rindu_app.domain.reports.workflow import OPEN
from rindu_app.models import Account, CaseTask, Report, Unit
from rindu_app.words import clock
from rindu_app.words.codes import ReportStatus, Risk
from rindu_app.words.notices import Notice


def remind_late_clocks(session: Session, actor: Actor) -> int:
    """Queue mails for the offices of late reports, new high-risk reports and tasks past their day; returns how many."""
    late = _areas_with_late_reports(session) | _areas_with_late_tasks(session, actor)
    late |= take_late_recurrences(session)
    count = remind_offices(session, actor, Notice.WAITING, _areas_with_new_danger(session))
    count += remind_offices(session, actor, Notice.LATE, late)
    for area in late:
        after_commit(session, partial(ring, area))
    return count


def remind_offices(session: Session, actor: Actor, notice: Notice, areas: set[str]) -> int:
    """Queue a mail for each office of these areas, once an hour whatever there is; returns how many."""
    hour, count = clock.now().strftime("%Y%m%d%H"), 0
    units = session.exec(select(Unit).where(Unit.active, Unit.mail != "")).all() if areas else ()
    for unit in units:
        if any(is_within(area, unit.area_code) for area in areas):
            key = f"{notice}:{unit.id}:{hour}"
            count += queue_for_unit(session, actor, unit=unit, notice=notice, key=key) is not None
    return count


def _areas_with_new_danger(session: Session) -> set[str]:
    new = select(Report.area_code).where(
        Report.status == ReportStatus.NEW, Report.risk == Risk.HIGH, col(Report.held_group).is_(None)
    )
    return set(session.exec(new.distinct()))


def _areas_with_late_reports(session: Session) -> set[str]:
    late = select(Report.area_code).where(
        col(Report.status).in_(OPEN),
        or_(col(Report.answered_at).is_(None), col(Report.unread)),
        Report.due_at < clock.now(),
        col(Report.held_group).is_(None),
    )
    return set(session.exec(late.distinct()))


def _areas_with_late_tasks(session: Session, actor: Actor) -> set[str]:
    """Areas of the people whose tasks are late; each task is told once."""
    late = (
        select(CaseTask, Account.area_code)
        .join(Account, col(Account.id) == col(CaseTask.owner_id))
        .where(
            col(CaseTask.done_at).is_(None),
            col(CaseTask.reminded_at).is_(None),
            CaseTask.due_at < clock.now(),
        )
    )
    areas = set()
    for task, area in session.exec(late):
        task.reminded_at = clock.now()
        session.add(task)
        areas.add(area)
    return areas
