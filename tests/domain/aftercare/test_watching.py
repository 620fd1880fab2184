"""Who is to be visited stands on a list, and what nobody does comes up to the supervisor."""

from datetime import timedelta

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.commands import change_account
from rindu_app.domain.aftercare.lists import count_due, list_due
from rindu_app.domain.aftercare.recording import settle_alarm
from rindu_app.domain.aftercare.watching import watch_aftercare
from rindu_app.domain.cases.adrift import list_adrift
from rindu_app.domain.cases.team import hand_over
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.codes.commands import change_clock
from rindu_app.domain.schedule.week import read_week
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.aftercare import AFTER, DAY, closed_case, meet, visit
from tests.counting import counted
from tests.factories import METRO, SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def supervisor() -> Actor:
    return make_account(Role.SUPERVISOR)


@pytest.fixture
def number(manager: Actor) -> str:
    return closed_case(manager)


def listed(actor: Actor) -> list[tuple[str, int]]:
    with open_session(actor, write=False) as session:
        return [(row.number, row.month) for row in list_due(session, actor)]


def waiting(actor: Actor) -> int:
    with open_session(actor, write=False) as session:
        return count_due(session, actor)


def watch(after: timedelta) -> int:
    with clock.moved(after), open_session(SYSTEM) as session:
        return watch_aftercare(session, SYSTEM)


def told(manager: Actor, number: str) -> list[str]:
    with open_session(manager) as session:
        lines = read_case(session, manager, number=number).timeline
    return [
        line.kind.removeprefix("aftercare_") for line in reversed(lines) if line.kind.startswith("aftercare")
    ]


def test_a_visit_is_listed_from_two_weeks_before_its_day(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    assert listed(manager) == []
    with clock.moved(20 * DAY):
        assert listed(manager) == listed(supervisor) == [(number, 1)]
        assert (waiting(manager), waiting(supervisor)) == (0, 0)  # it is not due yet
    with clock.moved(AFTER[1]):
        assert (waiting(manager), waiting(supervisor)) == (1, 0)


def test_the_list_is_hers_or_of_the_area_and_nobody_elses(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    with clock.moved(AFTER[1]):
        assert listed(make_account()) == []
        assert listed(make_account(Role.SUPERVISOR, METRO)) == []
        assert listed(supervisor) == [(number, 1)]
        for role in (Role.SHELTER, Role.ADMIN):
            with pytest.raises(Forbidden):
                listed(make_account(role))
            with pytest.raises(Forbidden):
                waiting(make_account(role))


def test_a_visit_past_its_day_is_told_once_and_passed_on_once(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    assert watch(20 * DAY) == 0
    assert watch(AFTER[1]) == 1
    assert watch(AFTER[1] + 6 * DAY) == 0
    with clock.moved(AFTER[1] + 6 * DAY):
        assert waiting(supervisor) == 0
    assert watch(AFTER[1] + 7.1 * DAY) == 1
    assert watch(AFTER[1] + 20 * DAY) == 0
    assert told(manager, number) == ["planned", "late", "raised"]
    with clock.moved(AFTER[1] + 8 * DAY):
        assert (waiting(manager), waiting(supervisor)) == (1, 1)
        meet(manager, number, 1)
        assert (waiting(manager), waiting(supervisor), listed(supervisor)) == (0, 0, [])


def test_an_alarm_stands_first_and_is_passed_on_a_day_later(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    later = closed_case(manager)
    with clock.moved(AFTER[1]):
        meet(manager, later, 1, safe="no")
        number, other = later, number
        assert listed(manager) == listed(supervisor) == [(number, 1), (other, 1)]
        assert waiting(supervisor) == 1  # at once
    assert watch(AFTER[1] + DAY / 24) == 2  # the alarm, and the other one's day
    assert watch(AFTER[1] + 1.2 * DAY) == 1
    assert told(manager, number)[-1] == "raised"
    with clock.moved(AFTER[1] + 2 * DAY):
        uid = visit(manager, number, 1).uid
        with open_session(manager) as session:
            settle_alarm(
                session, manager, number=number, uid=uid, done="Dijemput dan dititipkan pada kakaknya"
            )
        assert listed(manager) == [(other, 1)]
    assert watch(AFTER[1] + 5 * DAY) == 0


def test_an_office_sets_its_own_patience(number: str) -> None:
    with open_session(SYSTEM) as session:
        change_clock(session, SYSTEM, code="aftercare_escalation", amount=60)
    assert watch(AFTER[1]) == 1
    assert watch(AFTER[1] + timedelta(minutes=61)) == 1


def test_when_the_manager_is_gone_the_supervisor_finds_it_and_hands_it_on(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    with open_session(SYSTEM) as session:
        gone = {"display_name": "Pindah", "role": Role.COUNSELLOR, "area_code": METRO, "active": True}
        change_account(session, SYSTEM, account_id=manager.id, **gone)
    heir = make_account()
    with open_session(supervisor) as session:
        (row,) = list_adrift(session, supervisor)
        assert row.number == number
        hand_over(session, supervisor, number=number, account_id=heir.id)
    with open_session(supervisor, write=False) as session:
        assert list_adrift(session, supervisor) == ()
    with clock.moved(AFTER[1]):
        assert listed(heir) == [(number, 1)]


def test_her_week_holds_the_visit_on_its_day_and_afterwards_among_what_is_late(
    manager: Actor, number: str
) -> None:
    due = visit(manager, number, 1).due

    def week(actor: Actor, after: timedelta) -> tuple[list[str], list[str]]:
        with clock.moved(after), open_session(actor) as session:
            view = read_week(session, actor)
        return [row.number for row in view.late], [row.number for day in view.days for row in day.rows]

    before = due - clock.now() - timedelta(minutes=5)
    assert week(manager, before) == ([], [number])
    assert week(manager, before + DAY) == ([number], [])
    assert week(make_account(), before) == ([], [])


def test_a_longer_list_costs_no_more_queries(manager: Actor, number: str) -> None:
    with clock.moved(AFTER[1]):
        one = counted(lambda: listed(manager))
    closed_case(manager)
    closed_case(manager)
    with clock.moved(AFTER[1]):
        assert counted(lambda: listed(manager)) == one
        assert len(listed(manager)) == 3
