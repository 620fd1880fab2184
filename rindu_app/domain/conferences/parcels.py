"""What a partner may read of a conference: sealed under a key of its own, made anew when it changes, destroyed when it ends."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer, open_sealer
from rindu_app.domain.cases.access import sealer_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.clocks import length_of
from rindu_app.domain.conferences.access import place_of
from rindu_app.domain.deliveries.commands import queue_for_partner
from rindu_app.domain.referrals.inviting import has_account
from rindu_app.models import Case, CaseConference, ConferenceInvitee, DataKey, Partner
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind
from rindu_app.words.notices import Notice

# Used only where the administrator's table lacks the rule, so that nothing stays readable without an end.
READING_MINUTES = 14 * 24 * 60


def facts_of(session: Session, case: Case, conference: CaseConference) -> dict[str, str]:
    """When, where and what for: the part that every invitation says."""
    sealer = sealer_of(session, case)
    return {
        "starts_at": conference.starts_at.isoformat(),
        "minutes": str(conference.minutes),
        "place": sealer.open(place_of("place", conference.uid), conference.place),
        "purpose": sealer.open(place_of("purpose", conference.uid), conference.purpose),
        "video": "yes" if conference.room else "",
    }


def open_parcel(sealer: Sealer, invitee: ConferenceInvitee) -> dict[str, Any]:
    return dict(sealer.open_json(_place(invitee), invitee.parcel)) if invitee.parcel else {}


def seal_parcel(sealer: Sealer, invitee: ConferenceInvitee, content: dict[str, Any]) -> None:
    invitee.parcel = sealer.seal_json(_place(invitee), content)


def change_parcel(session: Session, invitee: ConferenceInvitee, **changed: Any) -> None:
    """Nothing happens for a colleague, who reads the file."""
    if invitee.parcel is None or invitee.key_uid is None:
        return
    sealer = open_sealer(session, invitee.key_uid)
    seal_parcel(sealer, invitee, open_parcel(sealer, invitee) | changed)
    session.add(invitee)


def limit_reading(session: Session, invitee: ConferenceInvitee, until: datetime | None) -> None:
    """It was held: what a partner was told is read for some days from now, as the office sets it, and never beyond her consent (`until`)."""
    over = clock.now() + length_of(session, "conference_reading", READING_MINUTES)
    invitee.access_until = min(until, over) if until else over
    session.add(invitee)


def end_invitee(session: Session, invitee: ConferenceInvitee) -> None:
    """From the end of this transaction on nobody outside can read a word of it, from a stolen row either."""
    now = clock.now()
    invitee.ended_at, invitee.parcel, invitee.has_notes = now, None, False
    session.add(invitee)
    key = session.get(DataKey, invitee.key_uid) if invitee.key_uid else None
    if key is not None:
        key.wrapped, key.destroyed_at = None, now
        session.add(key)
        session.info.get("sealers", {}).pop(key.uid, None)


def revoke_invitations(
    session: Session, actor: Actor, case: Case, partner_uid: str, *, allowed: Collection[str] = ()
) -> int:
    """Nobody allows any more that this partner knows it: its invitations end at once, but for those that share no more than
    the fields still `allowed`. Called in the transaction that ends the consent; returns how many ended.
    """
    statement = (
        select(ConferenceInvitee, Partner)
        .join(Partner, col(Partner.id) == col(ConferenceInvitee.partner_id))
        .where(
            ConferenceInvitee.case_id == case.id,
            Partner.uid == partner_uid,
            col(ConferenceInvitee.ended_at).is_(None),
        )
    )
    ended = [
        (row, partner)
        for row, partner in session.exec(statement)
        if not allowed or not set(row.fields) <= set(allowed)
    ]
    for row, partner in ended:
        end_invitee(session, row)
        tell(session, partner, Notice.CHANGED, f"conference-ended:{row.uid}")
        add_line(session, actor, case, CaseEventKind.CONFERENCE_REVOKED, note=partner.name)
    return len(ended)


def tell(session: Session, partner: Partner, notice: Notice, key: str) -> None:
    """In neutral words, where somebody there can sign in to see what it is about."""
    if has_account(session, partner):
        queue_for_partner(session, partner=partner, notice=notice, key=key)


def _place(invitee: ConferenceInvitee) -> str:
    return f"conference_invitee.parcel:{invitee.uid}"
