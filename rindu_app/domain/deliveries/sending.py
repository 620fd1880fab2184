"""Sending what waits. Three steps, each its own transaction: claim, hand over, note. A death between them sends nothing twice.

A row left in `sending` was claimed by a process that died: it goes back to waiting only where the way out can tell that
it did not leave; otherwise a person decides (`unknown`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.sealing import ErasedError, open_sealer
from rindu_app.access.session import open_session
from rindu_app.adapters.channels import MaybeSent, NotSent, Outgoing, Sender
from rindu_app.domain.contact.allowed import contact_rule
from rindu_app.domain.contact.safety import why_unsafe
from rindu_app.domain.deliveries.appointments import is_still_agreed
from rindu_app.domain.deliveries.commands import link_place, recipient_place
from rindu_app.domain.reports.access import sealer_of
from rindu_app.domain.reports.view import newest_contact, timezone_of
from rindu_app.domain.reports.workflow import CLOSED
from rindu_app.models import Delivery, Partner, Referral, Report, Unit
from rindu_app.words import clock
from rindu_app.words.codes import ContactWay, DeliveryChannel, DeliveryStatus
from rindu_app.words.notices import Notice

SENDER = Actor.system("deliveries")
TRIES = 5
# Longer than any adapter's own patience: whoever claimed it is dead.
CLAIM_LASTS = timedelta(minutes=5)
# A notice nobody could be reached with for so long has lost its sense.
KEEP_TRYING = timedelta(days=3)
Senders = Mapping[DeliveryChannel, Sender]


@dataclass(frozen=True)
class Claimed:
    id: int
    channel: DeliveryChannel
    message: Outgoing


def send_waiting(senders: Senders, *, limit: int = 100) -> int:
    """Send what may leave now; returns how many were handed over. Safe to run in several processes at once."""
    sent = 0
    settle_broken_claims(senders)
    for delivery_id in _waiting_ids(limit):
        claimed = _claim(delivery_id)
        if claimed is not None and _hand_over(senders[claimed.channel], claimed):
            sent += 1
    return sent


def _waiting_ids(limit: int) -> list[int]:
    with open_session(SENDER, write=False) as session:
        waiting = (
            select(Delivery.id).where(Delivery.status == DeliveryStatus.WAITING).order_by(col(Delivery.id))
        )
        return [row_id for row_id in session.exec(waiting.limit(limit)) if row_id is not None]


def _claim(delivery_id: int) -> Claimed | None:
    """Take one row for ourselves, unless another process has it or its time has not come."""
    with open_session(SENDER) as session:
        mine = select(Delivery).where(Delivery.id == delivery_id, Delivery.status == DeliveryStatus.WAITING)
        row = session.exec(mine.with_for_update(skip_locked=True)).first()
        if row is None:
            return None
        address = _address(session, row)
        link = _link(session, row) if address is not None else None
        if address is None or link is None:
            return None
        row.status, row.claimed_at, row.attempts = DeliveryStatus.SENDING, clock.now(), row.attempts + 1
        session.add(row)
        return Claimed(
            delivery_id, DeliveryChannel(row.channel), Outgoing(row.key, address, Notice(row.template), link)
        )


def _address(session: Session, row: Delivery) -> str | None:
    """Where to send now; None where it must wait, or must never leave (the row then says so)."""
    if clock.now() - row.created_at > KEEP_TRYING:
        return _give_up(session, row, "too_old")
    if row.useful_until is not None and clock.now() >= row.useful_until:
        return _give_up(session, row, "too_late")
    if row.unit_id is not None:
        unit = session.get(Unit, row.unit_id)
        return (
            unit.mail
            if unit is not None and unit.mail and unit.active
            else _give_up(session, row, "no_address")
        )
    if row.partner_id is not None:
        partner = session.get(Partner, row.partner_id)
        reachable = partner is not None and partner.mail and partner.active
        return partner.mail if partner is not None and reachable else _give_up(session, row, "no_address")
    report = session.get(Report, row.report_id)
    if report is None or row.recipient is None or report.status in CLOSED:
        return _give_up(session, row, "report_closed")
    if not is_still_agreed(session, row.key):
        return _give_up(session, row, "called_off")
    code = None if row.overridden else _unsafe_now(session, report, ContactWay(row.channel))
    if code in ("not_safe_way", "contact_refused"):  # she changed her mind since it was queued
        return _give_up(session, row, code)
    if code:
        return None
    try:
        return sealer_of(session, report).open(recipient_place(row.uid), row.recipient)
    except ErasedError:
        return _give_up(session, row, "erased")


def _link(session: Session, row: Delivery) -> str | None:
    """The page that the mail leads to, "" where it leads to none; None where the referral has ended since it was queued."""
    if row.link is None:
        return ""
    referral = session.get(Referral, row.referral_id)
    try:
        sealer = open_sealer(session, (referral.key_uid if referral else None) or "")
    except ErasedError:
        return _give_up(session, row, "referral_ended")
    return sealer.open(link_place(row.uid), row.link)


def _unsafe_now(session: Session, report: Report, way: ContactWay) -> str | None:
    rule = contact_rule(session, report, newest_contact(session, report))
    return why_unsafe(rule, way, clock.now(), timezone_of(session, report.area_code))


def _give_up(session: Session, row: Delivery, code: str) -> str | None:
    """It must never leave, so there is no address for it."""
    row.status, row.link = DeliveryStatus.FAILED, None
    session.add(row)
    audit(session, SENDER, "delivery:failed", f"delivery:{row.id}", code=code)
    return None


def _hand_over(sender: Sender, claimed: Claimed) -> bool:
    try:
        sender.send(claimed.message)
    except NotSent as refusal:
        _note(claimed.id, None, code=str(refusal))
        return False
    except MaybeSent as doubt:
        _note(claimed.id, DeliveryStatus.UNKNOWN, code=str(doubt))
        return False
    _note(claimed.id, DeliveryStatus.SENT, code="")
    return True


def _note(delivery_id: int, status: DeliveryStatus | None, *, code: str) -> None:
    """Write down what became of it. No status: it surely did not leave, so try again, but not for ever."""
    with open_session(SENDER) as session:
        row = session.get_one(Delivery, delivery_id)
        if status is None:
            status = DeliveryStatus.WAITING if row.attempts < TRIES else DeliveryStatus.FAILED
        row.status = status
        row.sent_at = clock.now() if status is DeliveryStatus.SENT else None
        row.link = None if status is not DeliveryStatus.WAITING else row.link
        session.add(row)
        audit(session, SENDER, f"delivery:{status}", f"delivery:{row.id}", channel=row.channel, code=code)


def settle_broken_claims(senders: Senders) -> int:
    """Rows whose sender died; returns how many were settled."""
    with open_session(SENDER, write=False) as session:
        broken = session.exec(
            select(Delivery).where(
                Delivery.status == DeliveryStatus.SENDING,
                col(Delivery.claimed_at) < clock.now() - CLAIM_LASTS,
            )
        ).all()
    for row in broken:
        left = senders[DeliveryChannel(row.channel)].was_sent(row.key)
        status = {True: DeliveryStatus.SENT, False: None, None: DeliveryStatus.UNKNOWN}[left]
        _note(row.id or 0, status, code="sender_died")
    return len(broken)
