"""Who may put a case to others, who may answer, and the one way to obtain a transfer that is put to somebody."""

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.access.session import widened
from rindu_app.domain.cases.access import access_case, case_id
from rindu_app.models import Case, CaseTransfer
from rindu_app.words.codes import TransferKind, TransferStatus


def may_decide(actor: Actor, case: Case) -> bool:
    """The case's manager, and the supervisors of its area."""
    return case.manager_id == actor.account_id or supervises(actor, case)


def supervises(actor: Actor, case: Case) -> bool:
    return actor.may(Permission.CASE_SUPERVISE) and is_within(case.area_code, actor.area_code)


def access_to_put(session: Session, actor: Actor, number: str) -> Case:
    """An open case, held, that nothing is put to anybody of yet. Raises `Conflict` where an answer is waited for."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    if open_transfer(session, case) is not None:
        raise Conflict("transfer_open")
    return case


def require_decides(actor: Actor, case: Case) -> None:
    if not may_decide(actor, case):
        raise Forbidden("manager_only")


def open_transfer(session: Session, case: Case) -> CaseTransfer | None:
    """What waits for an answer of this case: one thing at most."""
    statement = select(CaseTransfer).where(
        CaseTransfer.case_id == case.id, CaseTransfer.status == TransferStatus.OPEN
    )
    return session.exec(statement).first()


def hold_put(session: Session, actor: Actor, uid: str) -> tuple[Case, CaseTransfer]:
    """A transfer that this actor may answer, with its case; both are held, the case first as everybody does.

    Call it with the session widened afterwards: the case may not be the actor's to see yet. Raises `NotFound` for what was
    put to others, `Forbidden` for whoever put it herself, `Conflict` where it is over.
    """
    if not actor.may(Permission.CASE_WRITE):
        raise Forbidden
    # The scope of the session adds: of a case she sees, or put to her.
    transfer = session.exec(select(CaseTransfer).where(CaseTransfer.uid == uid)).first()
    if transfer is None:
        raise NotFound
    with widened(session, "a case that is offered"):
        case = session.exec(select(Case).where(Case.id == transfer.case_id).with_for_update()).one()
        session.refresh(transfer, with_for_update=True)
    if transfer.status != TransferStatus.OPEN:  # somebody was quicker while we waited for the row
        raise Conflict("transfer_over")
    if not may_answer(actor, case, transfer):
        raise Forbidden("transfer_not_yours")
    return case, transfer


def may_answer(actor: Actor, case: Case, transfer: CaseTransfer) -> bool:
    """An offer: whom it is put to. A request: manager and supervisors, not for oneself. A forwarding: who supervises there."""
    if transfer.kind == TransferKind.OFFER:
        return transfer.account_id == actor.account_id
    if transfer.kind == TransferKind.REQUEST:
        return may_decide(actor, case) and transfer.by_id != actor.account_id
    there = is_within(transfer.to_area, actor.area_code) and len(actor.area_code) >= len(transfer.tier)
    return actor.may(Permission.CASE_SUPERVISE) and there


def may_withdraw(actor: Actor, case: Case, transfer: CaseTransfer) -> bool:
    """Whoever put it; an offer or a forwarding also whoever decides for the case."""
    if transfer.by_id == actor.account_id:
        return True
    return transfer.kind != TransferKind.REQUEST and may_decide(actor, case)


def access_own(session: Session, actor: Actor, *, number: str, uid: str) -> tuple[Case, CaseTransfer]:
    """A transfer of a case that the actor works on; both are held."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    transfer = session.exec(
        select(CaseTransfer)
        .where(CaseTransfer.uid == uid, CaseTransfer.case_id == case_id(case))
        .with_for_update()
    ).first()
    if transfer is None:
        raise NotFound
    return case, transfer
