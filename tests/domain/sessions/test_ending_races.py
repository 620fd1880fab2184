"""A consent is taken back while others plan what needs it: whoever is second knows of the first, on both databases."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from rindu_app.access.errors import Conflict
from rindu_app.access.session import open_session
from rindu_app.domain.sessions.meetings import move_meeting
from tests.domain.sessions.people import at, new_case, plan, plan_of, seen
from tests.domain.sessions.test_groups import join, meet, new_group
from tests.factories import make_account
from tests.services import take_back

pytestmark = [
    pytest.mark.usefixtures("country"),
    pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True),
]


def test_nothing_stays_planned_whoever_comes_first(run_together: Callable[..., list[Any]]) -> None:
    me, leader = make_account(), make_account()
    numbers = [new_case(me)[0] for _ in range(3)]
    group = new_group(leader)
    for number in numbers:
        join(me, number, group, "Mawar")
    uid = meet(leader, group)[0]

    def move(hour: float) -> None:
        with open_session(leader) as session:
            wanted = plan_of(leader, at(hour), service="group_support")
            move_meeting(session, leader, group_uid=group, uid=uid, plan=wanted)

    calls: list[Callable[[], Any]] = [lambda: move(10), lambda: move(11), lambda: meet(leader, group, 14)]
    for place, number in enumerate(numbers):
        calls.append(lambda number=number, place=place: plan(me, number, at(15 + place)))  # type: ignore[misc]
        calls.append(lambda number=number: take_back(me, number, "handling", "counselling"))  # type: ignore[misc]

    def call() -> None:
        with suppress(Conflict):
            calls.pop()()

    run_together(call, times=len(calls))
    assert [seen(me, number).coming for number in numbers] == [(), (), ()]
