"""Whoever moves to another office, does other work or is dismissed keeps nothing of what she worked on (X-01)."""

from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.commands import change_account
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.adrift import count_adrift, count_unseen_cases, list_adrift
from rindu_app.domain.cases.colleagues import list_assignable, list_blockable, list_candidates
from rindu_app.domain.cases.lists import list_cases
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.team import add_member, break_glass, hand_over
from rindu_app.domain.cases.view import read_case, reveal_client
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.reports.handling import assign_report
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.schedule.queries import count_work
from rindu_app.domain.threads.commands import write_note
from rindu_app.words.codes import Role
from tests.factories import BANYUWANGI, EAST_JAVA, GENTENG, METRO, SYSTEM, make_account, send_report
from tests.transfers import offer

pytestmark = pytest.mark.usefixtures("country")

NEXT = "35.17"


def new_case(manager: Actor, **told: object) -> tuple[str, str]:
    """(number of the case, number of its report)"""
    report, _ = send_report(name="Melati Rekaan", **told)
    with open_session(manager) as session:
        return number_of(open_case(session, manager, number=report.number)), report.number


def change(
    whom: Actor, role: Role = Role.COUNSELLOR, area: str = BANYUWANGI, *, active: bool = True
) -> Actor:
    """What an administrator of the province does to the account; the actor as she acts from now on."""
    admin = make_account(Role.ADMIN, EAST_JAVA)
    with open_session(admin) as session:
        change_account(
            session,
            admin,
            account_id=whom.id,
            display_name=whom.name,
            role=role,
            area_code=area,
            active=active,
        )
    return Actor(kind=role, account_id=whom.id, area_code=area, name=whom.name)


def opens(actor: Actor, case: str) -> bool:
    try:
        with open_session(actor) as session:
            read_case(session, actor, number=case)
            return bool(reveal_client(session, actor, number=case))
    except (NotFound, Forbidden):
        return False


CHANGES: dict[str, dict[str, Any]] = {
    "moved": {"area": NEXT},
    "no caseworker any more": {"role": Role.ADMIN},
    "dismissed": {"active": False},
}


@pytest.mark.parametrize("what", CHANGES.values(), ids=CHANGES)
def test_cases_and_emergency_openings_and_reports_are_left_behind(what: dict[str, Any]) -> None:
    manager, member, nosy = make_account(), make_account(), make_account()
    supervisor, (case, report) = make_account(Role.SUPERVISOR), new_case(manager)
    (other, _), (free, _) = new_case(make_account(), story="Cerita lain"), send_report()
    with open_session(manager) as session:
        add_member(session, manager, number=case, account_id=member.id)
    with open_session(nosy) as session:
        break_glass(session, nosy, number=other, reason="Darurat")
    with open_session(member) as session:
        assign_report(session, member, number=free.number, account_id=member.id)
    assert opens(manager, case)
    assert opens(member, case)
    assert opens(nosy, other)
    for whom in (manager, member, nosy):
        gone = change(whom, **what)
        assert not opens(gone, case)
        assert not opens(gone, other)
        for act in (read_report, lambda s, a, number: write_note(s, a, number=number, text="Halo")):
            with pytest.raises((NotFound, Forbidden)), open_session(gone) as session:
                act(session, gone, number=report)
    with open_session(supervisor) as session:
        assert read_report(session, supervisor, number=free.number).assignee == ""
        titles = [line.label for line in read_case(session, supervisor, number=case).timeline]
    assert titles.count("Anggota tim keluar") == 2


@pytest.mark.parametrize("back", [{"area": NEXT}, {"active": False}], ids=["moved", "dismissed"])
def test_coming_back_brings_nothing_back(back: dict[str, Any]) -> None:
    manager, member = make_account(), make_account()
    case, _ = new_case(manager)
    with open_session(manager) as session:
        add_member(session, manager, number=case, account_id=member.id)
    change(member, **back)
    assert not opens(change(member), case)
    with open_session(manager) as session:
        add_member(session, manager, number=case, account_id=member.id)
    assert opens(member, case)


@pytest.mark.parametrize(
    "what",
    [{"area": GENTENG}, {"area": EAST_JAVA}, {"role": Role.SUPERVISOR}],
    ids=["down", "up", "promoted"],
)
def test_what_she_covers_as_before_she_keeps(what: dict[str, Any]) -> None:
    manager = make_account()
    case, _ = new_case(manager)
    assert opens(change(manager, **what), case)


