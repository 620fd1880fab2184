"""Supervisors who were shut out of a report: the other supervisors are told of every one, like of broken glass (ADR 60)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import open_sealers
from rindu_app.domain.reports.access import number_of, sealer_of
from rindu_app.models import Account, ConflictBlock, Report
from rindu_app.words import clock
from rindu_app.words.codes import Role

MOST = 50


@dataclass(frozen=True)
class BlockNoticeRow:
    """`whom` was shut out `by` somebody. `lifted`: it no longer holds."""

    uid: str
    report_number: str
    whom: str
    by: str
    at: datetime
    reason: str
    lifted: bool
    seen: bool


def list_block_notices(session: Session, actor: Actor) -> tuple[BlockNoticeRow, ...]:
    """Blocks against supervisors on reports of the area, unseen ones first, one's own acts left out. Three queries.

    Raises `Forbidden`.
    """
    _require(actor)
    audit(session, actor, "report:blocks", "", actor.area_code)
    whom, by = aliased(Account), aliased(Account)
    statement = (
        select(ConflictBlock, Report, whom.display_name, by.display_name)
        .join(Report, col(Report.id) == col(ConflictBlock.report_id))
        .join(whom, col(whom.id) == col(ConflictBlock.account_id))
        .join(by, col(by.id) == col(ConflictBlock.by_id))
        .where(*_told(actor))
        .order_by(col(ConflictBlock.told_at).is_not(None), col(ConflictBlock.id).desc())
        .limit(MOST)
    )
    found = session.exec(statement).all()
    open_sealers(session, {report.key_uid for _, report, _, _ in found})
    return tuple(
        BlockNoticeRow(
            uid=block.uid,
            report_number=number_of(report),
            whom=name,
            by=by_name,
            at=block.since,
            reason=sealer_of(session, report).open(f"conflict_block.reason:{block.uid}", block.reason),
            lifted=block.until is not None,
            seen=block.told_at is not None,
        )
        for block, report, name, by_name in found
    )


def count_unseen_blocks(session: Session, actor: Actor) -> int:
    """Blocks against supervisors that no other supervisor has looked at yet. Raises `Forbidden`."""
    _require(actor)
    unseen = select(func.count(col(ConflictBlock.id))).where(
        *_told(actor), col(ConflictBlock.told_at).is_(None)
    )
    return session.exec(unseen).one()


def acknowledge_block(session: Session, actor: Actor, *, uid: str) -> ConflictBlock:
    """Another supervisor has looked at it. Raises `NotFound` for one's own act and for what is out of sight."""
    _require(actor)
    block = session.exec(select(ConflictBlock).where(ConflictBlock.uid == uid, *_told(actor))).first()
    if block is None:
        raise NotFound
    block.told_at = block.told_at or clock.now()
    session.add(block)
    return block


def _told(actor: Actor) -> list[ColumnElement[bool]]:
    """The scope already leaves out what is elsewhere and what she is shut out of herself."""
    supervisors = select(Account.id).where(Account.role == Role.SUPERVISOR)
    return [col(ConflictBlock.account_id).in_(supervisors), col(ConflictBlock.by_id) != actor.id]


def _require(actor: Actor) -> None:
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
