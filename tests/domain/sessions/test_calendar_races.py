"""Ten bookings of one hour at the same moment: one is kept, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.conferences.inviting import answer_own
from rindu_app.domain.conferences.planning import plan_conference
from rindu_app.domain.sessions.groups import create_group
from rindu_app.domain.sessions.meetings import plan_meeting
from rindu_app.domain.threads.commands import answer_appointment, propose_appointment
from rindu_app.models import Appointment, CalendarEntry, CounsellingSession
from rindu_app.words.codes import AppointmentStatus, CounsellingMode, InviteAnswer
from tests.conferences import a_plan, ask
from tests.domain.sessions.people import at, new_case, plan, plan_of
from tests.factories import SYSTEM, make_account
from tests.services import plan as plan_visit

pytestmark = [
    pytest.mark.usefixtures("country"),
    pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True),
]


def overlaps() -> int:
    """Pairs of firm entries of one counsellor that share a moment."""
    with open_session(SYSTEM) as session:
        found = session.exec(select(CalendarEntry)).all()
    return sum(
        one.account_id == other.account_id and one.starts_at < other.ends_at and other.starts_at < one.ends_at
        for number, one in enumerate(found)
        for other in found[:number]
        if one.firm and other.firm
    )


def tried(call: Callable[[], Any]) -> str:
    try:
        call()
    except (Conflict, Invalid) as refusal:
        return refusal.code
    return "kept"


def test_one_of_ten_sessions_of_different_cases_is_kept(run_together: Callable[..., list[Any]]) -> None:
    me = make_account()
    numbers = [new_case(me)[0] for _ in range(10)]
    waiting = [(number, at(9) + timedelta(minutes=5 * place)) for place, number in enumerate(numbers)]
    answers = run_together(lambda: tried(lambda: plan(me, *waiting.pop())), times=10)
    assert sorted(answers) == ["calendar_taken"] * 9 + ["kept"]
    with open_session(SYSTEM) as session:
        assert len(session.exec(select(CounsellingSession)).all()) == 1
    assert overlaps() == 0


def test_a_group_and_sessions_want_the_same_hour_and_one_of_them_gets_it(
    run_together: Callable[..., list[Any]],
) -> None:
    me = make_account()
    with open_session(me) as session:
        group = create_group(session, me, name="Melati", leader_id=me.id).uid

    def meet() -> None:
        with open_session(me) as session:
            plan_meeting(session, me, group_uid=group, plan=plan_of(me, at(9), service="group_support"))

    calls: list[Callable[[], Any]] = [meet, meet, meet]
    for _ in range(3):
        number = new_case(me)[0]
        calls.append(lambda number=number: plan(me, number, at(9.5)))  # type: ignore[misc]
    answers = run_together(lambda: tried(calls.pop()), times=6)
    assert answers.count("kept") == 1
    assert overlaps() == 0


def test_one_hour_offered_to_five_people_goes_to_the_first_who_says_yes(
    run_together: Callable[..., list[Any]],
) -> None:
    me = make_account()
    waiting = []
    for _ in range(5):
        _, her, report = new_case(me)
        with open_session(me) as session:
            uid = propose_appointment(
                session, me, number=report, mode=CounsellingMode.PHONE, starts_at=at(9), place=""
            ).uid
        waiting.append((her, uid))

    def say_yes() -> None:
        her, uid = waiting.pop()
        with open_session(her) as session:
            answer_appointment(session, her, uid=uid, accept=True)

    answers = run_together(lambda: tried(say_yes), times=5)
    assert sorted(answers) == ["appointment_taken"] * 4 + ["kept"]
    with open_session(SYSTEM) as session:
        accepted = Appointment.status == AppointmentStatus.ACCEPTED
        assert len(session.exec(select(Appointment).where(accepted)).all()) == 1
    assert overlaps() == 0


def test_visits_of_two_a_conference_and_a_session_want_the_same_hour_and_one_of_them_gets_it(
    run_together: Callable[..., list[Any]],
) -> None:
    me, other = make_account(), make_account()
    numbers = [new_case(me, consents=("handling:counselling", "handling:outreach"))[0] for _ in range(6)]
    for number in numbers:
        with open_session(me) as session:
            add_member(session, me, number=number, account_id=other.id)

    def meet(by: Actor, number: str) -> None:
        with open_session(by) as session:
            plan_conference(session, by, number=number, plan=replace(a_plan(), starts_at=at(9)))

    one, two, three, four, five, six = numbers
    both = [me.id, other.id]
    calls: list[Callable[[], Any]] = [
        lambda: plan_visit(me, one, planned_at=at(9), people=both),
        lambda: plan_visit(other, two, planned_at=at(9), people=both[::-1]),
        lambda: plan_visit(other, three, planned_at=at(9), people=both),
        lambda: meet(me, four),
        lambda: plan(me, five, at(9.5)),
        lambda: plan(me, six, at(9)),
    ]
    answers = run_together(lambda: tried(calls.pop()), times=6)
    assert sorted(answers) == ["calendar_taken"] * 5 + ["kept"]
    assert overlaps() == 0


def test_one_colleague_says_yes_to_five_conferences_at_one_hour_and_comes_to_one(
    run_together: Callable[..., list[Any]],
) -> None:
    me, waiting = make_account(), []
    for _ in range(5):
        manager = make_account()
        number = new_case(manager)[0]
        with open_session(manager) as session:
            add_member(session, manager, number=number, account_id=me.id)
            plan_ = replace(a_plan(), starts_at=at(9))
            uid = plan_conference(session, manager, number=number, plan=plan_).uid
        ask(manager, number, uid, me)
        waiting.append((number, uid))

    def say_yes() -> None:
        number, uid = waiting.pop()
        with open_session(me) as session:
            answer_own(session, me, number=number, uid=uid, answer=InviteAnswer.COMES)

    answers = run_together(lambda: tried(say_yes), times=5)
    assert sorted(answers) == ["calendar_taken"] * 4 + ["kept"]
    assert overlaps() == 0
