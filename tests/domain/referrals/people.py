"""Partners, their people, and a case whose client allows something: for the tests of referrals."""

from datetime import datetime
from typing import Any

import pytest
from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import DomainError
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.sessions import as_actor
from rindu_app.domain.cases.access import number_of as case_number
from rindu_app.domain.cases.consents import Answer, record_consent, withdraw_consent
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.partners.commands import PartnerFields, save_partner
from rindu_app.domain.referrals.access import number_of
from rindu_app.domain.referrals.answering import answer_referral
from rindu_app.domain.referrals.inviting import Invitation
from rindu_app.domain.referrals.lists import read_addressed
from rindu_app.domain.referrals.making import Wish, make_referral
from rindu_app.domain.referrals.rows import AddressedView
from rindu_app.models import Account, CaseEvent, LoginSession, Partner, Referral
from rindu_app.words.codes import ReferralAction, Role
from tests.factories import BANYUWANGI, SYSTEM, make_account, send_report

ALLOWED = ("name", "age", "summary")


def make_partner(**values: Any) -> str:
    """The uid of a hospital in Banyuwangi."""
    given = {
        "area_code": BANYUWANGI,
        "name": "RSUD uji",
        "kind": "hospital",
        "services": ("medical", "visum"),
    }
    with open_session(SYSTEM) as session:
        return save_partner(session, SYSTEM, fields=PartnerFields(**{**given, **values}))


def partner_id(uid: str) -> int:
    with open_session(SYSTEM, write=False) as session:
        return session.exec(select(Partner.id).where(Partner.uid == uid)).one() or 0


def make_partner_account(uid: str, area_code: str = BANYUWANGI) -> Actor:
    """Somebody who answers for this partner."""
    made = make_account(Role.PARTNER, area_code, partner_id=partner_id(uid))
    with open_session(SYSTEM, write=False) as session:
        return as_actor(session.get_one(Account, made.id), LoginSession(token_hash="", account_id=made.id))


def new_case(manager: Actor, **told: Any) -> str:
    given = {"name": "Melati Rekaan", "phone": "0812-0000-1234", "age": "31", "ways": ["phone"], **told}
    sent, _ = send_report(**given)
    with open_session(manager) as session:
        return case_number(open_case(session, manager, number=sent.number))


def allow(
    manager: Actor,
    number: str,
    partner: str,
    *fields: str,
    given: bool = True,
    expires_at: datetime | None = None,
) -> None:
    said = Answer(
        "referral",
        given=given,
        evidence="Lisan",
        subject=partner,
        fields=fields or ALLOWED,
        expires_at=expires_at,
    )
    with open_session(manager) as session:
        record_consent(session, manager, number=number, answer=said)


def wish(partner: str, *fields: str, **values: Any) -> Wish:
    given = {
        "service": "visum",
        "purpose": "Mohon pemeriksaan",
        "written": {"summary": "Lengan memar", "needs": "Kursi roda", "address": "Jalan Contoh 1"},
        **values,
    }
    return Wish(partner, fields=fields, **given)


def send(manager: Actor, number: str, given: Wish) -> tuple[Referral, Invitation | None]:
    with open_session(manager) as session:
        return make_referral(session, manager, number=number, wish=given)


def refer(manager: Actor, number: str, partner: str, *fields: str, **values: Any) -> Referral:
    """A referral with her consent, which is recorded first."""
    allow(manager, number, partner)
    return send(manager, number, wish(partner, *(fields or ALLOWED), **values))[0]


def answer(actor: Actor, referral: Referral, action: ReferralAction, note: str = "Sudah") -> None:
    with open_session(actor) as session:
        answer_referral(session, actor, number=number_of(referral), action=action, note=note)


def seen_by(actor: Actor, referral: Referral) -> AddressedView:
    with open_session(actor) as session:
        return read_addressed(session, actor, number=number_of(referral))


def stored(referral: Referral) -> Referral:
    with open_session(SYSTEM, write=False) as session:
        return session.get_one(Referral, referral.id)


def lines(session: Session) -> list[str]:
    return [event.kind for event in session.exec(select(CaseEvent).order_by(CaseEvent.id))]  # type: ignore[arg-type]


def timeline() -> list[str]:
    """Kinds of all lines about referrals, in order."""
    with open_session(SYSTEM, write=False) as session:
        return [kind for kind in lines(session) if kind.startswith("referral")]


def refusal(manager: Actor, number: str, **given: Any) -> DomainError:
    with pytest.raises(DomainError) as caught, open_session(manager) as session:
        make_referral(session, manager, number=number, wish=wish(**given))
    return caught.value


def withdraw(manager: Actor, number: str, partner: str) -> None:
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="referral", subject=partner)


def shared(actor: Actor, referral: Referral) -> dict[str, str]:
    return dict(seen_by(actor, referral).shared)
