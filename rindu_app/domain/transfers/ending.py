"""A transfer that ends without an answer: taken back, or because it lost its ground."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.transfers.access import access_own, may_withdraw, open_transfer
from rindu_app.domain.transfers.offices import subject_of
from rindu_app.domain.transfers.workflow import next_status
from rindu_app.models import Case, CaseTransfer
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, TransferAction


def withdraw_transfer(session: Session, actor: Actor, *, number: str, uid: str) -> CaseTransfer:
    """Take back what one has put, or what was put for a case that one decides for. Raises `Forbidden`, `Conflict`, `NotFound`."""
    case, transfer = access_own(session, actor, number=number, uid=uid)
    if not may_withdraw(actor, case, transfer):
        raise Forbidden("manager_only")
    _end(session, actor, case, transfer, TransferAction.WITHDRAW)
    return transfer


def lapse_transfer(session: Session, actor: Actor, case: Case, transfer: CaseTransfer) -> None:
    """Nobody has to answer it any more, and nobody to whom it was put reads it any longer."""
    _end(session, actor, case, transfer, TransferAction.LAPSE)


def stop_forwarding(session: Session, actor: Actor, case: Case, subject: str) -> None:
    """She took back her consent to this office: what was put to it ends in the same transaction."""
    transfer = open_transfer(session, case)
    if transfer is not None and transfer.to_area and subject == subject_of(transfer.to_area):
        lapse_transfer(session, actor, case, transfer)


def lapse_open(session: Session, actor: Actor, case: Case) -> None:
    """The case got another manager by a supervisor's hand: what was waited for is over."""
    transfer = open_transfer(session, case)
    if transfer is not None:
        lapse_transfer(session, actor, case, transfer)


def _end(session: Session, actor: Actor, case: Case, transfer: CaseTransfer, action: TransferAction) -> None:
    transfer.status = next_status(transfer.status, action)
    transfer.answered_by_id, transfer.ended_at = actor.account_id, clock.now()
    session.add(transfer)
    add_line(session, actor, case, CaseEventKind.TRANSFER_WITHDRAWN)
