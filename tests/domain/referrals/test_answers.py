"""A partner answers, and reads no more after its last word, or after hers."""

from datetime import timedelta

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.sealing import ErasedError, open_sealer
from rindu_app.access.session import open_session
from rindu_app.domain.referrals.access import number_of
from rindu_app.domain.referrals.answering import answer_referral, note_answer
from rindu_app.domain.referrals.case_part import read_case_referrals
from rindu_app.domain.referrals.ending import revoke_referral, settle_referral
from rindu_app.domain.referrals.lists import list_addressed, read_addressed
from rindu_app.domain.referrals.making import record_outcome
from rindu_app.models import DataKey, Delivery, Referral
from rindu_app.words import clock
from rindu_app.words.codes import (
    ReferralAction,
    ReferralOutcome,
    ReferralStatus,
    Role,
)
from tests.domain.referrals.people import (
    ALLOWED,
    allow,
    answer,
    make_partner,
    make_partner_account,
    new_case,
    refer,
    seen_by,
    send,
    stored,
    timeline,
    wish,
    withdraw,
)
from tests.factories import SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")


@pytest.mark.parametrize(
    ("steps", "status", "outcome"),
    [
        ([ReferralAction.ACCEPT], ReferralStatus.ACCEPTED, ReferralOutcome.REFERRED),
        ([ReferralAction.ACCEPT, ReferralAction.FINISH], ReferralStatus.DONE, ReferralOutcome.REFERRED),
        ([ReferralAction.FINISH], ReferralStatus.DONE, ReferralOutcome.REFERRED),
        ([ReferralAction.REFUSE], ReferralStatus.REFUSED, ReferralOutcome.UNAVAILABLE),
        ([ReferralAction.MISS], ReferralStatus.UNAVAILABLE, ReferralOutcome.UNAVAILABLE),
        (
            [ReferralAction.ACCEPT, ReferralAction.MISS],
            ReferralStatus.UNAVAILABLE,
            ReferralOutcome.UNAVAILABLE,
        ),
    ],
)
def test_an_answer_comes_back_into_the_file(
    manager: Actor,
    number: str,
    hospital: str,
    doctor: Actor,
    steps: list[ReferralAction],
    status: str,
    outcome: str,
) -> None:
    referral = refer(manager, number, hospital)
    seen_by(doctor, referral)
    for step in steps:
        answer(doctor, referral, step, "Datang besok pukul 9")
    assert (stored(referral).status, stored(referral).outcome) == (status, outcome)
    with open_session(manager) as session:
        [row] = read_case_referrals(session, manager, number=number).referrals
    assert row.answer == "Datang besok pukul 9"
    assert row.opened is not None
    assert timeline()[:2] == ["referral_sent", "referral_opened"]
    assert len(timeline()) == 2 + len(steps)


@pytest.mark.parametrize("action", [ReferralAction.REFUSE, ReferralAction.FINISH])
def test_a_refusal_needs_its_reason_and_a_result_its_words(
    manager: Actor, number: str, hospital: str, doctor: Actor, action: ReferralAction
) -> None:
    referral = refer(manager, number, hospital)
    with pytest.raises(Invalid, match="required"):
        answer(doctor, referral, action, " ")
    assert stored(referral).status == ReferralStatus.SENT


