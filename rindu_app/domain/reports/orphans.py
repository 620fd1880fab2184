"""Reports of a place where nobody works, or nobody any more: they go to the home office, so that somebody answers (ADR 50)."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.scopes import is_within
from rindu_app.domain.reports.history import take_step, tell_colleagues
from rindu_app.domain.reports.workflow import OPEN, STEPS
from rindu_app.models import Account, Report
from rindu_app.settings import get_settings
from rindu_app.words.codes import ReportAction, Role

_CASEWORKERS = (Role.COUNSELLOR, Role.SUPERVISOR)
_MOVABLE = [str(status) for status, action in STEPS if action == ReportAction.FORWARD and status in OPEN]
WHY = "Belum ada petugas di wilayah yang disebut."


def move_orphans(session: Session, actor: Actor) -> int:
    """Forward every open report that no caseworker can see. How many were moved; none while the home office is empty too."""
    home = get_settings().home_area
    if not has_caseworker(session, home):
        return 0
    orphans = list_orphans(session)
    for report in orphans:
        before = report.area_code
        take_step(session, actor, report, ReportAction.FORWARD, note=WHY, from_area=before, to_area=home)
        report.area_code, report.assignee_id, report.unread = home, None, True
        tell_colleagues(session, report)
    return len(orphans)


def has_caseworker(session: Session, area: str) -> bool:
    """Whether somebody who is active sees reports of this area."""
    return _is_staffed(area, _offices(session))


def list_orphans(session: Session) -> list[Report]:
    """Open reports in areas without an active caseworker. For the system only: it sees every area."""
    offices = _offices(session)
    areas = session.exec(select(Report.area_code).where(col(Report.status).in_(_MOVABLE)).distinct())
    forgotten = [area for area in areas if not _is_staffed(area, offices)]
    statement = select(Report).where(col(Report.area_code).in_(forgotten), col(Report.status).in_(_MOVABLE))
    return list(session.exec(statement.with_for_update())) if forgotten else []


def _offices(session: Session) -> set[str]:
    statement = select(Account.area_code).where(
        col(Account.active).is_(True), col(Account.role).in_(_CASEWORKERS)
    )
    return set(session.exec(statement.distinct()))


def _is_staffed(area: str, offices: set[str]) -> bool:
    return any(is_within(area, office) for office in offices)
