"""Cases that change hands: for the tests."""

from typing import Any

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import Answer, record_consent
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.transfers.answering import accept_transfer, refuse_transfer
from rindu_app.domain.transfers.lists import list_put_to_me, list_put_to_office
from rindu_app.domain.transfers.offices import subject_of
from rindu_app.domain.transfers.putting import forward_case, offer_case, request_case
from rindu_app.domain.transfers.rows import OfferedRow
from rindu_app.models import CaseTransfer
from tests.factories import SYSTEM


def add_to_team(manager: Actor, number: str, whom: Actor) -> None:
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=whom.id)


def offer(by: Actor, number: str, to: Actor, reason: str = "Saya cuti panjang") -> str:
    with open_session(by) as session:
        return offer_case(session, by, number=number, account_id=to.id, reason=reason).uid


def request(by: Actor, number: str, reason: str = "Klien lebih dekat dengan saya") -> str:
    with open_session(by) as session:
        return request_case(session, by, number=number, reason=reason).uid


def agree_to_office(by: Actor, number: str, area: str, *, given: bool = True) -> None:
    said = Answer("referral", given=given, evidence="Lisan", subject=subject_of(area))
    with open_session(by) as session:
        record_consent(session, by, number=number, answer=said)


def forward(by: Actor, number: str, area: str, reason: str = "Klien pindah ke rumah ibunya") -> str:
    """With her consent, which is recorded first."""
    agree_to_office(by, number, area)
    with open_session(by) as session:
        return forward_case(session, by, number=number, area_code=area, reason=reason).uid


def accept(by: Actor, uid: str, **given: Any) -> None:
    with open_session(by) as session:
        accept_transfer(session, by, uid=uid, **given)


def refuse(by: Actor, uid: str, reason: str = "Beban saya penuh") -> None:
    with open_session(by) as session:
        refuse_transfer(session, by, uid=uid, reason=reason)


def pass_on(by: Actor, number: str, to: Actor) -> None:
    """Offered, and accepted."""
    accept(to, offer(by, number, to))


def put_to_me(actor: Actor) -> tuple[OfferedRow, ...]:
    with open_session(actor) as session:
        return list_put_to_me(session, actor)


def put_to_office(actor: Actor) -> tuple[OfferedRow, ...]:
    with open_session(actor) as session:
        return list_put_to_office(session, actor)


def stored(uid: str) -> CaseTransfer:
    with open_session(SYSTEM, write=False) as session:
        return read(session, uid)


def read(session: Session, uid: str) -> CaseTransfer:
    return session.exec(select(CaseTransfer).where(CaseTransfer.uid == uid)).one()
