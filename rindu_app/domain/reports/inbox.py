"""The inbox: four queries however many rows are shown."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, case, func, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import member_of, within_area
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.reports.access import number_of
from rindu_app.domain.reports.rows import HeldGroup, InboxCounts, InboxFilter, InboxPage, InboxRow
from rindu_app.domain.reports.workflow import OPEN
from rindu_app.models import Report, ReportKind
from rindu_app.words import clock
from rindu_app.words.codes import Door, ReportStatus, Risk
from rindu_app.words.labels import label

PAGE = 25
_RANK: Any = case({Risk.HIGH.value: 1, Risk.MEDIUM.value: 2}, value=col(Report.risk), else_=3)
_OPEN = [str(status) for status in sorted(OPEN)]
# Within one risk: nobody has spoken to her yet, her clock runs; there is news of her; she was answered.
_SETTLED: Any = case(
    (and_(col(Report.answered_at).is_(None), col(Report.status).in_(_OPEN)), 0),
    (col(Report.unread), 1),
    else_=2,
)


def list_inbox(session: Session, actor: Actor, *, wanted: InboxFilter, after: str = "") -> InboxPage:
    """Reports by risk, unanswered first, then by clock. `after` is the `next_key` of the page before. Raises `Forbidden`."""
    _check(actor)
    statement = select(Report, _RANK, _SETTLED).where(*_conditions(actor, wanted))
    if after:
        statement = statement.where(_after(*_read_key(after)))
    statement = statement.order_by(_RANK, _SETTLED, col(Report.due_at), col(Report.id)).limit(PAGE + 1)
    found = session.exec(statement).all()
    rows = as_rows(session, [report for report, _, _ in found[:PAGE]])
    return InboxPage(rows, _key(*found[PAGE - 1]) if len(found) > PAGE else "")


def count_inbox(session: Session, actor: Actor) -> InboxCounts:
    """Numbers on the tabs, in one query."""
    _check(actor)
    shown = col(Report.held_group).is_(None)
    is_open = and_(_waits(), shown)
    statement = select(
        func.count(case((and_(is_open, _needs(actor)), 1))),
        func.count(case((is_open, 1))),
        func.count(case((and_(is_open, col(Report.status) == ReportStatus.NEEDS_INFO), 1))),
        func.count(case((and_(col(Report.status).in_(_OPEN), ~shown), 1))),
    ).where(_waits(), col(Report.id) > 0)
    return InboxCounts(*session.exec(statement).one())


def list_held(session: Session, actor: Actor) -> tuple[HeldGroup, ...]:
    """Groups of a flood that wait for review, newest first."""
    _check(actor)
    statement = (
        select(Report.held_group, func.count(col(Report.id)), func.max(Report.received_at))
        .where(col(Report.held_group).is_not(None), col(Report.status).in_(_OPEN))
        .group_by(col(Report.held_group))
        .order_by(func.max(Report.received_at).desc())
        .limit(20)
    )
    return tuple(HeldGroup(group or "", count, newest) for group, count, newest in session.exec(statement))


def as_rows(session: Session, reports: list[Report]) -> tuple[InboxRow, ...]:
    """Three queries for the whole page: kinds, places, assignees."""
    kinds: dict[int, list[str]] = {}
    ids = [report.id for report in reports]
    for report_id, code in session.exec(
        select(ReportKind.report_id, ReportKind.code).where(col(ReportKind.report_id).in_(ids))
    ):
        kinds.setdefault(report_id, []).append(code)
    labels = read_labels(session, "violence_kind")
    places = read_area_paths(session, {report.area_code for report in reports})
    people = names_of(session, {report.assignee_id for report in reports})
    return tuple(
        InboxRow(
            number=number_of(report),
            title=_title(report, [labels.get(code, code) for code in sorted(kinds.get(report.id or 0, []))]),
            place=places[report.area_code].name if report.area_code in places else "",
            risk=report.risk,
            risk_label=label(Risk(report.risk)),
            risk_decided=report.risk_decided,
            status=report.status,
            status_label=label(ReportStatus(report.status)),
            unread=report.unread,
            minutes_left=minutes_left(report),
            received=report.received_at,
            assignee=people.get(report.assignee_id, ""),
        )
        for report in reports
    )


def minutes_left(report: Report) -> int | None:
    """Whole minutes until the first answer is due; None once it was given or nobody waits."""
    if report.answered_at is not None or report.status not in OPEN:
        return None
    return int((report.due_at - clock.now()).total_seconds() // 60)


def _title(report: Report, kinds: list[str]) -> str:
    start = label(Door(report.door))
    return f"{start}: {', '.join(kinds)}" if kinds else start


def _conditions(actor: Actor, wanted: InboxFilter) -> list[Any]:
    held = (
        col(Report.held_group) == wanted.held_group if wanted.held_group else col(Report.held_group).is_(None)
    )
    conditions: list[Any] = [held] if wanted.view != "all" else []
    if wanted.view in ("mine", "open", "waiting") and not wanted.status:
        conditions.append(_waits())
    if wanted.view == "mine":
        conditions.append(_needs(actor))
    if wanted.view == "waiting":
        conditions.append(col(Report.status) == ReportStatus.NEEDS_INFO)
    if wanted.view == "closed" and not wanted.status:
        conditions.append(col(Report.status).not_in([*_OPEN, ReportStatus.CASE]))  # a case is not over
    if wanted.area_code:
        conditions.append(within_area(Report.area_code, wanted.area_code))
    if wanted.kind:
        conditions.append(
            col(Report.id).in_(select(ReportKind.report_id).where(ReportKind.code == wanted.kind))
        )
    if wanted.risk:
        conditions.append(col(Report.risk) == wanted.risk)
    if wanted.status:
        conditions.append(col(Report.status) == wanted.status)
    if wanted.days:
        conditions.append(col(Report.received_at) >= clock.now() - timedelta(days=wanted.days))
    return conditions


def _waits() -> Any:
    """Open; or part of a case whose person has written and waits: nobody else looks there for her."""
    news = and_(col(Report.status) == ReportStatus.CASE, col(Report.unread))
    return or_(col(Report.status).in_(_OPEN), news)


def _needs(actor: Actor) -> Any:
    """Mine, or nobody's yet: what waits for this person to do something. Of a case, its team."""
    without_case = and_(col(Report.case_id).is_(None), col(Report.assignee_id).is_(None))
    return or_(col(Report.assignee_id) == actor.id, without_case, member_of(Report.case_id, actor))


def _after(rank: int, settled: int, due: datetime, row_id: int) -> Any:
    """Rows that stand behind this one in the order of the list."""
    later = or_(col(Report.due_at) > due, and_(col(Report.due_at) == due, col(Report.id) > row_id))
    behind = or_(settled < _SETTLED, and_(settled == _SETTLED, later))
    return or_(rank < _RANK, and_(rank == _RANK, behind))


def _key(report: Report, rank: int, settled: int) -> str:
    return f"{rank}_{settled}_{report.due_at.isoformat()}_{report.id}"


def _read_key(text: str) -> tuple[int, int, datetime, int]:
    rank, settled, due, row_id = text.split("_")
    return int(rank), int(settled), datetime.fromisoformat(due), int(row_id)


def _check(actor: Actor) -> None:
    if not actor.may(Permission.REPORT_READ):
        raise Forbidden
