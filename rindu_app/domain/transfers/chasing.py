"""A transfer that nobody answers: whoever is asked is reminded, then the next one above is asked. What lost its ground ends."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.scopes import is_within
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.deliveries.reminders import remind_offices
from rindu_app.domain.reports.readers import CASEWORKERS, blocked_from_case
from rindu_app.domain.transfers import clocks
from rindu_app.domain.transfers.ending import lapse_transfer
from rindu_app.domain.transfers.offices import supervised_over
from rindu_app.models import Account, Case, CaseTransfer
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, CaseStatus, TransferKind, TransferStatus
from rindu_app.words.notices import Notice

BATCH = 1_000


def chase_transfers(session: Session, actor: Actor) -> int:
    """End what lost its ground, remind of what is late, ask the next above for what stays late; returns how many."""
    waiting = _waiting(session)
    over = [(transfer, case) for transfer, case in waiting if not _has_ground(session, case, transfer)]
    for transfer, case in over:
        lapse_transfer(session, actor, case, transfer)
    patience = clock.now() - clocks.length_of(session, clocks.ESCALATION)
    late, silent = 0, 0
    for transfer, case in waiting:
        if transfer.status != TransferStatus.OPEN:
            continue
        if transfer.reminded_at is None and transfer.due_at < clock.now():
            _remind(session, actor, case, transfer)
            late += 1
        elif transfer.reminded_at and transfer.reminded_at <= patience and transfer.escalated_at is None:
            _escalate(session, actor, case, transfer)
            silent += 1
    return len(over) + late + silent


def _waiting(session: Session) -> list[tuple[CaseTransfer, Case]]:
    statement = (
        select(CaseTransfer, Case)
        .join(Case, col(Case.id) == col(CaseTransfer.case_id))
        .where(CaseTransfer.status == TransferStatus.OPEN)
        .order_by(col(CaseTransfer.id))
        .limit(BATCH)
        .with_for_update(skip_locked=True)  # whoever answers one now is left to the next time
    )
    return [(transfer, case) for transfer, case in session.exec(statement)]


def _has_ground(session: Session, case: Case, transfer: CaseTransfer) -> bool:
    """The case is open, and whoever would manage it still may."""
    if case.status != CaseStatus.OPEN:
        return False
    if transfer.kind == TransferKind.FORWARD:
        return True
    heir = session.get(Account, transfer.account_id)
    works = heir is not None and heir.active and heir.role in CASEWORKERS
    if heir is None or not works or not is_within(case.area_code, heir.area_code):
        return False
    return transfer.account_id not in blocked_from_case(session, transfer.case_id)


def _remind(session: Session, actor: Actor, case: Case, transfer: CaseTransfer) -> None:
    transfer.reminded_at = clock.now()
    session.add(transfer)
    add_line(session, actor, case, CaseEventKind.TRANSFER_LATE)
    remind_offices(session, actor, Notice.LATE, {transfer.to_area or case.area_code})


def _escalate(session: Session, actor: Actor, case: Case, transfer: CaseTransfer) -> None:
    """A forwarding is put to the supervisors of the next office above as well; the rest to those of the case's area."""
    transfer.escalated_at = clock.now()
    if transfer.kind == TransferKind.FORWARD:
        blocked = blocked_from_case(session, transfer.case_id)
        above = [
            code
            for code in supervised_over(session, transfer.to_area, blocked=blocked)
            if len(code) < len(transfer.tier)
        ]
        transfer.tier = above[0] if above else transfer.tier
    session.add(transfer)
    add_line(session, actor, case, CaseEventKind.TRANSFER_ESCALATED)
    remind_offices(session, actor, Notice.LATE, {transfer.to_area or case.area_code})
