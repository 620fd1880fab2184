"""A file that has grown for years is opened with as many queries as one of yesterday."""

from collections.abc import Callable
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.aid.view import read_aid
from rindu_app.domain.assessments.commands import assess
from rindu_app.domain.assessments.view import read_assessment
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.cases.caseload import read_caseload
from rindu_app.domain.cases.consents import Answer, record_consent
from rindu_app.domain.cases.ledger import read_ledger
from rindu_app.domain.cases.lists import list_cases
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.cases.view import read_case, read_team
from rindu_app.domain.people.view import read_people
from rindu_app.domain.plans.commands import add_goal, note_progress
from rindu_app.domain.plans.view import read_plan
from rindu_app.domain.referrals.case_part import read_case_referrals
from rindu_app.words.codes import AssessmentArea, CaseEventKind, Progress, Role
from tests.closing import close
from tests.counting import counted
from tests.domain.people.allowed import allowed_case
from tests.domain.referrals.people import make_partner, refer
from tests.domain.sessions.people import agree, new_case
from tests.factories import SYSTEM, make_account
from tests.services import give

pytestmark = pytest.mark.usefixtures("country")
PHONE = "0812-0000-1234"


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager, phone=PHONE)[0]


def lines(manager: Actor, number: str, times: int) -> None:
    with open_session(manager) as session:
        case = access_case(session, manager, number, Permission.CASE_WRITE)
        for _ in range(times):
            add_line(session, manager, case, CaseEventKind.RISK_CHANGED, note="Ancaman baru")


def consents(manager: Actor, number: str, times: int) -> None:
    with open_session(manager) as session:
        for _ in range(times):
            answer = Answer("keep_and_contact", given=True, evidence="Lisan")
            record_consent(session, manager, number=number, answer=answer)


def assessments(manager: Actor, number: str, times: int) -> None:
    agree(manager, number, "assessment")
    given = {"area": AssessmentArea.SOCIAL, "score": 2, "reason": "Sendirian", "profession": "counsellor"}
    with open_session(manager) as session:
        for _ in range(times):
            assess(session, manager, number=number, **given)  # type: ignore[arg-type]


def goals(manager: Actor, number: str, times: int) -> None:
    agree(manager, number, "assessment")
    with open_session(manager) as session:
        for _ in range(times):
            goal = add_goal(session, manager, number=number, component="economic", words="Bekerja lagi")
            session.flush()
            note_progress(session, manager, number=number, uid=goal.uid, progress=Progress.GOING, note="Baik")


def referrals(manager: Actor, number: str, times: int) -> None:
    for at in range(times):
        refer(manager, number, make_partner(name=f"RSUD uji {at} dari {times}"))


def help_given(manager: Actor, number: str, times: int) -> None:
    agree(manager, number, "social_aid")
    for _ in range(times):
        give(manager, number)


def colleagues(manager: Actor, number: str, times: int) -> None:
    for _ in range(times):
        whom = make_account()
        with open_session(manager) as session:
            add_member(session, manager, number=number, account_id=whom.id)


def looks(manager: Actor, number: str, times: int) -> None:
    for _ in range(times):
        with open_session(manager) as session:
            read_ledger(session, manager, number=number)


def clients_nearby(manager: Actor, number: str, times: int) -> None:
    """Other cases of the kabupaten, of which one is of somebody with the same telephone."""
    for at in range(times):
        allowed_case(make_account(), phone=PHONE if at == 0 else f"0813-0000-{at:04}")


GROWS: dict[str, tuple[Callable[..., Any], Callable[[Actor, str, int], None], int, int]] = {
    "its timeline": (read_case, lines, 5, 300),
    "its consents": (read_ledger, consents, 2, 40),
    "its assessment": (read_assessment, assessments, 2, 30),
    "its plan": (read_plan, goals, 2, 20),
    "its referrals": (read_case_referrals, referrals, 1, 6),
    "its help": (read_aid, help_given, 1, 12),
    "its team": (read_team, colleagues, 1, 8),
    "who looked": (read_team, looks, 2, 60),
    "whether she is known already": (read_people, clients_nearby, 2, 20),
}


@pytest.mark.parametrize("what", GROWS)
def test_a_file_that_grew_takes_no_more_queries(manager: Actor, number: str, what: str) -> None:
    read, grow, few, many = GROWS[what]

    def look() -> None:
        with open_session(manager) as session:
            read(session, manager, number=number)

    grow(manager, number, few)
    before = counted(look)
    grow(manager, number, many - few)
    assert counted(look) == before < 40


def test_a_load_is_as_many_cases_as_its_list_shows(manager: Actor) -> None:
    """Two pages, one number: closed cases and those of others are in neither."""
    chief = make_account(Role.SUPERVISOR)
    kept = [new_case(manager)[0] for _ in range(3)]
    close(manager, new_case(manager)[0])
    new_case(make_account())
    with open_session(chief) as session:
        (load,) = (row for row in read_caseload(session, chief).rows if row.account_id == manager.id)
        listed = list_cases(session, chief, view="area", manager_id=manager.id).rows
    assert load.cases == len(listed) == len(kept)
    assert {row.number for row in listed} == set(kept)


def test_a_worker_without_a_case_stands_in_the_list_too(manager: Actor) -> None:
    chief = make_account(Role.SUPERVISOR)
    with open_session(chief) as session:
        loads = {row.account_id: row.cases for row in read_caseload(session, chief).rows}
    assert loads[manager.id] == 0


def test_closing_a_case_leaves_its_manager_with_it(manager: Actor, number: str) -> None:
    close(manager, number)
    with open_session(SYSTEM, write=False) as session:
        assert access_case(session, SYSTEM, number, Permission.CASE_READ).manager_id == manager.id
    with open_session(manager) as session:
        view = read_case(session, manager, number=number)
    assert view.head.mine
    assert [row.account_id for row in view.team] == [manager.id]
