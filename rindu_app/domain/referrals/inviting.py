"""Telling a partner that something waits: by its account, or by a link whose second half is told by telephone."""

import secrets
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict
from rindu_app.access.keyring import get_keyring, keyed_hash
from rindu_app.access.sealing import open_sealer
from rindu_app.domain.accounts.sessions import hash_of
from rindu_app.domain.deliveries.commands import link_place, queue_for_partner
from rindu_app.domain.referrals import clocks
from rindu_app.domain.referrals.access import access_case_referral, number_of
from rindu_app.domain.referrals.ending import end_links, require_open
from rindu_app.models import Account, Partner, Referral, ReferralLink
from rindu_app.models.base import new_uid
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Role
from rindu_app.words.notices import Notice
from rindu_app.words.routes import LINK


@dataclass(frozen=True)
class Invitation:
    """Shown once. `mailed` says whether the address leaves by mail; the code never does."""

    address: str = field(repr=False)
    code: str = field(repr=False)
    mailed: bool


def invite(session: Session, actor: Actor, referral: Referral, partner: Partner) -> Invitation | None:
    """A neutral notice to a partner with an account; to one without, a link, and its code for the telephone."""
    if has_account(session, partner):
        queue_for_partner(session, partner=partner, notice=Notice.WAITING, key=f"referral:{referral.uid}")
        return None
    return _new_link(session, actor, referral, partner)


def renew_link(session: Session, actor: Actor, *, number: str, uid: str) -> Invitation:
    """Another link and code; the earlier ones are worth nothing from now on. Raises `Conflict` where the referral is over."""
    _, referral = access_case_referral(session, actor, number=number, uid=uid)
    require_open(referral)
    partner = session.get(Partner, referral.partner_id)
    if partner is None or referral.key_uid is None:
        raise Conflict("referral_over")
    return _new_link(session, actor, referral, partner)


def has_account(session: Session, partner: Partner) -> bool:
    mine = select(Account.id).where(
        Account.partner_id == partner.id, Account.role == Role.PARTNER, col(Account.active).is_(True)
    )
    return session.exec(mine.limit(1)).first() is not None


def code_hash(link_uid: str, code: str) -> str:
    """Keyed with what lies outside the database: six digits alone would be found by trying them all."""
    return keyed_hash(get_keyring().pepper, "referral_code", f"{link_uid}:{code}")


def _new_link(session: Session, actor: Actor, referral: Referral, partner: Partner) -> Invitation:
    end_links(session, referral, forget=True)
    uid, token, code = new_uid(), secrets.token_urlsafe(32), f"{secrets.randbelow(1_000_000):06d}"
    assert referral.id is not None
    session.add(
        ReferralLink(
            uid=uid, referral_id=referral.id, token_hash=hash_of(token), code_hash=code_hash(uid, code),
            at=clock.now(), expires_at=clocks.from_now(session, clocks.LINK),
        )
    )  # fmt: skip
    audit(session, actor, "referral:link", number_of(referral), partner.area_code)
    address = f"{get_settings().public_url}{LINK}/{token}"
    sealed = open_sealer(session, referral.key_uid or "").seal(link_place(uid), address)
    mailed = queue_for_partner(
        session,
        partner=partner,
        notice=Notice.LINK,
        key=f"link:{uid}",
        uid=uid,
        referral=referral,
        link=sealed,
    )
    return Invitation(address, f"{code[:3]} {code[3:]}", mailed=mailed is not None)
