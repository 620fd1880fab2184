"""Taking a partner's access away: its key is destroyed and its links are ended in the same transaction."""

from collections.abc import Collection

from sqlmodel import Session, col, select, update

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.domain.cases.access import case_id
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.deliveries.commands import queue_for_partner
from rindu_app.domain.referrals.access import access_case_referral, number_of
from rindu_app.domain.referrals.workflow import OPEN, next_status
from rindu_app.domain.reports.answers import clean_text, required_text
from rindu_app.models import Case, DataKey, Partner, Referral, ReferralLink
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ReferralAction, ReferralOutcome, ReferralStatus
from rindu_app.words.notices import Notice


def revoke_referral(session: Session, actor: Actor, *, number: str, uid: str, reason: str) -> Referral:
    """We take it back. Raises `Conflict` where it is over, `Invalid` without a reason."""
    case, referral = access_case_referral(session, actor, number=number, uid=uid)
    note = required_text("reason", reason, 1_000)
    return withdraw(session, actor, case, referral, note=note, reason="by_us")


def revoke_referrals(
    session: Session,
    actor: Actor,
    case: Case,
    partner_uid: str | None = None,
    *,
    allowed: Collection[str] = (),
    because: str = "consent_withdrawn",
) -> int:
    """The consent carries nothing any more: every open referral of the case, or those to one partner, ends at once.

    Called in the transaction that ends the consent. What shares no more than the fields still `allowed` goes on. Returns how
    many ended.
    """
    waiting = select(Referral).where(
        Referral.case_id == case_id(case), col(Referral.status).in_(OPEN), col(Referral.key_uid).is_not(None)
    )
    if partner_uid is not None:
        waiting = waiting.join(Partner, col(Partner.id) == col(Referral.partner_id)).where(
            Partner.uid == partner_uid
        )
    found = [
        referral
        for referral in session.exec(waiting.with_for_update(of=Referral))
        if not allowed or not set(referral.fields) <= set(allowed)
    ]
    for referral in found:
        withdraw(session, actor, case, referral, reason=because)
    return len(found)


def end_referrals(session: Session, actor: Actor, case: Case, *, reason: str) -> None:
    """Every open referral of the case ends: its partners need not go on, and read nothing any longer."""
    waiting = select(Referral).where(Referral.case_id == case_id(case), col(Referral.status).in_(OPEN))
    for referral in session.exec(waiting.with_for_update()).all():
        withdraw(session, actor, case, referral, reason=reason)


def withdraw(
    session: Session, actor: Actor, case: Case, referral: Referral, *, reason: str, note: str = ""
) -> Referral:
    """End it as withdrawn and tell the partner, in neutral words, that something changed."""
    referral.status = next_status(referral.status, ReferralAction.REVOKE)
    end_access(session, referral)
    line = {"referral": number_of(referral), "partner": referral.partner_id, "reason": reason}
    add_line(session, actor, case, CaseEventKind.REFERRAL_REVOKED, note=note, **line)
    _tell(session, referral)
    return referral


def _tell(session: Session, referral: Referral) -> None:
    partner = session.get(Partner, referral.partner_id)
    if partner is not None:
        queue_for_partner(session, partner=partner, notice=Notice.CHANGED, key=f"ended:{referral.uid}")


def settle_referral(
    session: Session, actor: Actor, *, number: str, uid: str, outcome: ReferralOutcome, note: str = ""
) -> Referral:
    """Close an open referral with another outcome, as when she declines or was helped elsewhere. Raises `Conflict`."""
    case, referral = access_case_referral(session, actor, number=number, uid=uid)
    if outcome == ReferralOutcome.REFERRED:
        raise Invalid("outcome", "unknown_choice")
    referral.status, referral.outcome = next_status(referral.status, ReferralAction.SETTLE), outcome
    end_access(session, referral)
    line = {"referral": number_of(referral), "partner": referral.partner_id, "outcome": str(outcome)}
    add_line(session, actor, case, CaseEventKind.REFERRAL_OUTCOME, note=clean_text(note)[:1_000], **line)
    _tell(session, referral)
    return referral


def end_access(session: Session, referral: Referral) -> None:
    """From the end of this transaction on nobody outside can read a word of it, from a stolen row either."""
    now = clock.now()
    referral.ended_at, referral.parcel, referral.due_at = now, None, None
    session.add(referral)
    key = session.get(DataKey, referral.key_uid) if referral.key_uid else None
    if key is not None:
        key.wrapped, key.destroyed_at = None, now
        session.add(key)
        session.info.get("sealers", {}).pop(key.uid, None)
    end_links(session, referral)


def end_links(session: Session, referral: Referral, *, forget: bool = False) -> None:
    """No link opens it any more. Whoever has it open is told so; `forget` turns her away as if she had never come."""
    mine = update(ReferralLink).where(col(ReferralLink.referral_id) == referral.id)
    session.exec(mine.where(col(ReferralLink.ended_at).is_(None)).values(ended_at=clock.now()))
    if forget:
        session.exec(mine.values(session_hash=None, session_until=None))


def require_open(referral: Referral) -> None:
    """Raises `Conflict` where it has ended, in the words that fit how it ended."""
    if referral.status == ReferralStatus.REVOKED:
        raise Conflict("referral_withdrawn")
    if ReferralStatus(referral.status) not in OPEN:
        raise Conflict("referral_over")
