"""Conflict of interest (X-07): who is, or knows, the person a report is about neither sees nor finds it."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.reports.access import access_report, sealer_of
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.matters import one_matter, open_matter, shut_matter
from rindu_app.domain.reports.readers import blocked_from_report, standing_blocks
from rindu_app.domain.reports.rows import BlockRow
from rindu_app.models import Account, ConflictBlock
from rindu_app.words.codes import Role


def block_colleague(
    session: Session, actor: Actor, *, number: str, account_id: int, reason: str
) -> ConflictBlock:
    """Close a report to a colleague, and all that hangs together with it: at once, her own or broken access included.

    Whoever handles it may do so, for herself too. Raises `Conflict` for its case manager, who hands over first, for
    somebody who is blocked already, and where nobody else could read on; `Invalid` without a reason and for an
    administrator, who sees no report and no case anyway.
    """
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    if not (reason := clean_text(reason)[:500]):
        raise Invalid("reason", "required")
    account = session.get(Account, account_id)
    if account is None:
        raise Invalid("account_id", "unknown_choice")
    if account.role == Role.ADMIN:
        raise Invalid("account_id", "sees_no_reports")
    standing = blocked_from_report(session, report)
    if actor.account_id in standing:  # somebody was quicker while we waited for the row
        raise NotFound
    if account_id in standing:
        raise Conflict("blocked_already")
    matter = one_matter(session, report)
    shut_matter(session, actor, matter, account_id=account_id, reason=reason, by_id=actor.id)
    return next(row for row in standing_blocks(session, [report]) if row.account_id == account_id)


def unblock_colleague(session: Session, actor: Actor, *, number: str, uid: str) -> None:
    """It was a mistake, or is over; for all that hangs together. What she saw before stays on the trail."""
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    block = next((row for row in standing_blocks(session, [report]) if row.uid == uid), None)
    if block is None:
        raise NotFound
    open_matter(session, actor, one_matter(session, report), account_id=block.account_id)


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