def test_after_the_last_answer_the_partner_reads_it_no_more(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    referral = refer(manager, number, hospital)
    answer(doctor, referral, ReferralAction.FINISH)
    view = seen_by(doctor, referral)
    assert (view.live, view.shared, view.purpose, view.status) == (False, (), "", ReferralStatus.DONE)
    with pytest.raises(Conflict, match="referral_over"):
        answer(doctor, referral, ReferralAction.ACCEPT)


def test_a_partner_takes_none_of_our_steps(manager: Actor, number: str, hospital: str, doctor: Actor) -> None:
    referral = refer(manager, number, hospital)
    for action in (ReferralAction.REVOKE, ReferralAction.SETTLE):
        with pytest.raises(Forbidden):
            answer(doctor, referral, action)


def test_another_partner_and_one_without_an_organisation_find_nothing(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    referral = refer(manager, number, hospital)
    others = (
        make_partner_account(make_partner(name="Puskesmas uji")),
        make_account(Role.PARTNER),
        Actor.by_link((referral.id or 0) + 1),
    )
    for other in others:
        with pytest.raises(NotFound):
            read_as(other, number_of(referral))
        with pytest.raises(NotFound), open_session(other) as session:
            answer_referral(session, other, number=number_of(referral), action=ReferralAction.ACCEPT)
        with open_session(other, write=False) as session:
            assert list_addressed(session, other).rows == ()
    for stranger in (manager, make_account(Role.ADMIN), Actor.visitor()):
        with pytest.raises(Forbidden):
            read_as(stranger, number_of(referral))
    with open_session(doctor, write=False) as session:
        assert [row.number for row in list_addressed(session, doctor).rows] == [number_of(referral)]


def read_as(actor: Actor, number: str) -> None:
    with open_session(actor) as session:
        read_addressed(session, actor, number=number)


def test_what_was_told_by_telephone_is_written_down_by_us(manager: Actor, number: str, hospital: str) -> None:
    referral = refer(manager, number, hospital)
    with open_session(manager) as session:
        note_answer(session, manager, number=number, uid=referral.uid, action=ReferralAction.ACCEPT)
    assert stored(referral).status == ReferralStatus.ACCEPTED
    stranger = make_account()
    with pytest.raises(NotFound), open_session(stranger) as session:
        note_answer(session, stranger, number=number, uid=referral.uid, action=ReferralAction.MISS)
    other = new_case(manager)
    with pytest.raises(NotFound), open_session(manager) as session:
        note_answer(session, manager, number=other, uid=referral.uid, action=ReferralAction.MISS)


def is_gone(referral: Referral) -> bool:
    """Not a word of it can be opened, by anybody, with everything the database holds."""
    row = stored(referral)
    with open_session(SYSTEM, write=False) as session:
        key = session.get_one(DataKey, row.key_uid)
        try:
            open_sealer(session, row.key_uid or "")
        except ErasedError:
            return row.parcel is None and key.wrapped is None and key.destroyed_at is not None
    return False


def test_withdrawal_of_consent_ends_the_referrals_to_that_partner_at_once(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    other = make_partner(name="Polres uji")
    referral, kept = refer(manager, number, hospital), refer(manager, number, other)
    assert seen_by(doctor, referral).live
    withdraw(manager, number, hospital)
    view = seen_by(doctor, referral)
    assert (view.live, view.shared, view.status_label) == (False, (), "Dicabut")
    with pytest.raises(Conflict, match="referral_withdrawn"):
        answer(doctor, referral, ReferralAction.ACCEPT)
    assert is_gone(referral)
    assert stored(kept).status == ReferralStatus.SENT
    assert timeline()[-1] == "referral_revoked"


def test_a_later_no_and_a_narrower_yes_end_it_too(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    first = refer(manager, number, hospital)
    allow(manager, number, hospital, "name")
    assert is_gone(first)
    second, _ = send(manager, number, wish(hospital, "name"))
    allow(manager, number, hospital, *ALLOWED)
    assert seen_by(doctor, second).live
    allow(manager, number, hospital, given=False)
    assert is_gone(second)


def test_a_consent_that_runs_out_closes_the_door_by_itself(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    allow(manager, number, hospital, expires_at=clock.now() + timedelta(hours=3))
    referral, _ = send(manager, number, wish(hospital, "name"))
    assert seen_by(doctor, referral).live
    with clock.moved(timedelta(hours=4)):
        view = seen_by(doctor, referral)
        assert (view.live, view.status_label, view.shared) == (False, "Dicabut", ())
        with pytest.raises(Conflict, match="referral_withdrawn"):
            answer(doctor, referral, ReferralAction.ACCEPT)


def test_we_take_a_referral_back_with_a_reason(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    referral = refer(manager, number, hospital)
    for reason, refused in ((" ", Invalid), ("Salah alamat", None)):
        with open_session(manager) as session:
            if refused:
                with pytest.raises(refused):
                    revoke_referral(session, manager, number=number, uid=referral.uid, reason=reason)
            else:
                revoke_referral(session, manager, number=number, uid=referral.uid, reason=reason)
    assert is_gone(referral)
    assert not seen_by(doctor, referral).live
    with open_session(SYSTEM, write=False) as session:
        assert "changed" in set(session.exec(select(Delivery.template)))


def test_she_may_decline_after_it_was_sent(manager: Actor, number: str, hospital: str, doctor: Actor) -> None:
    referral = refer(manager, number, hospital)
    with open_session(manager) as session, pytest.raises(Invalid):
        settle_referral(session, manager, number=number, uid=referral.uid, outcome=ReferralOutcome.REFERRED)
    with open_session(manager) as session:
        settle_referral(session, manager, number=number, uid=referral.uid, outcome=ReferralOutcome.DECLINED)
    assert (stored(referral).status, stored(referral).outcome) == ("settled", "declined_by_client")
    assert is_gone(referral)
    assert not seen_by(doctor, referral).live


@pytest.mark.parametrize("outcome", ReferralOutcome)
def test_each_outcome_is_noted_without_sending_anything(
    manager: Actor, number: str, hospital: str, doctor: Actor, outcome: ReferralOutcome
) -> None:
    allow(manager, number, hospital)
    with open_session(manager) as session:
        record_outcome(
            session, manager, number=number, service="legal_aid", outcome=outcome, partner=hospital
        )
    with open_session(manager) as session:
        [row] = read_case_referrals(session, manager, number=number).referrals
    assert (row.sent, row.status) == (False, "settled")
    with open_session(doctor, write=False) as session:
        assert list_addressed(session, doctor, ended=True).rows == ()
