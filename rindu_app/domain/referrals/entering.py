"""Coming in by a link: its token from the mail, its code from the telephone. Both or nothing, and one answer to anything wrong."""

import secrets
from datetime import timedelta

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Noted
from rindu_app.domain.accounts.sessions import hash_of
from rindu_app.domain.referrals.inviting import code_hash
from rindu_app.models import ReferralLink
from rindu_app.words import clock

# Of a million codes; after these the link is dead and a new one is asked for.
TRIES = 10
LASTS = timedelta(minutes=30)


def enter_link(session: Session, *, token: str, code: str) -> str:
    """The token for the cookie of whoever brings link and code. Raises `Noted("link_wrong")`, so that the try counts."""
    link = session.exec(
        select(ReferralLink).where(ReferralLink.token_hash == hash_of(token)).with_for_update()
    ).first()
    digits = "".join(sign for sign in code if sign.isascii() and sign.isdigit())
    if link is None or link.ended_at is not None or link.expires_at <= clock.now():
        raise Noted("link_wrong")
    if not secrets.compare_digest(link.code_hash, code_hash(link.uid, digits)):
        link.wrong += 1
        link.ended_at = clock.now() if link.wrong >= TRIES else None
        session.add(link)
        audit(session, Actor.by_link(link.referral_id), "referral:link_wrong", "", tries=link.wrong)
        raise Noted("link_wrong")
    given = secrets.token_urlsafe(32)
    link.session_hash, link.session_until = hash_of(given), clock.now() + LASTS
    session.add(link)
    audit(session, Actor.by_link(link.referral_id), "referral:link_used")
    return given


def who_holds(session: Session, token: str) -> Actor | None:
    """Whose cookie this is, now. An ended referral is still recognised, so that its holder can be told; its words are gone."""
    link = session.exec(select(ReferralLink).where(ReferralLink.session_hash == hash_of(token))).first()
    if link is None or link.session_until is None or link.session_until <= clock.now():
        return None
    if link.expires_at <= clock.now():
        return None
    return Actor.by_link(link.referral_id)
