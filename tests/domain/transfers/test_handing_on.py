"""Inside an office a case is offered or asked for; only the yes of the other makes her its manager."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.commands import change_account
from rindu_app.domain.cases.access import may_read
from rindu_app.domain.cases.team import break_glass, hand_over, remove_member
from rindu_app.domain.cases.view import read_case, read_team
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.schedule.queries import count_work
from rindu_app.domain.transfers.chasing import chase_transfers
from rindu_app.domain.transfers.ending import withdraw_transfer
from rindu_app.domain.transfers.lists import list_put_to_office
from rindu_app.domain.transfers.view import read_transfers
from rindu_app.words import clock
from rindu_app.words.codes import MemberKind, Role, TransferStatus
from tests.closing import close
from tests.counting import counted
from tests.domain.referrals.people import new_case
from tests.factories import EAST_JAVA, GENTENG, METRO, SYSTEM, make_account
from tests.transfers import (
    accept,
    add_to_team,
    offer,
    put_to_me,
    put_to_office,
    refuse,
    request,
    stored,
)

pytestmark = pytest.mark.usefixtures("country")
DAY = timedelta(days=1)


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)


def reads(actor: Actor, number: str) -> bool:
    with open_session(actor, write=False) as session:
        return may_read(session, actor, number)


def team(actor: Actor, number: str) -> dict[int, str]:
    with open_session(actor) as session:
        return {row.account_id: row.kind for row in read_case(session, actor, number=number).team}


def kinds(actor: Actor, number: str) -> list[str]:
    with open_session(actor) as session:
        return [row.kind for row in read_case(session, actor, number=number).timeline]


def chase(after: timedelta) -> int:
    with clock.moved(after), open_session(SYSTEM) as session:
        return chase_transfers(session, SYSTEM)


def block(by: Actor, number: str, whom: Actor) -> None:
    with open_session(by) as session:
        report = read_case(session, by, number=number).reports[0].number
        block_colleague(session, by, number=report, account_id=whom.id, reason="Kerabat terlapor")


def test_nothing_changes_until_the_colleague_says_yes(manager: Actor, number: str) -> None:
    heir = make_account()
    uid = offer(manager, number, heir)
    assert not reads(heir, number)
    assert team(manager, number) == {manager.id: MemberKind.MANAGER}
    accept(heir, uid)
    assert team(heir, number) == {manager.id: MemberKind.TEAM, heir.id: MemberKind.MANAGER}
    assert kinds(heir, number)[:2] == ["handed_over", "transfer_offered"]
    with open_session(heir) as session:
        remove_member(session, heir, number=number, account_id=manager.id)
    assert not reads(manager, number)


def test_what_is_offered_says_number_risk_place_and_reason_and_nothing_else(
    manager: Actor, number: str
) -> None:
    heir = make_account()
    offer(manager, number, heir, "Saya cuti panjang")
    (row,) = put_to_me(heir)
    assert (row.number, row.reason, row.by, row.answerable) == (
        number,
        "Saya cuti panjang",
        manager.name,
        True,
    )
    assert row.risk_label
    assert "Genteng" in row.place
    assert "Melati" not in repr(row)
    assert put_to_me(manager) == ()
    assert put_to_me(make_account()) == ()


def test_a_no_needs_its_reason_and_leaves_all_as_it_was(manager: Actor, number: str) -> None:
    heir = make_account()
    uid = offer(manager, number, heir)
    with pytest.raises(Invalid, match="required"):
        refuse(heir, uid, " ")
    refuse(heir, uid, "Beban saya penuh")
    assert not reads(heir, number)
    assert put_to_me(heir) == ()
    assert team(manager, number) == {manager.id: MemberKind.MANAGER}
    with open_session(manager) as session:
        (row,) = read_transfers(session, manager, number=number).rows
    assert (row.status_label, row.answer, row.answered_by) == ("Ditolak", "Beban saya penuh", heir.name)
    assert b"Beban" not in (stored(uid).answer or b"")
    assert b"cuti" not in stored(uid).reason


def test_the_manager_or_a_supervisor_offers_and_nobody_else(manager: Actor, number: str) -> None:
    member, heir, boss = make_account(), make_account(), make_account(Role.SUPERVISOR)
    add_to_team(manager, number, member)
    with pytest.raises(Forbidden, match="manager_only"):
        offer(member, number, heir)
    with pytest.raises(NotFound):
        offer(make_account(), number, heir)
    with pytest.raises(NotFound):
        offer(make_account(Role.SUPERVISOR, METRO), number, heir)
    offer(boss, number, heir)


@pytest.mark.parametrize("area", [METRO, "35.10.16"])
def test_a_colleague_who_does_not_work_there_is_not_offered_it(
    manager: Actor, number: str, area: str
) -> None:
    with pytest.raises(Invalid, match="assignee_not_here"):
        offer(manager, number, make_account(area_code=area))


def test_whoever_is_blocked_is_neither_offered_it_nor_keeps_an_offer(manager: Actor, number: str) -> None:
    kin, heir = make_account(), make_account()
    block(manager, number, kin)
    with pytest.raises(Conflict, match="blocked_for_them"):
        offer(manager, number, kin)
    with open_session(manager) as session:
        assert kin.id not in {row.account_id for row in read_transfers(session, manager, number=number).heirs}
    uid = offer(manager, number, heir)
    block(manager, number, heir)
    assert put_to_me(heir) == ()
    with pytest.raises(NotFound):
        accept(heir, uid)
    assert chase(timedelta()) == 1
    assert stored(uid).status == TransferStatus.LAPSED


def test_nobody_offers_it_to_herself_or_to_its_manager(manager: Actor, number: str) -> None:
    boss = make_account(Role.SUPERVISOR)
    with pytest.raises(Invalid, match="transfer_to_oneself"):
        offer(boss, number, boss)
    for by in (manager, boss):
        with pytest.raises(Invalid, match="manages_already"):
            offer(by, number, manager)


def test_one_question_at_a_time_until_it_is_answered_or_taken_back(manager: Actor, number: str) -> None:
    heir, other = make_account(), make_account()
    uid = offer(manager, number, heir)
    with pytest.raises(Conflict, match="transfer_open"):
        offer(manager, number, other)
    with open_session(manager) as session:
        withdraw_transfer(session, manager, number=number, uid=uid)
    assert put_to_me(heir) == ()
    with pytest.raises(NotFound):
        accept(heir, uid)
    accept(other, offer(manager, number, other))


def test_a_member_asks_for_the_case_and_its_manager_or_the_supervisor_answers(
    manager: Actor, number: str
) -> None:
    member, boss = make_account(), make_account(Role.SUPERVISOR)
    add_to_team(manager, number, member)
    uid = request(member, number)
    (row,) = put_to_me(manager)
    assert (row.whom, row.answerable) == (member.name, True)
    assert [row.number for row in put_to_office(boss)] == [number]
    with pytest.raises(Forbidden, match="transfer_not_yours"):
        accept(member, uid)
    refuse(manager, uid)
    uid = request(member, number)
    accept(boss, uid)
    assert team(boss, number)[member.id] == MemberKind.MANAGER


def test_a_supervisor_who_asks_does_not_answer_herself(manager: Actor, number: str) -> None:
    boss, other = make_account(Role.SUPERVISOR), make_account(Role.SUPERVISOR)
    uid = request(boss, number)
    assert put_to_office(boss) == ()
    with pytest.raises(Forbidden, match="transfer_not_yours"):
        accept(boss, uid)
    accept(other, uid)
    assert team(boss, number)[boss.id] == MemberKind.MANAGER


def test_only_a_case_that_one_works_on_can_be_asked_for(manager: Actor, number: str) -> None:
    nosy = make_account()
    with pytest.raises(NotFound):
        request(nosy, number)
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Darurat")
    with pytest.raises(Forbidden, match="glass_reads_only"):
        request(nosy, number)
    with pytest.raises(Invalid, match="manages_already"):
        request(manager, number)


def test_a_supervisor_assigns_only_where_the_manager_is_gone(manager: Actor, number: str) -> None:
    heir, other, boss = make_account(), make_account(), make_account(Role.SUPERVISOR)
    for actor, refusal in ((manager, Forbidden), (boss, Conflict)):
        with pytest.raises(refusal), open_session(actor) as session:
            hand_over(session, actor, number=number, account_id=heir.id)
    uid = offer(manager, number, other)
    with open_session(SYSTEM) as session:
        moved = {"display_name": "Pindah", "role": Role.COUNSELLOR, "area_code": METRO, "active": True}
        change_account(session, SYSTEM, account_id=manager.id, **moved)
    with open_session(boss) as session:
        assert read_transfers(session, boss, number=number).may_assign
        hand_over(session, boss, number=number, account_id=heir.id)
        assert not read_transfers(session, boss, number=number).may_assign
    assert stored(uid).status == TransferStatus.LAPSED
    assert reads(heir, number)
    assert put_to_me(other) == ()


def test_an_offer_of_a_closed_case_is_nobodys(manager: Actor, number: str) -> None:
    heir = make_account()
    uid = offer(manager, number, heir)
    close(manager, number)
    assert put_to_me(heir) == ()
    with pytest.raises(NotFound):
        accept(heir, uid)
    assert stored(uid).status == TransferStatus.LAPSED
    assert chase(timedelta()) == 0
    with pytest.raises(Conflict, match="case_closed"):
        offer(manager, number, heir)


@pytest.mark.parametrize("change", [{"active": False}, {"area_code": METRO}, {"role": Role.ADMIN}])
def test_an_offer_to_somebody_who_has_left_ends_by_itself(
    manager: Actor, number: str, change: dict[str, Any]
) -> None:
    heir = make_account()
    uid = offer(manager, number, heir)
    given = {
        "display_name": "Pindah",
        "role": Role.COUNSELLOR,
        "area_code": "35.10",
        "active": True,
        **change,
    }
    with open_session(SYSTEM) as session:
        change_account(session, SYSTEM, account_id=heir.id, **given)
    moved = Actor(kind=given["role"], account_id=heir.id, area_code=given["area_code"])
    with pytest.raises((Forbidden, Invalid, NotFound)):
        accept(moved, uid)
    assert chase(timedelta()) == 1
    assert stored(uid).status == TransferStatus.LAPSED


def test_silence_reminds_and_then_the_supervisor_hears_of_it(manager: Actor, number: str) -> None:
    heir, boss = make_account(), make_account(Role.SUPERVISOR)
    uid = offer(manager, number, heir)
    assert chase(0.9 * DAY) == 0
    assert put_to_office(boss) == ()
    assert chase(1.1 * DAY) == 1
    assert chase(1.5 * DAY) == 0
    assert chase(2.2 * DAY) == 1
    assert chase(9 * DAY) == 0
    assert kinds(manager, number)[:2] == ["transfer_escalated", "transfer_late"]
    (row,) = put_to_office(boss)
    assert (row.whom, row.answerable) == (heir.name, False)
    with open_session(boss) as session:
        withdraw_transfer(session, boss, number=number, uid=uid)
    assert put_to_office(boss) == ()


def test_two_who_answer_at_once_do_not_both_succeed(
    manager: Actor, number: str, run_together: Callable[..., list[Any]]
) -> None:
    boss, member = make_account(Role.SUPERVISOR), make_account()
    add_to_team(manager, number, member)
    uid = request(member, number)
    people = [manager, boss]

    def answer() -> str:
        actor = people.pop()
        try:
            accept(actor, uid)
        except DomainError as refusal:
            return refusal.code
        return "yes"

    assert sorted(run_together(answer, times=2)) == ["transfer_over", "yes"]
    assert kinds(boss, number).count("handed_over") == 1


def test_the_heirs_of_two_offers_do_not_both_get_it(
    manager: Actor, number: str, run_together: Callable[..., list[Any]]
) -> None:
    heirs = [make_account(), make_account()]

    def put() -> str:
        heir = heirs.pop()
        try:
            offer(manager, number, heir)
        except Conflict as refusal:
            return refusal.code
        return "yes"

    assert sorted(run_together(put, times=2)) == ["transfer_open", "yes"]


def test_roles_that_do_no_casework_have_no_such_list() -> None:
    for role in (Role.ADMIN, Role.SHELTER, Role.PARTNER):
        with pytest.raises(Forbidden):
            put_to_me(make_account(role))
    for role in (Role.COUNSELLOR, Role.ADMIN):
        actor = make_account(role)
        with pytest.raises(Forbidden), open_session(actor) as session:
            list_put_to_office(session, actor)


def test_the_supervisors_number_counts_what_she_may_answer(manager: Actor, number: str) -> None:
    boss, far = make_account(Role.SUPERVISOR), make_account(Role.SUPERVISOR, EAST_JAVA)
    member = make_account()
    add_to_team(manager, number, member)
    request(member, number)
    for actor, count in ((boss, 1), (far, 1), (manager, 0), (make_account(Role.SUPERVISOR, METRO), 0)):
        with open_session(actor, write=False) as session:
            assert count_work(session, actor).to_decide == count


def test_reading_what_is_offered_stands_on_the_access_log_of_the_file(manager: Actor, number: str) -> None:
    heir = make_account()
    offer(manager, number, heir)
    put_to_me(heir)
    with open_session(manager) as session:
        log = read_team(session, manager, number=number).log
    assert [(row.by, row.action) for row in log if row.action == "case:offer_read"] == [
        (heir.name, "case:offer_read")
    ]


def test_the_list_costs_the_same_however_long_it_is(manager: Actor) -> None:
    heir = make_account(area_code=GENTENG)
    offer(manager, new_case(manager), heir)
    few = counted(lambda: put_to_me(heir))
    for _ in range(4):
        offer(manager, new_case(manager), heir)
    assert counted(lambda: put_to_me(heir)) == few
    assert len(put_to_me(heir)) == 5