def test_a_case_whose_manager_is_gone_waits_for_the_supervisor_who_hands_it_over() -> None:
    manager, heir = make_account(), make_account()
    supervisor, far = make_account(Role.SUPERVISOR), make_account(Role.SUPERVISOR, METRO)
    (case, _), (other, _) = new_case(manager), new_case(heir, story="Cerita lain")

    def adrift(actor: Actor) -> list[str]:
        with open_session(actor, write=False) as session:
            rows = list_adrift(session, actor)
            assert count_adrift(session, actor) == count_work(session, actor).to_check == len(rows)
            assert all(row.manager == "" for row in rows)
            return [row.number for row in rows]

    assert adrift(supervisor) == []
    change(manager, area=NEXT)
    assert adrift(supervisor) == [case]
    assert adrift(far) == []
    with open_session(supervisor, write=False) as session:
        managers = {row.number: row.manager for row in list_cases(session, supervisor, view="area").rows}
    assert managers == {case: "", other: heir.name}
    with open_session(supervisor) as session:
        hand_over(session, supervisor, number=case, account_id=heir.id)
    assert adrift(supervisor) == []
    assert opens(heir, case)


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.ADMIN])
def test_cases_without_a_manager_are_a_supervisors_business(role: Role) -> None:
    actor = make_account(role)
    for function in (list_adrift, count_adrift):
        with pytest.raises(Forbidden), open_session(actor) as session:
            function(session, actor)


def test_the_house_knows_of_cases_that_nobody_can_open() -> None:
    manager, supervisor = make_account(), make_account(Role.SUPERVISOR)
    case, report = new_case(manager)

    def unseen() -> int:
        with open_session(SYSTEM, write=False) as session:
            return count_unseen_cases(session)

    change(supervisor, Role.SUPERVISOR, active=False)
    assert unseen() == 0
    change(manager, active=False)
    assert unseen() == 1
    change(supervisor, Role.SUPERVISOR)
    assert unseen() == 0
    other, kin = make_account(), make_account(Role.SUPERVISOR)
    with open_session(supervisor) as session:
        add_member(session, supervisor, number=case, account_id=other.id)
    with open_session(other) as session:
        block_colleague(session, other, number=report, account_id=kin.id, reason="Ipar")
    change(other, area=NEXT)
    assert unseen() == 0
    change(supervisor, Role.SUPERVISOR, active=False)
    assert unseen() == 1  # the one who is left is blocked


def test_each_list_offers_whom_the_act_would_take() -> None:
    me, kin, above, below, beside, far = (
        make_account(area_code=area)
        for area in (BANYUWANGI, BANYUWANGI, EAST_JAVA, "35.10.16", GENTENG, METRO)
    )
    shelter, _admin = make_account(Role.SHELTER), make_account(Role.ADMIN)
    report, _ = send_report()

    def offered(function: Any, number: str) -> set[int]:
        with open_session(me, write=False) as session:
            return {row.account_id for row in function(session, me, number=number)}

    covering = {me.id, kin.id, above.id, beside.id}
    assert offered(list_assignable, report.number) == covering
    assert offered(list_blockable, report.number) == covering | {below.id, shelter.id}
    with open_session(me) as session:
        block_colleague(session, me, number=report.number, account_id=kin.id, reason="Ipar")
    assert offered(list_assignable, report.number) == covering - {kin.id}
    assert kin.id not in offered(list_blockable, report.number)
    with open_session(me) as session:
        case = number_of(open_case(session, me, number=report.number))
    assert offered(list_candidates, case) == covering - {kin.id}
    with open_session(beside, write=False) as session, pytest.raises(NotFound):
        list_candidates(session, beside, number=case)
    with open_session(far, write=False) as session, pytest.raises(NotFound):
        list_blockable(session, far, number=report.number)


def test_from_below_the_offices_above_can_be_shut_out_too() -> None:
    """Kin in the office of the kabupaten, seen from the kecamatan, or in the province."""
    me, above, highest = (make_account(area_code=area) for area in (GENTENG, BANYUWANGI, EAST_JAVA))
    make_account(area_code=GENTENG)
    report, _ = send_report()
    with open_session(me, write=False) as session:
        offered = {row.account_id for row in list_blockable(session, me, number=report.number)}
    assert {above.id, highest.id} <= offered
    for kin in (above, highest):
        with open_session(me) as session:
            block_colleague(session, me, number=report.number, account_id=kin.id, reason="Ipar")
        with open_session(kin) as session, pytest.raises(NotFound):
            read_report(session, kin, number=report.number)


def test_nobody_of_another_area_is_brought_into_a_case() -> None:
    me, far, below, above = (
        make_account(area_code=area) for area in (BANYUWANGI, METRO, "35.10.16", EAST_JAVA)
    )
    case, report = new_case(me)
    for whom in (far, below):
        with pytest.raises(Invalid, match="assignee_not_here"), open_session(me) as session:
            add_member(session, me, number=case, account_id=whom.id)
        with pytest.raises(Invalid, match="assignee_not_here"):
            offer(me, case, whom)
        assert not opens(whom, case)
        with open_session(whom) as session, pytest.raises(NotFound):
            read_report(session, whom, number=report)
    with open_session(me) as session:
        add_member(session, me, number=case, account_id=above.id)
    assert opens(above, case)
