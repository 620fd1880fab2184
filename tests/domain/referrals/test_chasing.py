"""No answer: the worker is reminded, then the supervisor, by the clock; what lost its ground ends by itself."""

from datetime import timedelta

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.session import open_session
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.codes.commands import change_clock
from rindu_app.domain.referrals.answering import answer_referral
from rindu_app.domain.referrals.chasing import chase_referrals
from rindu_app.domain.referrals.lists import count_late_referrals, list_waiting_referrals
from rindu_app.domain.units.commands import UnitFields, save_unit
from rindu_app.models import Delivery
from rindu_app.words import clock
from rindu_app.words.codes import ReferralAction, Role
from tests.domain.referrals.people import (
    allow,
    answer,
    make_partner_account,
    new_case,
    refer,
    send,
    stored,
    timeline,
    wish,
)
from tests.factories import BANYUWANGI, METRO, SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")
DAY = timedelta(days=1)


def chase(after: timedelta) -> int:
    with clock.moved(after), open_session(SYSTEM) as session:
        return chase_referrals(session, SYSTEM)


def late(actor: Actor, after: timedelta) -> int:
    with clock.moved(after), open_session(actor, write=False) as session:
        return count_late_referrals(session, actor)


def test_silence_reminds_the_worker_once_and_then_the_supervisor_once(
    manager: Actor, number: str, hospital: str
) -> None:
    supervisor = make_account(Role.SUPERVISOR)
    refer(manager, number, hospital)
    assert chase(DAY) == 0
    assert chase(2 * DAY + timedelta(minutes=1)) == 1
    assert (late(manager, 2.1 * DAY), late(supervisor, 2.1 * DAY)) == (1, 0)
    assert chase(2.5 * DAY) == 0
    assert chase(3.1 * DAY) == 1
    assert late(supervisor, 3.1 * DAY) == 1
    assert chase(9 * DAY) == 0
    assert timeline() == ["referral_sent", "referral_late", "referral_escalated"]


def test_the_timeline_says_it_in_words_and_names_nobody_who_did_it(
    manager: Actor, number: str, hospital: str
) -> None:
    refer(manager, number, hospital)
    chase(3 * DAY)
    with open_session(manager) as session:
        [line] = [
            row for row in read_case(session, manager, number=number).timeline if row.kind == "referral_late"
        ]
    assert line.by == ""
    assert line.text == "R-" + line.text[2:11] + ", RSUD uji, Visum dan pemeriksaan forensik"


def test_a_promise_without_a_result_is_chased_too(manager: Actor, number: str, hospital: str) -> None:
    referral = refer(manager, number, hospital)
    chase(3 * DAY)
    with clock.moved(3.2 * DAY):
        answer(make_partner_account(hospital), referral, ReferralAction.ACCEPT)
    assert stored(referral).reminded_at is None
    assert chase(10 * DAY) == 0
    assert chase(18 * DAY) == 1


def test_what_is_answered_is_left_alone(manager: Actor, number: str, hospital: str) -> None:
    answer(make_partner_account(hospital), refer(manager, number, hospital), ReferralAction.FINISH)
    assert chase(90 * DAY) == 0


def test_an_office_sets_its_own_clock(manager: Actor, number: str, hospital: str) -> None:
    with open_session(SYSTEM) as session:
        change_clock(session, SYSTEM, code="referral_answer", amount=30)
    refer(manager, number, hospital)
    assert chase(timedelta(minutes=31)) == 1


def test_offices_and_a_partner_with_an_account_hear_of_it_in_neutral_words(
    manager: Actor, number: str, hospital: str
) -> None:
    fields = UnitFields(area_code=BANYUWANGI, name="UPTD", kind="uptd_ppa", mail="piket@contoh.example")
    with open_session(SYSTEM) as session:
        save_unit(session, SYSTEM, fields=fields)
    make_partner_account(hospital)
    refer(manager, number, hospital)
    chase(3 * DAY)
    with open_session(SYSTEM, write=False) as session:
        rows = [(row.template, row.unit_id is not None) for row in session.exec(select(Delivery))]
    assert sorted(rows) == [("late", False), ("late", True), ("waiting", False)]


def test_what_rests_on_a_consent_that_is_over_ends_by_itself(
    manager: Actor, number: str, hospital: str
) -> None:
    allow(manager, number, hospital, expires_at=clock.now() + DAY)
    referral, _ = send(manager, number, wish(hospital, "name"))
    assert chase(DAY * 1.1) == 1
    assert (stored(referral).status, stored(referral).parcel) == ("revoked", None)


def test_the_list_has_the_latest_first_and_shows_each_her_own(
    manager: Actor, number: str, hospital: str
) -> None:
    first = refer(manager, number, hospital)
    with clock.moved(timedelta(hours=1)):
        refer(manager, number, hospital, service="medical")
    supervisor, elsewhere = make_account(Role.SUPERVISOR), make_account(Role.SUPERVISOR, METRO)
    for actor, view, wanted in (
        (manager, "mine", 2), (supervisor, "mine", 0), (supervisor, "area", 2), (elsewhere, "area", 0), (make_account(), "area", 0),
    ):  # fmt: skip
        with open_session(actor, write=False) as session:
            assert len(list_waiting_referrals(session, actor, view=view).rows) == wanted
    with open_session(manager, write=False) as session:
        rows = list_waiting_referrals(session, manager).rows
    assert rows[0].number.endswith(f"{first.id:04d}")
    for actor in (make_account(Role.ADMIN), make_partner_account(hospital)):
        with open_session(actor, write=False) as session, pytest.raises(Forbidden):
            list_waiting_referrals(session, actor)
        with open_session(actor, write=False) as session, pytest.raises(Forbidden):
            count_late_referrals(session, actor)


def test_pages_follow_each_other_without_a_gap(manager: Actor, hospital: str) -> None:
    for _ in range(27):
        refer(manager, new_case(manager), hospital)
    with open_session(manager, write=False) as session:
        first = list_waiting_referrals(session, manager)
        second = list_waiting_referrals(session, manager, after=first.next_key)
    numbers = [row.number for row in (*first.rows, *second.rows)]
    assert len(set(numbers)) == len(numbers) == 27
    assert second.next_key == ""


def test_an_answer_while_nobody_looks_stops_the_chase(manager: Actor, number: str, hospital: str) -> None:
    referral, doctor = refer(manager, number, hospital), make_partner_account(hospital)
    with open_session(doctor) as session:
        answer_referral(session, doctor, number=f"R-2611-{referral.id}", action=ReferralAction.ACCEPT)
    assert chase(3 * DAY) == 0
