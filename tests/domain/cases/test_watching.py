"""Silence and late tasks: the worker hears of them, then the supervisor, once each; a word of the team ends it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.caseload import Caseload, LoadRow, count_raised, read_caseload
from rindu_app.domain.cases.lists import list_cases
from rindu_app.domain.cases.notes import write_case_note
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.rows import CaseRow
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.cases.watching import watch_cases
from rindu_app.domain.cases.work import add_task, change_risk, finish_task
from rindu_app.domain.codes.commands import change_clock
from rindu_app.domain.threads.commands import reply, write_message
from rindu_app.domain.units.commands import UnitFields, save_unit
from rindu_app.models import Case, Delivery
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, Risk, Role
from tests.counting import counted
from tests.factories import BANYUWANGI, METRO, SYSTEM, make_account, reporter_of, send_report

pytestmark = pytest.mark.usefixtures("country")
DAY = timedelta(days=1)
LIMITS = [(Risk.HIGH, 2), (Risk.MEDIUM, 7), (Risk.LOW, 14)]


@pytest.fixture
def manager() -> Actor:
    return make_account(display_name="Manajer Rekaan")


@pytest.fixture
def supervisor() -> Actor:
    return make_account(Role.SUPERVISOR)


def new_case(manager: Actor, risk: Risk = Risk.MEDIUM) -> str:
    sent, _ = send_report()
    with open_session(manager) as session:
        number = number_of(open_case(session, manager, number=sent.number))
        change_risk(session, manager, number=number, risk=risk, reason="Rekaan")
    return number


def watch(after: timedelta) -> int:
    with clock.moved(after), open_session(SYSTEM) as session:
        return watch_cases(session, SYSTEM)


def kinds(manager: Actor, number: str) -> list[str]:
    """What the watch wrote on the timeline, oldest first."""
    with open_session(manager) as session:
        lines = read_case(session, manager, number=number).timeline
    told = ("quiet", "quiet_raised", "task_raised")
    return [line.kind for line in reversed(lines) if line.kind in told]


def row(manager: Actor, after: timedelta) -> CaseRow:
    with clock.moved(after), open_session(manager, write=False) as session:
        [found] = list_cases(session, manager).rows
    return found


def load(supervisor: Actor, after: timedelta = timedelta(0)) -> Caseload:
    with clock.moved(after), open_session(supervisor, write=False) as session:
        return read_caseload(session, supervisor)


def load_of(supervisor: Actor, worker: Actor, after: timedelta = timedelta(0)) -> LoadRow:
    [found] = [row for row in load(supervisor, after).rows if row.account_id == worker.id]
    return found


@pytest.mark.parametrize(("risk", "days"), LIMITS)
def test_silence_goes_to_the_worker_once_and_then_to_the_supervisor_once(
    manager: Actor, supervisor: Actor, risk: Risk, days: int
) -> None:
    number = new_case(manager, risk)
    assert watch(days * DAY - DAY / 2) == 0
    assert watch(days * DAY + DAY / 2) == 1
    assert watch(days * DAY + DAY) == 0
    assert load(supervisor, days * DAY + DAY).raised == ()
    assert watch(days * DAY + 3 * DAY) == 1
    assert watch(days * DAY + 30 * DAY) == 0
    assert kinds(manager, number) == ["quiet", "quiet_raised"]
    assert [case.number for case in load(supervisor, 40 * DAY).raised] == [number]


def test_the_list_and_the_file_say_since_when_nothing_was_heard(manager: Actor) -> None:
    number = new_case(manager, Risk.HIGH)
    assert row(manager, DAY).quiet_days == 0
    watch(3 * DAY)
    assert row(manager, 4 * DAY).quiet_days == 4
    with clock.moved(4 * DAY), open_session(manager) as session:
        assert read_case(session, manager, number=number).head.quiet_days == 4


def test_a_word_of_the_team_ends_the_silence_and_starts_the_clock_anew(
    manager: Actor, supervisor: Actor
) -> None:
    number = new_case(manager, Risk.HIGH)
    watch(3 * DAY)
    watch(6 * DAY)
    with clock.moved(7 * DAY), open_session(manager) as session:
        write_case_note(session, manager, number=number, text="Bertemu di kantor")
    assert row(manager, 7 * DAY).quiet_days == 0
    assert load(supervisor, 7 * DAY).raised == ()
    assert watch(8 * DAY) == 0
    assert watch(9.5 * DAY) == 1


def test_an_answer_in_the_thread_is_a_word_and_what_she_writes_herself_is_not(manager: Actor) -> None:
    sent, _ = send_report()
    with open_session(manager) as session:
        number = number_of(open_case(session, manager, number=sent.number))
        change_risk(session, manager, number=number, risk=Risk.HIGH, reason="Rekaan")
    her = reporter_of(sent)
    with clock.moved(1.5 * DAY), open_session(her) as session:
        write_message(session, her, text="Halo?", client_key=new_uid())
    assert watch(2.5 * DAY) == 1
    with clock.moved(3 * DAY), open_session(manager) as session:
        reply(session, manager, number=sent.number, text="Kami di sini.")
    assert watch(4.6 * DAY) == 0
    assert row(manager, 4.6 * DAY).quiet_days == 0
    assert watch(5.5 * DAY) == 1


def test_a_task_that_stays_undone_comes_to_the_supervisor_until_it_is_done(
    manager: Actor, supervisor: Actor
) -> None:
    number = new_case(manager, Risk.LOW)
    with open_session(manager) as session:
        due = clock.now() + DAY
        task = add_task(
            session, manager, number=number, title="Menelepon", due_at=due, owner_id=manager.id
        ).uid
    assert watch(2 * DAY) == 0
    assert (row(manager, 2 * DAY).late_tasks, load_of(supervisor, manager, 2 * DAY).late_tasks) == (1, 1)
    assert watch(3.1 * DAY) == 1
    assert watch(4 * DAY) == 0
    assert [case.number for case in load(supervisor, 4 * DAY).raised] == [number]
    with clock.moved(5 * DAY), open_session(manager) as session:
        finish_task(session, manager, number=number, uid=task)
    assert load(supervisor, 5 * DAY).raised == ()
    assert kinds(manager, number) == ["task_raised"]


def test_a_closed_case_is_left_alone(manager: Actor) -> None:
    new_case(manager, Risk.HIGH)
    with open_session(SYSTEM) as session:
        session.exec(select(Case)).one().status = CaseStatus.CLOSED
    assert watch(90 * DAY) == 0


def test_an_office_sets_its_own_patience(manager: Actor) -> None:
    new_case(manager, Risk.HIGH)
    with open_session(SYSTEM) as session:
        change_clock(session, SYSTEM, code="quiet_high", amount=60)
    assert watch(timedelta(minutes=61)) == 1


def test_the_office_hears_of_it_in_neutral_words(manager: Actor) -> None:
    fields = UnitFields(area_code=BANYUWANGI, name="UPTD", kind="uptd_ppa", mail="piket@contoh.example")
    with open_session(SYSTEM) as session:
        save_unit(session, SYSTEM, fields=fields)
    new_case(manager, Risk.HIGH)
    watch(3 * DAY)
    with open_session(SYSTEM, write=False) as session:
        assert [row.template for row in session.exec(select(Delivery))] == ["late"]


def test_a_caseload_counts_by_risk_and_whoever_carries_most_stands_first(
    manager: Actor, supervisor: Actor
) -> None:
    idle = make_account(display_name="Rekan Rekaan")
    for risk in (Risk.HIGH, Risk.LOW, Risk.LOW):
        new_case(manager, risk)
    first = load(supervisor).rows[0]
    assert (first.account_id, first.high, first.medium, first.low, first.cases) == (manager.id, 1, 0, 2, 3)
    assert load_of(supervisor, idle).cases == 0
    watch(3 * DAY)
    assert load_of(supervisor, manager, 3 * DAY).quiet == 1


def test_another_area_is_not_counted(manager: Actor) -> None:
    new_case(manager, Risk.HIGH)
    watch(3 * DAY)
    watch(6 * DAY)
    far = make_account(Role.SUPERVISOR, area_code=METRO)
    found = load(far, 6 * DAY)
    assert found.raised == ()
    assert [row.account_id for row in found.rows] == [far.id]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SUPERVISOR])
def test_nobody_but_a_supervisor_sees_it(role: Role) -> None:
    actor = make_account(role)
    with open_session(actor, write=False) as session, pytest.raises(Forbidden):
        read_caseload(session, actor)
    with open_session(actor, write=False) as session, pytest.raises(Forbidden):
        count_raised(session, actor)


def test_it_takes_the_same_queries_however_many_cases_there_are(manager: Actor, supervisor: Actor) -> None:
    new_case(manager, Risk.HIGH)
    few = counted(lambda: load(supervisor))
    for _ in range(4):
        new_case(manager, Risk.HIGH)
    assert counted(lambda: load(supervisor)) == few
