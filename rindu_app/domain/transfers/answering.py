"""Yes or no to a case that is put to somebody. Only with the yes does anything change, and then all of it at once."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.session import widened
from rindu_app.domain.cases.access import sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.team import make_manager, require_caseworker
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.transfers.access import hold_put
from rindu_app.domain.transfers.moving import move_case
from rindu_app.domain.transfers.offices import subject_of
from rindu_app.domain.transfers.putting import CONSENT
from rindu_app.domain.transfers.workflow import next_status
from rindu_app.models import Case, CaseTransfer
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, CaseStatus, TransferAction, TransferKind


def accept_transfer(
    session: Session, actor: Actor, *, uid: str, account_id: int = 0, keep: bool = False
) -> Case:
    """Yes. Of a forwarding, `account_id` becomes the manager there, and with `keep` the former one stays in the team.

    Raises `NotFound` for what was put to others, `Forbidden` for whoever put it, `Conflict` where it was answered meanwhile,
    where the case is closed or her consent is gone, `Invalid` for somebody who does no casework there.
    """
    case, transfer = hold_put(session, actor, uid)
    transfer.status = next_status(transfer.status, TransferAction.ACCEPT)
    if case.status != CaseStatus.OPEN:
        raise Conflict("case_closed")
    with widened(session, "a case that is offered"):
        _end(session, actor, transfer)
        if transfer.kind == TransferKind.FORWARD:
            require_consent(session, actor, case, CONSENT, subject=subject_of(transfer.to_area))
            move_case(session, actor, case, to_area=transfer.to_area, account_id=account_id, keep=keep)
            transfer.account_id = account_id
        else:
            require_caseworker(session, case, transfer.account_id or 0)
            make_manager(session, actor, case, transfer.account_id or 0)
            add_line(session, actor, case, CaseEventKind.HANDED_OVER, account=transfer.account_id)
        session.flush()
    return case


def refuse_transfer(session: Session, actor: Actor, *, uid: str, reason: str) -> CaseTransfer:
    """No, and why. Everything stays as it was. Raises like `accept_transfer`; `Invalid` without the reason."""
    case, transfer = hold_put(session, actor, uid)
    transfer.status = next_status(transfer.status, TransferAction.REFUSE)
    reason = required_text("reason", reason, 1_000)
    with widened(session, "a case that is offered"):
        _end(session, actor, transfer)
        transfer.answer = sealer_of(session, case).seal(f"case_transfer.answer:{uid}", reason)
        add_line(session, actor, case, CaseEventKind.TRANSFER_REFUSED, note=reason)
        session.flush()
    return transfer


def _end(session: Session, actor: Actor, transfer: CaseTransfer) -> None:
    transfer.answered_by_id, transfer.ended_at = actor.id, clock.now()
    session.add(transfer)
