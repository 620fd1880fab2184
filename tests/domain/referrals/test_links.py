"""A partner without an account comes in with two halves: an address by mail and a code by telephone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Noted, NotFound
from rindu_app.access.session import open_session
from rindu_app.adapters.channels import Outgoing
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.deliveries.sending import send_waiting
from rindu_app.domain.referrals.ending import revoke_referral
from rindu_app.domain.referrals.entering import TRIES, enter_link, who_holds
from rindu_app.domain.referrals.inviting import Invitation, renew_link
from rindu_app.domain.referrals.lists import list_addressed, read_addressed
from rindu_app.models import Delivery, Referral, ReferralLink
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import DeliveryChannel, ReferralAction
from tests.domain.referrals.people import (
    allow,
    answer,
    make_partner,
    make_partner_account,
    refer,
    seen_by,
    send,
    wish,
)
from tests.domain.test_leaks import everything_stored
from tests.factories import SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")
VISITOR = Actor.visitor()


class Sink:
    """Keeps what would have left."""

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []

    def send(self, message: Outgoing) -> None:
        self.sent.append(message)

    def was_sent(self, key: str) -> bool | None:
        return None


def post() -> list[Outgoing]:
    sink = Sink()
    send_waiting({DeliveryChannel.MAIL: sink, DeliveryChannel.WHATSAPP: Sink()})
    return sink.sent


def invited(manager: Actor, number: str, partner: str) -> tuple[Referral, Invitation]:
    allow(manager, number, partner)
    referral, invitation = send(manager, number, wish(partner, "name"))
    assert invitation is not None
    return referral, invitation


def enter(invitation: Invitation, code: str = "") -> str:
    token = invitation.address.rpartition("/")[2]
    with open_session(VISITOR) as session:
        return enter_link(session, token=token, code=code or invitation.code)


def holder(cookie: str) -> Actor | None:
    with open_session(VISITOR, write=False) as session:
        return who_holds(session, cookie)


def wrong_code(invitation: Invitation) -> str:
    return "000000" if invitation.code != "000 000" else "000001"


def turned_away(invitation: Invitation, code: str = "") -> bool:
    try:
        enter(invitation, code)
    except Noted as refusal:
        return refusal.code == "link_wrong"
    return False


def test_address_and_code_together_open_that_referral_and_nothing_else(
    manager: Actor, number: str, hospital: str
) -> None:
    referral, invitation = invited(manager, number, hospital)
    other = refer(manager, number, hospital, service="medical")
    actor = holder(enter(invitation))
    assert actor is not None
    with open_session(actor) as session:
        view = read_addressed(session, actor)
    assert dict(view.shared) == {"Nama": "Melati Rekaan"}
    with open_session(actor, write=False) as session:
        assert len(list_addressed(session, actor).rows) == 1
        assert session.get(Referral, other.id) is None
    answer(actor, referral, ReferralAction.ACCEPT)
    answer(actor, referral, ReferralAction.FINISH, "Sudah diperiksa")
    assert turned_away(invitation)


def test_either_half_alone_opens_nothing(manager: Actor, number: str, hospital: str) -> None:
    _, invitation = invited(manager, number, hospital)
    assert turned_away(invitation, wrong_code(invitation))
    assert turned_away(Invitation("https://x/tautan/" + "a" * 43, invitation.code, mailed=True))
    assert turned_away(invitation, "١٢٣٤٥٦")
    assert holder("") is None
    assert holder("b" * 43) is None
    assert enter(invitation)


def test_guessing_kills_the_link_and_a_new_one_is_made(manager: Actor, number: str, hospital: str) -> None:
    referral, invitation = invited(manager, number, hospital)
    for _ in range(TRIES):
        assert turned_away(invitation, wrong_code(invitation))
    assert turned_away(invitation)
    with open_session(manager) as session:
        fresh = renew_link(session, manager, number=number, uid=referral.uid)
    assert enter(fresh)
    assert turned_away(invitation)


def test_guesses_at_the_same_moment_count_one_by_one(
    manager: Actor, number: str, hospital: str, run_together: Callable[..., list[Any]]
) -> None:
    _, invitation = invited(manager, number, hospital)
    assert (
        run_together(lambda: turned_away(invitation, wrong_code(invitation)), times=TRIES) == [True] * TRIES
    )
    assert turned_away(invitation)


def test_a_new_link_turns_the_old_one_and_its_holder_away(manager: Actor, number: str, hospital: str) -> None:
    referral, invitation = invited(manager, number, hospital)
    cookie = enter(invitation)
    with open_session(manager) as session:
        renew_link(session, manager, number=number, uid=referral.uid)
    assert holder(cookie) is None
    stranger = make_account()
    with pytest.raises(NotFound), open_session(stranger) as session:
        renew_link(session, stranger, number=number, uid=referral.uid)


def test_a_link_and_its_cookie_run_out(manager: Actor, number: str, hospital: str) -> None:
    _, invitation = invited(manager, number, hospital)
    cookie = enter(invitation)
    with clock.moved(timedelta(minutes=31)):
        assert holder(cookie) is None
        assert enter(invitation)
    with clock.moved(timedelta(days=8)):
        assert turned_away(invitation)


def test_withdrawn_while_it_is_open_the_holder_is_told_and_reads_no_more(
    manager: Actor, number: str, hospital: str
) -> None:
    referral, invitation = invited(manager, number, hospital)
    actor = holder(enter(invitation))
    assert actor is not None
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="referral", subject=hospital)
    with pytest.raises(Conflict, match="referral_withdrawn"):
        answer(actor, referral, ReferralAction.ACCEPT)
    view = seen_by(actor, referral)
    assert (view.live, view.status_label, view.shared) == (False, "Dicabut", ())
    assert turned_away(invitation)
    with open_session(manager) as session, pytest.raises(Conflict):
        renew_link(session, manager, number=number, uid=referral.uid)


def test_nothing_that_is_stored_opens_a_link(manager: Actor, number: str, hospital: str) -> None:
    _, invitation = invited(manager, number, hospital)
    enter(invitation)
    stored = everything_stored(get_settings().data_dir)
    token = invitation.address.rpartition("/")[2]
    assert token.encode() not in stored
    with open_session(SYSTEM, write=False) as session:
        link = session.exec(select(ReferralLink)).one()
    assert link.code_hash not in {invitation.code, invitation.code.replace(" ", "")}


def test_the_mail_carries_the_address_once_and_never_the_code(
    manager: Actor, number: str, hospital: str
) -> None:
    _, invitation = invited(manager, number, hospital)
    assert invitation.mailed
    [mail] = post()
    assert (mail.to, mail.link, mail.notice) == ("ppt@contoh.example", invitation.address, "link")
    assert mail.link.startswith(get_settings().public_url)
    with open_session(SYSTEM, write=False) as session:
        assert [row.link for row in session.exec(select(Delivery))] == [None]
    assert post() == []


def test_withdrawn_between_queueing_and_sending_no_address_leaves(
    manager: Actor, number: str, hospital: str
) -> None:
    referral, _ = invited(manager, number, hospital)
    with open_session(manager) as session:
        revoke_referral(session, manager, number=number, uid=referral.uid, reason="Salah lembaga")
    assert [(mail.notice, mail.link) for mail in post()] == [("changed", "")]
    with open_session(SYSTEM, write=False) as session:
        assert {row.template: row.status for row in session.exec(select(Delivery))}["link"] == "failed"


def test_a_partner_with_an_account_gets_no_link_and_one_without_mail_gets_it_by_hand(
    manager: Actor, number: str, hospital: str
) -> None:
    silent = make_partner(name="Kemenag uji")
    _, invitation = invited(manager, number, silent)
    assert not invitation.mailed
    assert post() == []
    make_partner_account(hospital)
    allow(manager, number, hospital)
    assert send(manager, number, wish(hospital, "name"))[1] is None
    assert [(mail.notice, mail.link) for mail in post()] == [("waiting", "")]


def test_a_holder_sees_no_case_and_makes_nothing(manager: Actor, number: str, hospital: str) -> None:
    _, invitation = invited(manager, number, hospital)
    actor = holder(enter(invitation))
    assert actor is not None
    with pytest.raises(Forbidden), open_session(actor) as session:
        session.add(Delivery(key="x", channel="mail", template="late", partner_id=1, referral_id=1))
        session.flush()
