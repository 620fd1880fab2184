"""What waits for my answer: cases that are offered to me, asked of me, or forwarded to my office. A fixed number of queries."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, exists, func, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import codes_over, is_within, within_area
from rindu_app.access.sealing import Sealer, open_sealers
from rindu_app.access.session import widened
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.rows import ColleagueRow
from rindu_app.domain.reports.readers import CASEWORKERS
from rindu_app.domain.transfers.access import may_answer
from rindu_app.domain.transfers.rows import OfferedRow
from rindu_app.models import Account, Case, CaseTransfer, ConflictBlock, Report
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, Risk, Role, TransferKind, TransferStatus
from rindu_app.words.labels import label

MOST = 50


def list_put_to_me(session: Session, actor: Actor) -> tuple[OfferedRow, ...]:
    """Offered to me, or asked of me as the manager; the longest waiting first. Raises `Forbidden`."""
    if not actor.may(Permission.CASE_WRITE):
        raise Forbidden
    return _rows(session, actor, _mine(actor))


def list_put_to_office(session: Session, actor: Actor) -> tuple[OfferedRow, ...]:
    """Forwarded here, asked of the area's managers, and offers that stay unanswered. For supervisors; raises `Forbidden`."""
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
    return _rows(session, actor, _of_office(actor))


def count_put_to_office(session: Session, actor: Actor) -> int:
    """How many a supervisor may answer; 0 for anybody else. One query."""
    if not actor.may(Permission.CASE_SUPERVISE):
        return 0
    forwarded = and_(
        _is(TransferKind.FORWARD), within_area(CaseTransfer.to_area, actor.area_code), _asked_now(actor)
    )
    waiting = select(func.count(col(CaseTransfer.id))).where(_open(), or_(forwarded, _requested(actor)))
    return session.exec(waiting).one()


def _open() -> ColumnElement[bool]:
    return col(CaseTransfer.status) == TransferStatus.OPEN


def _is(kind: TransferKind) -> ColumnElement[bool]:
    return col(CaseTransfer.kind) == kind


def _asked_now(actor: Actor) -> ColumnElement[bool]:
    return func.length(CaseTransfer.tier) <= len(actor.area_code)


def _managed(actor: Actor) -> ColumnElement[bool]:
    return exists().where(col(Case.id) == col(CaseTransfer.case_id), col(Case.manager_id) == actor.account_id)


def _mine(actor: Actor) -> ColumnElement[bool]:
    offered = and_(_is(TransferKind.OFFER), col(CaseTransfer.account_id) == actor.account_id)
    return or_(offered, and_(_is(TransferKind.REQUEST), _managed(actor)))


def _requested(actor: Actor) -> ColumnElement[bool]:
    """Of the managers of her area: she may say yes in their place, but not to herself."""
    others = col(CaseTransfer.by_id) != actor.account_id
    here = exists().where(
        col(Case.id) == col(CaseTransfer.case_id), within_area(Case.area_code, actor.area_code)
    )
    return and_(_is(TransferKind.REQUEST), others, here, ~_managed(actor))


def _of_office(actor: Actor) -> ColumnElement[bool]:
    forwarded = and_(
        _is(TransferKind.FORWARD), within_area(CaseTransfer.to_area, actor.area_code), _asked_now(actor)
    )
    to_others = col(CaseTransfer.account_id) != actor.account_id
    stuck = and_(_is(TransferKind.OFFER), col(CaseTransfer.escalated_at).is_not(None), to_others)
    return or_(forwarded, _requested(actor), stuck)


def _rows(session: Session, actor: Actor, which: ColumnElement[bool]) -> tuple[OfferedRow, ...]:
    # The scope leaves out what is neither of a case she sees nor put to her.
    waiting = select(CaseTransfer).where(_open(), which).order_by(col(CaseTransfer.id)).limit(MOST)
    transfers = session.exec(waiting).all()
    with widened(session, "a case that is offered"):
        found = select(Case).where(
            col(Case.id).in_({row.case_id for row in transfers}), Case.status == CaseStatus.OPEN
        )
        cases = {case.id: case for case in session.exec(found)}
        blocked = _blocked(session, set(cases))
    sealers = open_sealers(session, {case.key_uid for case in cases.values()})
    names = names_of(session, {row.by_id for row in transfers} | {row.account_id for row in transfers})
    places = read_area_paths(session, {case.area_code for case in cases.values()})
    workers = _workers(session, transfers)
    rows = []
    for transfer in transfers:
        if (case := cases.get(transfer.case_id)) is None:
            continue
        audit(session, actor, "case:offer_read", number_of(case), case.area_code)
        place = places[case.area_code].text if case.area_code in places else ""
        able = _able(transfer, workers, blocked.get(transfer.case_id, set()))
        rows.append(_row(actor, case, transfer, sealers[case.key_uid], names, place, able))
    return tuple(rows)


def _row(
    actor: Actor,
    case: Case,
    transfer: CaseTransfer,
    sealer: Sealer,
    names: dict[int | None, str],
    place: str,
    able: tuple[ColleagueRow, ...],
) -> OfferedRow:
    return OfferedRow(
        uid=transfer.uid,
        kind=transfer.kind,
        number=number_of(case),
        risk=case.risk,
        risk_label=label(Risk(case.risk)),
        place=place,
        reason=sealer.open(f"case_transfer.reason:{transfer.uid}", transfer.reason),
        by=names.get(transfer.by_id, ""),
        whom=names.get(transfer.account_id, ""),
        at=transfer.at,
        due=transfer.due_at,
        late=transfer.due_at < clock.now(),
        answerable=may_answer(actor, case, transfer),
        candidates=able,
    )


def _workers(session: Session, transfers: Sequence[CaseTransfer]) -> list[Account]:
    """Everybody who does casework for a place to which something was forwarded."""
    offices = {
        code for row in transfers if row.kind == TransferKind.FORWARD for code in codes_over(row.to_area)
    }
    if not offices:
        return []
    statement = select(Account).where(
        col(Account.active).is_(True),
        col(Account.role).in_(CASEWORKERS),
        col(Account.area_code).in_(offices),
    )
    return list(session.exec(statement.order_by(col(Account.display_name))))


def _able(transfer: CaseTransfer, workers: list[Account], blocked: set[int]) -> tuple[ColleagueRow, ...]:
    if transfer.kind != TransferKind.FORWARD:
        return ()
    return tuple(
        ColleagueRow(worker.id or 0, worker.display_name, label(Role(worker.role)))
        for worker in workers
        if is_within(transfer.to_area, worker.area_code) and worker.id not in blocked
    )


def _blocked(session: Session, case_ids: set[int | None]) -> dict[int, set[int]]:
    """Accounts that must not come near each case."""
    statement = (
        select(Report.case_id, ConflictBlock.account_id)
        .join(ConflictBlock, col(ConflictBlock.report_id) == col(Report.id))
        .where(col(Report.case_id).in_(case_ids), col(ConflictBlock.until).is_(None))
    )
    found: dict[int, set[int]] = {}
    for case_id, account_id in session.exec(statement):
        found.setdefault(case_id or 0, set()).add(account_id)
    return found
