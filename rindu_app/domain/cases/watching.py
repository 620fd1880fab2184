"""Nothing of a case falls asleep: a task past its day and a case without a word go to the worker, then to the supervisor,
by the clock and by nobody's goodwill (6b.4; research 6.16)."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.access import sealer_of
from rindu_app.domain.cases.quiet import quiet_days
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.clocks import length_of
from rindu_app.domain.deliveries.reminders import remind_offices
from rindu_app.models import Case, CaseTask, Message, Report
from rindu_app.words import clock
from rindu_app.words.codes import Author, CaseEventKind, CaseStatus, Risk
from rindu_app.words.notices import Notice

# A chore takes a bite and comes again; whoever works on a row now is left to the next time.
BATCH = 200
_DAY = 24 * 60
_QUIET_MINUTES = {Risk.HIGH: 2 * _DAY, Risk.MEDIUM: 7 * _DAY, Risk.LOW: 14 * _DAY}


def watch_cases(session: Session, actor: Actor) -> int:
    """Remind of cases without a word, pass on what stays so and tasks that stay undone; returns how many.

    Late tasks themselves are reminded of by `remind_late_clocks`. Each is told once at each stage; a word of the team, or
    the task's end, starts anew.
    """
    _hear_replies(session)
    quiet = [case for risk in Risk for case in _fallen_quiet(session, risk)]
    for case in quiet:
        case.quiet_told_at = clock.now()
        add_line(session, actor, case, CaseEventKind.QUIET, days=quiet_days(case))
    still = _still_quiet(session)
    for case in still:
        case.quiet_raised_at = clock.now()
        add_line(session, actor, case, CaseEventKind.QUIET_RAISED, days=quiet_days(case))
    undone = _still_undone(session)
    for task, case in undone:
        _raise_task(session, actor, task, case)
    areas = {case.area_code for case in [*quiet, *still, *(case for _, case in undone)]}
    remind_offices(session, actor, Notice.LATE, areas)
    return len(quiet) + len(still) + len(undone)


def _hear_replies(session: Session) -> None:
    """An answer or a note in the thread of one of its reports is a word of the team, too.

    Here and not where it is written: whoever writes holds the report's row, and must not wait for the case's.
    """
    newest = (
        select(Report.case_id, func.max(Message.at))
        .join(Message, col(Message.report_id) == col(Report.id))
        .where(Message.author == Author.STAFF, col(Report.case_id).is_not(None))
        .group_by(col(Report.case_id))
        .subquery()
    )
    case_id, at = newest.c
    statement = select(Case, at).join(newest, case_id == col(Case.id)).where(at > col(Case.worked_at))
    for case, heard in session.exec(statement.with_for_update(of=Case, skip_locked=True)).all():
        case.worked_at, case.quiet_told_at, case.quiet_raised_at = heard, None, None
        session.add(case)
    session.flush()


def _fallen_quiet(session: Session, risk: Risk) -> list[Case]:
    limit = length_of(session, f"quiet_{risk}", _QUIET_MINUTES[risk])
    return _cases(
        session, Case.risk == risk, Case.worked_at < clock.now() - limit, col(Case.quiet_told_at).is_(None)
    )


def _still_quiet(session: Session) -> list[Case]:
    return _cases(
        session, col(Case.quiet_told_at) <= _patience(session, "quiet"), col(Case.quiet_raised_at).is_(None)
    )


def _still_undone(session: Session) -> list[tuple[CaseTask, Case]]:
    statement = (
        select(CaseTask, Case)
        .join(Case, col(Case.id) == col(CaseTask.case_id))
        .where(Case.status == CaseStatus.OPEN, col(CaseTask.done_at).is_(None))
        .where(CaseTask.due_at <= _patience(session, "task"), col(CaseTask.raised_at).is_(None))
        .order_by(col(CaseTask.id))
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    return [(task, case) for task, case in session.exec(statement)]


def _cases(session: Session, *conditions: Any) -> list[Case]:
    statement = (
        select(Case)
        .where(Case.status == CaseStatus.OPEN, *conditions)
        .order_by(col(Case.id))
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    return list(session.exec(statement))


def _patience(session: Session, what: str) -> Any:
    return clock.now() - length_of(session, f"{what}_escalation", 2 * _DAY)


def _raise_task(session: Session, actor: Actor, task: CaseTask, case: Case) -> None:
    task.raised_at = clock.now()
    session.add(task)
    title = sealer_of(session, case).open(f"case_task.title:{task.uid}", task.title)
    late = clock.now() - task.due_at
    add_line(
        session, actor, case, CaseEventKind.TASK_RAISED, note=title, task=task.uid, days=late // timedelta(1)
    )
