"""Reports of a place where nobody works, nobody any more, or nobody who may see them: they go to the home office (ADR 50)."""

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.scopes import is_within
from rindu_app.domain.reports.history import take_step, tell_colleagues
from rindu_app.domain.reports.readers import CASEWORKERS, standing_blocks, workers_over
from rindu_app.domain.reports.workflow import OPEN, STEPS
from rindu_app.models import Account, ConflictBlock, Report
from rindu_app.settings import get_settings
from rindu_app.words.codes import ReportAction

_MOVABLE = [str(status) for status, action in STEPS if action == ReportAction.FORWARD and status in OPEN]
WHY = "Belum ada petugas yang dapat membacanya di wilayah yang disebut."


def move_orphans(session: Session, actor: Actor) -> int:
    """Forward every open report that no caseworker can see. How many were moved; none that nobody could see at home either."""
    home = get_settings().home_area
    orphans, _ = sort_orphans(session)
    for report in orphans:
        before = report.area_code
        take_step(session, actor, report, ReportAction.FORWARD, note=WHY, from_area=before, to_area=home)
        report.area_code, report.assignee_id, report.unread = home, None, True
        tell_colleagues(session, report)
    return len(orphans)


def has_caseworker(session: Session, area: str) -> bool:
    """Whether somebody who is active sees reports of this area."""
    return bool(workers_over(session, area))


def sort_orphans(session: Session) -> tuple[list[Report], list[Report]]:
    """(what the home office can take, what would be seen by nobody there either). For the system only."""
    orphans, at_home = list_orphans(session), workers_over(session, get_settings().home_area)
    blocked: dict[int, set[int]] = {}
    for block in standing_blocks(session, orphans):
        blocked.setdefault(block.report_id, set()).add(block.account_id)
    stuck = [report for report in orphans if not at_home - blocked.get(report.id or 0, set())]
    return [report for report in orphans if report not in stuck], stuck


def list_orphans(session: Session) -> list[Report]:
    """Open reports that no active caseworker sees: none works there, or whoever does is blocked. For the system only."""
    offices = _offices(session)
    areas = session.exec(select(Report.area_code).where(col(Report.status).in_(_MOVABLE)).distinct())
    forgotten = [area for area in areas if not _is_staffed(area, offices)]
    unseen = or_(col(Report.area_code).in_(forgotten), and_(_is_blocked(), ~_is_seen()))
    statement = select(Report).where(col(Report.status).in_(_MOVABLE), unseen).order_by(col(Report.id))
    return list(session.exec(statement.with_for_update()))


def _is_blocked() -> ColumnElement[bool]:
    return exists().where(col(ConflictBlock.report_id) == col(Report.id), col(ConflictBlock.until).is_(None))


def _is_seen() -> ColumnElement[bool]:
    """An active caseworker of its place is not blocked."""
    office, against_her = col(Account.area_code), aliased(ConflictBlock)
    return exists().where(
        col(Account.active).is_(True),
        col(Account.role).in_(CASEWORKERS),
        or_(office == "", office == Report.area_code, col(Report.area_code).like(office + ".%")),
        ~exists().where(
            col(against_her.report_id) == col(Report.id),
            col(against_her.account_id) == col(Account.id),
            col(against_her.until).is_(None),
        ),
    )


def _offices(session: Session) -> set[str]:
    statement = select(Account.area_code).where(
        col(Account.active).is_(True), col(Account.role).in_(CASEWORKERS)
    )
    return set(session.exec(statement.distinct()))


def _is_staffed(area: str, offices: set[str]) -> bool:
    return any(is_within(area, office) for office in offices)
