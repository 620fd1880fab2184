"""Conflict of interest (X-07): who is, or knows, the person a report is about neither sees nor finds it."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.reports.access import access_report, own_id, sealer_of
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.history import add_event
from rindu_app.domain.reports.rows import BlockRow
from rindu_app.models import Account, Case, ConflictBlock, Report
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import ReportAction


def block_colleague(
    session: Session, actor: Actor, *, number: str, account_id: int, reason: str
) -> ConflictBlock:
    """Close a report, and the case it belongs to, to a colleague: at once, her own or broken access included.

    Whoever handles it may do so, for herself too. Raises `Conflict` for its case manager, who hands over first, and
    for somebody who is blocked already; `Invalid` without a reason.
    """
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    if not (reason := clean_text(reason)[:500]):
        raise Invalid("reason", "required")
    account = session.get(Account, account_id)
    if account is None:
        raise Invalid("account_id", "unknown_choice")
    if _manages(session, report, account_id):
        raise Conflict("manager_stays")
    if _standing(session, report, account_id) is not None:
        raise Conflict("blocked_already")
    uid = new_uid()
    block = ConflictBlock(
        uid=uid, report_id=own_id(report), account_id=account_id, by_id=actor.id, since=clock.now(),
        reason=sealer_of(session, report).seal(f"conflict_block.reason:{uid}", reason),
    )  # fmt: skip
    if report.assignee_id == account_id:
        report.assignee_id = None
    add_event(session, actor, report, ReportAction.BLOCK, account=account_id)
    session.add_all([report, block])
    return block


def unblock_colleague(session: Session, actor: Actor, *, number: str, uid: str) -> None:
    """It was a mistake, or is over. What she saw before stays on the trail."""
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    block = session.exec(
        select(ConflictBlock).where(
            ConflictBlock.uid == uid, ConflictBlock.report_id == report.id, col(ConflictBlock.until).is_(None)
        )
    ).first()
    if block is None:
        raise NotFound
    block.until = clock.now()
    session.add(block)
    add_event(session, actor, report, ReportAction.UNBLOCK, account=block.account_id)


def list_blocks(session: Session, actor: Actor, *, number: str) -> tuple[BlockRow, ...]:
    """Who is kept from this report now, and why. Two queries."""
    report = access_report(session, actor, number, Permission.REPORT_READ)
    sealer = sealer_of(session, report)
    statement = (
        select(ConflictBlock, Account.display_name)
        .join(Account, col(Account.id) == col(ConflictBlock.account_id))
        .where(ConflictBlock.report_id == report.id, col(ConflictBlock.until).is_(None))
        .order_by(col(ConflictBlock.id))
    )
    return tuple(
        BlockRow(row.uid, name, sealer.open(f"conflict_block.reason:{row.uid}", row.reason))
        for row, name in session.exec(statement)
    )


def _manages(session: Session, report: Report, account_id: int) -> bool:
    case = session.get(Case, report.case_id) if report.case_id is not None else None
    return case is not None and case.manager_id == account_id


def _standing(session: Session, report: Report, account_id: int) -> ConflictBlock | None:
    return session.exec(
        select(ConflictBlock).where(
            ConflictBlock.report_id == report.id,
            ConflictBlock.account_id == account_id,
            col(ConflictBlock.until).is_(None),
        )
    ).first()
