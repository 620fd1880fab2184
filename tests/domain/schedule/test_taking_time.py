"""Visits and conferences take the time of whoever goes: nobody is expected in two places, and what is over frees its time."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member, remove_member
from rindu_app.domain.conferences.holding import hold_conference
from rindu_app.domain.conferences.inviting import answer_own, invite_member, uninvite
from rindu_app.domain.conferences.planning import (
    ConferencePlan,
    cancel_conference,
    move_conference,
    plan_conference,
)
from rindu_app.domain.schedule.slots import VISIT_LASTS
from rindu_app.domain.services.outreach import cancel_visit, check_visit, end_visit, start_visit
from rindu_app.models import CalendarEntry
from rindu_app.words import clock
from rindu_app.words.codes import AddressCheck, InviteAnswer
from tests.conferences import a_plan, ask
from tests.domain.schedule.test_week import wednesday
from tests.domain.sessions.people import at, new_case, plan
from tests.factories import SYSTEM, make_account
from tests.services import plan as plan_visit
from tests.services import take_back

pytestmark = pytest.mark.usefixtures("country")

CONSENTS = ("handling:counselling", "handling:outreach", "keep_and_contact")
STAY, WAY = timedelta(minutes=VISIT_LASTS), timedelta(minutes=40)


@pytest.fixture
def me() -> Actor:
    return make_account()


@pytest.fixture
def colleague(me: Actor, number: str) -> Actor:
    other = make_account()
    with open_session(me) as session:
        add_member(session, me, number=number, account_id=other.id)
    return other


@pytest.fixture
def number(me: Actor) -> str:
    return new_case(me, consents=CONSENTS)[0]


def taken(actor: Actor) -> list[tuple[datetime, datetime]]:
    """From when until when her time is taken."""
    with open_session(SYSTEM) as session:
        mine = select(CalendarEntry).where(CalendarEntry.account_id == actor.id)
        return sorted((entry.starts_at, entry.ends_at) for entry in session.exec(mine))


def plan_at(starts_at: datetime) -> ConferencePlan:
    return replace(a_plan(), starts_at=starts_at)


def meet(by: Actor, number: str, starts_at: datetime) -> str:
    with open_session(by) as session:
        return plan_conference(session, by, number=number, plan=plan_at(starts_at)).uid


def act(actor: Actor, number: str, uid: str, do: Any, **given: Any) -> None:
    with open_session(actor) as session:
        do(session, actor, number=number, uid=uid, **given)


def test_a_visit_takes_the_time_of_all_who_go_with_the_way_there_and_back(
    me: Actor, colleague: Actor, number: str
) -> None:
    plan_visit(me, number, planned_at=at(10), people=[me.id, colleague.id])
    whole = [(at(10) - WAY, at(10) + STAY + WAY)]
    assert (taken(me), taken(colleague)) == (whole, whole)
    other = new_case(me)[0]
    with pytest.raises(Conflict, match="calendar_taken"):
        plan(me, other, at(9))
    plan(me, other, at(8))
    plan(me, other, at(10) + STAY + WAY)


def test_a_visit_for_which_one_of_them_is_expected_elsewhere_is_refused_at_its_day_and_takes_nobodys_time(
    me: Actor, colleague: Actor, number: str
) -> None:
    other = new_case(colleague)[0]
    plan(colleague, other, at(10))
    with pytest.raises(Invalid, match="calendar_taken") as refusal:
        plan_visit(me, number, planned_at=at(10), people=[me.id, colleague.id])
    assert refusal.value.field == "day"
    assert taken(me) == []
    plan_visit(me, number, planned_at=at(10), people=[me.id])


def test_a_longer_way_takes_more_time_and_is_refused_at_its_field_where_there_is_none(
    me: Actor, number: str
) -> None:
    uid = plan_visit(me, number, planned_at=at(12), travel_minutes="")
    assert taken(me) == [(at(12), at(12) + STAY)]
    given = {"address": AddressCheck.RIGHT, "safety": "Kabari tiap jam"}
    act(me, number, uid, check_visit, travel_minutes="60", **given)
    assert taken(me) == [(at(11), at(13) + STAY)]
    plan(me, new_case(me)[0], at(9))
    with pytest.raises(Invalid, match="calendar_taken") as refusal:
        act(me, number, uid, check_visit, travel_minutes="180", **given)
    assert refusal.value.field == "travel_minutes"
    act(me, number, uid, check_visit, travel_minutes="", **given)
    assert (at(11), at(13) + STAY) in taken(me)


def test_a_visit_that_is_called_off_or_no_longer_wanted_frees_the_time_of_all(
    me: Actor, colleague: Actor, number: str
) -> None:
    both = {"planned_at": at(10), "people": [me.id, colleague.id]}
    act(me, number, plan_visit(me, number, **both), cancel_visit, reason="Hujan")
    assert (taken(me), taken(colleague)) == ([], [])
    plan_visit(me, number, **both)
    take_back(me, number, "handling", "outreach")
    assert (taken(me), taken(colleague)) == ([], [])


def test_of_a_visit_that_is_over_only_what_has_passed_stays_taken(me: Actor, number: str) -> None:
    uid, begins, moment = plan_visit(me, number, planned_at=at(10)), at(10) - WAY, at(10.5)
    act(me, number, uid, start_visit)
    with clock.moved(moment - clock.now()):
        act(me, number, uid, end_visit, result="not_there", note="")
        ((start, end),) = taken(me)
        assert start == begins
        assert abs(end - clock.now()) < timedelta(minutes=1)


def test_a_conference_takes_the_time_of_who_called_it_and_of_colleagues_once_they_say_yes(
    me: Actor, colleague: Actor, number: str
) -> None:
    uid = meet(me, number, at(10))
    whole = [(at(10), at(11.5))]
    ask(me, number, uid, colleague)
    assert (taken(me), taken(colleague)) == (whole, [])
    act(colleague, number, uid, answer_own, answer=InviteAnswer.COMES)
    act(colleague, number, uid, answer_own, answer=InviteAnswer.COMES)
    assert taken(colleague) == whole
    act(colleague, number, uid, answer_own, answer=InviteAnswer.ABSENT)
    assert (taken(me), taken(colleague)) == (whole, [])


def test_who_is_expected_elsewhere_calls_no_conference_and_says_no_yes(
    me: Actor, colleague: Actor, number: str
) -> None:
    plan(me, number, at(10))
    with pytest.raises(Invalid, match="calendar_taken") as refusal:
        meet(me, number, at(9))
    assert refusal.value.field == "day"
    uid = meet(me, number, at(13))
    plan(colleague, new_case(colleague)[0], at(13))
    ask(me, number, uid, colleague)
    with pytest.raises(Conflict, match="calendar_taken"):
        act(colleague, number, uid, answer_own, answer=InviteAnswer.COMES)
    act(colleague, number, uid, answer_own, answer=InviteAnswer.ABSENT)
    with open_session(colleague) as session, pytest.raises(Conflict, match="invited_already"):
        invite_member(session, colleague, number=number, uid=uid, account_id=colleague.id)


def test_a_conference_that_is_moved_asks_anew_and_its_old_time_is_free(
    me: Actor, colleague: Actor, number: str
) -> None:
    uid = meet(me, number, at(10))
    ask(me, number, uid, colleague)
    act(colleague, number, uid, answer_own, answer=InviteAnswer.COMES)
    plan(me, new_case(me)[0], at(15))
    with pytest.raises(Invalid, match="calendar_taken"):
        act(me, number, uid, move_conference, plan=plan_at(at(14)))
    assert taken(colleague) == [(at(10), at(11.5))]
    act(me, number, uid, move_conference, plan=plan_at(at(12)))
    assert (taken(me)[0], taken(colleague)) == ((at(12), at(13.5)), [])


def test_who_is_taken_off_the_list_is_free_and_a_conference_called_off_frees_all(
    me: Actor, colleague: Actor, number: str
) -> None:
    uid = meet(me, number, at(10))
    for who in (me, colleague):
        invitee = ask(who, number, uid, who)
        assert taken(who) == [(at(10), at(11.5))]
        act(me, number, uid, uninvite, invitee_uid=invitee)
    assert (taken(me), taken(colleague)) == ([(at(10), at(11.5))], [])
    ask(colleague, number, uid, colleague)
    act(me, number, uid, cancel_conference, reason="Sakit")
    assert (taken(me), taken(colleague)) == ([], [])


def test_of_a_conference_that_was_held_only_what_has_passed_stays_taken(me: Actor, number: str) -> None:
    uid, begins, moment, next_one = meet(me, number, at(10)), at(10), at(10.5), at(10.75)
    with clock.moved(moment - clock.now()):
        act(me, number, uid, hold_conference, notes="Disepakati", came=[])
        plan(me, number, next_one)
    assert [start for start, _ in taken(me)] == [begins, next_one]


def test_my_week_shows_both_with_their_file_and_to_who_left_it_only_that_time_is_taken(
    me: Actor, colleague: Actor, number: str
) -> None:
    plan_visit(me, number, planned_at=at(9), people=[me.id, colleague.id])
    uid = meet(me, number, at(13))
    ask(colleague, number, uid, colleague)
    rows = [(row.kind, row.title, row.number, row.at, row.detail) for row in wednesday(colleague).rows]
    assert rows == [
        ("visit", "Penjangkauan", number, at(9), "perjalanan 40 menit sekali jalan"),
        ("conference", "Konferensi kasus", number, at(13), "Aula dinas"),
    ]
    with open_session(me) as session:
        remove_member(session, me, number=number, account_id=colleague.id)
    left = wednesday(colleague).rows
    assert [(row.kind, row.title, row.number) for row in left] == [("taken", "Waktu terisi", "")] * 2
    assert number not in repr(left)
