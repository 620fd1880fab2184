"""A stay past its end is told once, passed on once, and left alone when she may stay longer or has left."""

from datetime import timedelta

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.caseload import read_caseload
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.codes.commands import change_clock
from rindu_app.domain.shelter.overdue import watch_stays
from rindu_app.domain.shelter.staying import ask_extension_for_case, decide_extension, leave_shelter
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.factories import METRO, SYSTEM, make_account
from tests.shelters import ask, make_house, place, sheltered_case

pytestmark = pytest.mark.usefixtures("country")
DAY = timedelta(days=1)


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def worker() -> Actor:
    return make_account(Role.SHELTER)


@pytest.fixture
def supervisor() -> Actor:
    return make_account(Role.SUPERVISOR)


@pytest.fixture
def number(manager: Actor) -> str:
    return sheltered_case(manager)


@pytest.fixture
def stay(manager: Actor, worker: Actor, number: str) -> str:
    """She sleeps there from today on, for the 14 days of the office's clock."""
    house, uid = make_house(), ask(manager, number)
    place(worker, uid, house.beds[0])
    return uid


def watch(after: timedelta) -> int:
    with clock.moved(after), open_session(SYSTEM) as session:
        return watch_stays(session, SYSTEM)


def told(manager: Actor, number: str) -> list[str]:
    with open_session(manager) as session:
        lines = read_case(session, manager, number=number).timeline
    return [line.kind for line in reversed(lines) if line.kind in ("shelter_overdue", "shelter_raised")]


def raised(supervisor: Actor, after: timedelta) -> list[str]:
    with clock.moved(after), open_session(supervisor, write=False) as session:
        return [case.number for case in read_caseload(session, supervisor).raised]


def extend(manager: Actor, supervisor: Actor, number: str, after: timedelta, *, approve: bool) -> None:
    with clock.moved(after), open_session(manager) as session:
        ask_extension_for_case(session, manager, number=number, days=7, reason="Belum aman pulang")
    with clock.moved(after), open_session(supervisor) as session:
        decide_extension(session, supervisor, number=number, approve=approve, answer="Sudah dibaca")


def test_it_is_told_on_the_day_and_passed_on_a_day_later_each_once(
    manager: Actor, supervisor: Actor, number: str, stay: str
) -> None:
    assert watch(13.9 * DAY) == 0
    assert watch(14.1 * DAY) == 1
    assert raised(supervisor, 14.1 * DAY) == []
    assert watch(14.9 * DAY) == 0
    assert watch(15.2 * DAY) == 1
    assert watch(40 * DAY) == 0
    assert told(manager, number) == ["shelter_overdue", "shelter_raised"]
    assert raised(supervisor, 16 * DAY) == [number]
    assert raised(make_account(Role.SUPERVISOR, METRO), 16 * DAY) == []


def test_more_days_end_it_and_a_no_does_not(
    manager: Actor, supervisor: Actor, number: str, stay: str
) -> None:
    watch(14.1 * DAY)
    watch(15.2 * DAY)
    extend(manager, supervisor, number, 15.3 * DAY, approve=False)
    assert raised(supervisor, 15.4 * DAY) == [number]
    extend(manager, supervisor, number, 15.5 * DAY, approve=True)
    assert raised(supervisor, 15.6 * DAY) == []
    assert watch(20 * DAY) == 0
    assert watch(21.1 * DAY) == 1


def test_whoever_has_left_is_past_nothing(supervisor: Actor, worker: Actor, number: str, stay: str) -> None:
    watch(14.1 * DAY)
    watch(15.2 * DAY)
    with clock.moved(15.3 * DAY), open_session(worker) as session:
        leave_shelter(session, worker, uid=stay, destination="family", note="")
    assert raised(supervisor, 15.4 * DAY) == []
    assert watch(30 * DAY) == 0


def test_an_office_sets_its_own_patience(number: str, stay: str) -> None:
    with open_session(SYSTEM) as session:
        change_clock(session, SYSTEM, code="stay_escalation", amount=60)
    assert watch(14 * DAY + timedelta(minutes=1)) == 1
    assert watch(14 * DAY + timedelta(minutes=62)) == 1
