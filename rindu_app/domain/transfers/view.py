"""The part of a case's team page about transfers, in a fixed number of queries."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.cases.access import access_case, case_id, number_of, sealer_of
from rindu_app.domain.cases.assignment import may_work
from rindu_app.domain.cases.colleagues import list_candidates
from rindu_app.domain.transfers.access import may_answer, may_decide, may_withdraw, supervises
from rindu_app.domain.transfers.offices import list_offices
from rindu_app.domain.transfers.rows import CaseTransfers, TransferRow
from rindu_app.models import Case, CaseMember, CaseTransfer
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, MemberKind, TransferKind, TransferStatus
from rindu_app.words.labels import label

MOST = 10


def read_transfers(session: Session, actor: Actor, *, number: str) -> CaseTransfers:
    """What was put to whom, newest first, and what may be put now. Raises `NotFound` outside the team."""
    case = access_case(session, actor, number, Permission.CASE_READ)
    audit(session, actor, "case:read", number_of(case), case.area_code)
    found = session.exec(
        select(CaseTransfer)
        .where(CaseTransfer.case_id == case.id)
        .order_by(col(CaseTransfer.id).desc())
        .limit(MOST)
    ).all()
    names = names_of(
        session, {person for row in found for person in (row.by_id, row.account_id, row.answered_by_id)}
    )
    places = read_area_paths(session, {row.to_area for row in found if row.to_area})
    offices = {code: path.text for code, path in places.items()}
    works = may_work(session, actor, case_id=case_id(case), area_code=case.area_code)
    free = works and case.status == CaseStatus.OPEN and not any(_is_open(row) for row in found)
    sealer, heirs = sealer_of(session, case), list_candidates(session, actor, number=number)
    return CaseTransfers(
        rows=tuple(_row(actor, case, row, sealer, names, offices, works=works) for row in found),
        heirs=tuple(row for row in heirs if row.account_id != case.manager_id),
        offices=list_offices(session, but=case.area_code),
        may_put=free and may_decide(actor, case),
        may_request=free and actor.account_id != case.manager_id,
        may_assign=supervises(actor, case) and not _is_managed(session, case),
    )


def _is_open(row: CaseTransfer) -> bool:
    return row.status == TransferStatus.OPEN


def _is_managed(session: Session, case: Case) -> bool:
    manager = select(CaseMember.id).where(
        CaseMember.case_id == case.id,
        CaseMember.kind == MemberKind.MANAGER,
        col(CaseMember.until).is_(None),
    )
    return session.exec(manager.limit(1)).first() is not None


def _row(
    actor: Actor,
    case: Case,
    row: CaseTransfer,
    sealer: Sealer,
    names: dict[int | None, str],
    offices: dict[str, str],
    *,
    works: bool,
) -> TransferRow:
    waits = _is_open(row) and works
    return TransferRow(
        uid=row.uid,
        kind=row.kind,
        status=row.status,
        status_label=label(TransferStatus(row.status)),
        to=offices.get(row.to_area, row.to_area) if row.to_area else names.get(row.account_id, ""),
        by=names.get(row.by_id, ""),
        reason=sealer.open(f"case_transfer.reason:{row.uid}", row.reason),
        answer=sealer.open(f"case_transfer.answer:{row.uid}", row.answer) if row.answer else "",
        answered_by=names.get(row.answered_by_id, ""),
        at=row.at,
        due=row.due_at,
        ended=row.ended_at,
        late=_is_open(row) and row.due_at < clock.now(),
        escalated=row.escalated_at is not None,
        # A forwarding is answered by the other office, among its decisions: it says who manages the case there.
        answerable=waits and row.kind != TransferKind.FORWARD and may_answer(actor, case, row),
        withdrawable=waits and may_withdraw(actor, case, row),
    )
