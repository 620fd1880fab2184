"""Reports about one event: duplicates of each other and those of one case. A block stands on all of them (ADR 60)."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.session import widened
from rindu_app.domain.reports.access import own_id, sealer_of
from rindu_app.domain.reports.history import add_event
from rindu_app.domain.reports.new_codes import forget_known_code
from rindu_app.domain.reports.readers import require_another_reader, standing_blocks
from rindu_app.models import Case, ConflictBlock, Report
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import ReportAction


def one_matter(session: Session, report: Report) -> list[Report]:
    """The report and all that hang together with it, also those beyond the actor's sight. Their rows are held."""
    found, newest = {own_id(report): report}, [report]
    with widened(session, "one matter"):
        while newest:
            beside = (
                select(Report).where(_beside(newest), col(Report.id).not_in(found)).order_by(col(Report.id))
            )
            newest = list(session.exec(beside.with_for_update()))
            found |= {own_id(other): other for other in newest}
    return list(found.values())


def shut_matter(
    session: Session, actor: Actor, matter: list[Report], *, account_id: int, reason: str, by_id: int
) -> None:
    """Put a block against this account on every report of a matter that has none.

    Raises `Conflict`: `manager_stays` where she manages its case, `nobody_left` where nobody else would read on.
    """
    with widened(session, "one matter"):
        if account_id in _managers(session, matter):
            raise Conflict("manager_stays")
        done = {row.report_id for row in standing_blocks(session, matter) if row.account_id == account_id}
        for report in (report for report in matter if report.id not in done):
            session.add(_block(session, report, account_id, reason, by_id))
            forget_known_code(session, report, account_id)
            if report.assignee_id == account_id:
                report.assignee_id = None
            session.add(report)
            add_event(session, actor, report, ReportAction.BLOCK, account=account_id)
        session.flush()
    require_another_reader(session, actor, matter)


def open_matter(session: Session, actor: Actor, matter: list[Report], *, account_id: int) -> None:
    """End what stands against this account on every report of a matter."""
    reports = {report.id: report for report in matter}
    with widened(session, "one matter"):
        for row in standing_blocks(session, matter):
            if row.account_id == account_id:
                row.until = clock.now()
                session.add(row)
                add_event(session, actor, reports[row.report_id], ReportAction.UNBLOCK, account=account_id)
        session.flush()


def join_matter(session: Session, actor: Actor, report: Report) -> None:
    """A report has become a duplicate or part of a case: what stood on one of them stands on all. Raises like `shut_matter`."""
    session.flush()
    matter = one_matter(session, report)
    reports = {other.id: other for other in matter}
    for row in {row.account_id: row for row in standing_blocks(session, matter)}.values():
        sealer = sealer_of(session, reports[row.report_id])
        reason = sealer.open(f"conflict_block.reason:{row.uid}", row.reason)
        shut_matter(session, actor, matter, account_id=row.account_id, reason=reason, by_id=row.by_id)


def _beside(reports: list[Report]) -> ColumnElement[bool]:
    ids, cases = ({getattr(report, name) for report in reports} for name in ("id", "case_id"))
    originals = {report.duplicate_of_id for report in reports} - {None}
    return or_(
        col(Report.id).in_(originals),
        col(Report.duplicate_of_id).in_(ids | originals),
        col(Report.case_id).in_(cases - {None}),
    )


def _managers(session: Session, matter: Iterable[Report]) -> set[int]:
    cases = {report.case_id for report in matter} - {None}
    return set(session.exec(select(Case.manager_id).where(col(Case.id).in_(cases))))


def _block(session: Session, report: Report, account_id: int, reason: str, by_id: int) -> ConflictBlock:
    uid = new_uid()
    return ConflictBlock(
        uid=uid, report_id=own_id(report), account_id=account_id, by_id=by_id, since=clock.now(),
        reason=sealer_of(session, report).seal(f"conflict_block.reason:{uid}", reason),
    )  # fmt: skip
