"""Whoever is or knows the reported person neither sees nor finds it, whatever her role (X-07)."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.lists import list_cases
from rindu_app.domain.cases.opening import join_case, open_case
from rindu_app.domain.cases.team import add_member, break_glass, remove_member
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.reports.conflicts import block_colleague, list_blocks, unblock_colleague
from rindu_app.domain.reports.handling import assign_report, mark_duplicate, unmark_duplicate
from rindu_app.domain.reports.inbox import count_inbox, list_inbox
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.reports.search import search_reports
from rindu_app.domain.reports.submit import Submitted
from rindu_app.domain.reports.view import read_report
from rindu_app.words.codes import Role
from tests.factories import EAST_JAVA, GENTENG, METRO, make_account, send_report
from tests.transfers import accept, offer, pass_on, request

pytestmark = pytest.mark.usefixtures("country")


def block(by: Actor, whom: Actor, report: Submitted, reason: str = "Ipar terlapor") -> str:
    with open_session(by) as session:
        return block_colleague(session, by, number=report.number, account_id=whom.id, reason=reason).uid


def sees(actor: Actor, report: Submitted) -> bool:
    with open_session(actor, write=False) as session:
        listed = [row.number for row in list_inbox(session, actor, wanted=InboxFilter(view="all")).rows]
    with open_session(actor) as session:
        found = [row.number for row in search_reports(session, actor, text=report.number)]
        found += [row.number for row in search_reports(session, actor, text="Melati")]
    try:
        with open_session(actor) as session:
            read_report(session, actor, number=report.number)
    except NotFound:
        assert report.number not in listed + found
        return False
    assert report.number in listed
    assert report.number in found
    return True


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR])
def test_a_blocked_colleague_finds_nothing_and_everybody_else_as_before(role: Role) -> None:
    me, kin, other = make_account(), make_account(role), make_account()
    report, _ = send_report(name="Melati Rekaan")
    assert sees(kin, report)
    uid = block(me, kin, report)
    assert not sees(kin, report)
    assert sees(other, report)
    with open_session(kin, write=False) as session:
        assert count_inbox(session, kin).open == 0
    with open_session(me) as session:
        (row,) = list_blocks(session, me, number=report.number)
        assert (row.name, row.reason) == (kin.name, "Ipar terlapor")
        unblock_colleague(session, me, number=report.number, uid=uid)
    assert sees(kin, report)


def test_the_block_goes_along_into_the_case_and_no_team_and_no_glass_goes_round_it() -> None:
    me, kin, boss = make_account(), make_account(), make_account(Role.SUPERVISOR)
    make_account(Role.SUPERVISOR)
    first, second = (send_report(name="Melati Rekaan", story=f"Cerita {n}")[0] for n in ("satu", "dua"))
    with open_session(me) as session:
        case = number_of(open_case(session, me, number=first.number))
    with open_session(me) as session:
        add_member(session, me, number=case, account_id=kin.id)
    for whom in (kin, boss):
        block(me, whom, second)
        assert sees(whom, first)
    with open_session(me) as session:
        join_case(session, me, number=second.number, case_number=case)
    for actor in (kin, boss):
        assert not sees(actor, first)
        assert not sees(actor, second)
        with open_session(actor, write=False) as session:
            assert list_cases(session, actor, view="area").rows == ()
        with open_session(actor) as session, pytest.raises(NotFound):
            read_case(session, actor, number=case)
        with open_session(actor) as session, pytest.raises(Invalid, match="case_not_found"):
            break_glass(session, actor, number=case, reason="Darurat")


def test_whoever_is_blocked_is_given_nothing_of_it_and_everybody_else_is() -> None:
    me, kin, other = make_account(), make_account(), make_account()
    report, _ = send_report()
    block(me, kin, report)
    with open_session(me) as session:
        with pytest.raises(Conflict, match="blocked_for_them"):
            assign_report(session, me, number=report.number, account_id=kin.id)
        assert assign_report(session, me, number=report.number, account_id=other.id).assignee_id == other.id
        case = number_of(open_case(session, me, number=report.number))
    with pytest.raises(Conflict, match="blocked_for_them"), open_session(me) as session:
        add_member(session, me, number=case, account_id=kin.id)
    with pytest.raises(Conflict, match="blocked_for_them"):
        offer(me, case, kin)
    with open_session(me) as session:
        add_member(session, me, number=case, account_id=other.id)
    pass_on(me, case, other)


DUPLICATES = [("first", "second"), ("second", "first")]


def mark(by: Actor, report: Submitted, of: Submitted) -> None:
    with open_session(by) as session:
        mark_duplicate(session, by, number=report.number, of_number=of.number)


@pytest.mark.parametrize("blocked_first", [True, False])
@pytest.mark.parametrize(("on", "other"), DUPLICATES)
def test_a_block_reaches_every_report_about_the_same_event(on: str, other: str, blocked_first: bool) -> None:
    me, kin, _ = make_account(), make_account(), make_account()
    told = {
        name: send_report(name="Melati Rekaan", story=f"Cerita {name}")[0]
        for name in ("first", "second", "apart")
    }
    if blocked_first:
        block(me, kin, told[on])
        assert sees(kin, told[other])
    mark(me, told["second"], told["first"])
    if not blocked_first:
        block(me, kin, told[on])
    assert not sees(kin, told["first"])
    assert not sees(kin, told["second"])
    assert sees(kin, told["apart"])
    with open_session(me) as session:
        (row,) = list_blocks(session, me, number=told[other].number)
        unblock_colleague(session, me, number=told[other].number, uid=row.uid)
    assert sees(kin, told["first"])
    assert sees(kin, told["second"])


def test_what_was_blocked_together_stays_so_when_the_link_is_taken_back() -> None:
    me, kin, _ = make_account(), make_account(), make_account()
    first, second = (send_report(story=f"Cerita {n}")[0] for n in ("satu", "dua"))
    mark(me, second, first)
    block(me, kin, first)
    with open_session(me) as session:
        unmark_duplicate(session, me, number=second.number)
        (row,) = list_blocks(session, me, number=second.number)
        unblock_colleague(session, me, number=second.number, uid=row.uid)
    assert sees(kin, second)
    assert not sees(kin, first)


def test_a_block_reaches_through_a_duplicate_into_a_case_and_on_to_its_other_reports() -> None:
    """Her sister's report, marked as told twice; the sister's telling twice stands in a case with a neighbour's."""
    me, kin, boss = make_account(), make_account(), make_account(Role.SUPERVISOR)
    make_account(Role.SUPERVISOR)
    hers, again, neighbour = (send_report(name="Melati Rekaan", story=f"Cerita {n}")[0] for n in "abc")
    mark(me, again, hers)
    with open_session(me) as session:
        case = number_of(open_case(session, me, number=hers.number))
    with open_session(me) as session:
        join_case(session, me, number=neighbour.number, case_number=case)
        add_member(session, me, number=case, account_id=kin.id)
    for whom in (kin, boss):
        assert all(sees(whom, report) for report in (hers, again, neighbour))
        block(me, whom, again)
        assert not any(sees(whom, report) for report in (hers, again, neighbour))
        with open_session(whom) as session, pytest.raises(NotFound):
            read_case(session, whom, number=case)


def test_a_block_never_leaves_only_the_one_who_blocks() -> None:
    me, colleague, boss = make_account(), make_account(), make_account(Role.SUPERVISOR)
    above, report = make_account(Role.SUPERVISOR, EAST_JAVA), send_report(name="Melati Rekaan")[0]
    block(me, boss, report)
    block(me, colleague, report)
    with pytest.raises(Conflict, match="nobody_left"):
        block(me, above, report)
    assert sees(me, report)
    assert sees(above, report)
    make_account(area_code=METRO)
    make_account(Role.ADMIN)
    with pytest.raises(Conflict, match="nobody_left"):
        block(above, me, report)
    make_account(area_code=GENTENG)
    block(me, above, report)
    assert not sees(above, report)


def test_the_only_counsellor_of_a_place_cannot_step_back_before_there_is_another() -> None:
    me, report = make_account(), send_report(name="Melati Rekaan")[0]
    with pytest.raises(Conflict, match="nobody_left"):
        block(me, me, report)
    assert sees(me, report)
    other = make_account()
    block(me, me, report)
    assert not sees(me, report)
    assert sees(other, report)


def test_a_case_whose_supervisors_are_blocked_keeps_a_second_pair_of_eyes() -> None:
    me, colleague, boss = make_account(), make_account(), make_account(Role.SUPERVISOR)
    report, later = send_report(story="Cerita satu")[0], send_report(story="Cerita dua")[0]
    block(me, boss, report)
    with pytest.raises(Conflict, match="nobody_left"), open_session(me) as session:
        open_case(session, me, number=report.number)
    with open_session(me) as session:
        case = number_of(open_case(session, me, number=later.number))
    with pytest.raises(Conflict, match="nobody_left"), open_session(me) as session:
        join_case(session, me, number=report.number, case_number=case)
    with pytest.raises(Conflict, match="nobody_left"):
        block(me, boss, later)
    with open_session(me) as session:
        add_member(session, me, number=case, account_id=colleague.id)
        join_case(session, me, number=report.number, case_number=case)
    with pytest.raises(Conflict, match="nobody_left"), open_session(me) as session:
        remove_member(session, me, number=case, account_id=colleague.id)
    third = make_account()
    with open_session(me) as session:
        add_member(session, me, number=case, account_id=third.id)
        remove_member(session, me, number=case, account_id=colleague.id)


def test_nobody_is_put_out_of_the_case_she_manages_by_another_report() -> None:
    manager, me, _ = make_account(), make_account(), make_account(Role.SUPERVISOR)
    first, second = (send_report(story=f"Cerita {n}")[0] for n in ("satu", "dua"))
    with open_session(manager) as session:
        case = number_of(open_case(session, manager, number=first.number))
    with open_session(manager) as session:
        add_member(session, manager, number=case, account_id=me.id)
    block(me, manager, second)
    with pytest.raises(Conflict, match="manager_stays"), open_session(me) as session:
        join_case(session, me, number=second.number, case_number=case)
    with pytest.raises(Conflict, match="manager_stays"), open_session(me) as session:
        mark_duplicate(session, me, number=second.number, of_number=first.number)
    with open_session(manager) as session:
        read_case(session, manager, number=case)
    accept(manager, request(me, case))
    with open_session(me) as session:
        join_case(session, me, number=second.number, case_number=case)
    with open_session(manager) as session, pytest.raises(NotFound):
        read_case(session, manager, number=case)


def test_somebody_who_notices_it_herself_steps_back_and_what_was_hers_is_free() -> None:
    me, other, report = make_account(), make_account(), send_report(name="Melati Rekaan")[0]
    with open_session(me) as session:
        assign_report(session, me, number=report.number, account_id=me.id)
    block(me, me, report, "Saya mengenal terlapor")
    assert not sees(me, report)
    with open_session(other) as session:
        assert read_report(session, other, number=report.number).assignee == ""


def test_what_cannot_be_blocked_is_refused_in_words() -> None:
    me, kin, report = make_account(), make_account(), send_report(name="Melati Rekaan")[0]
    make_account(Role.SUPERVISOR)
    with pytest.raises(Invalid, match="required"):
        block(me, kin, report, "  ")
    with pytest.raises(Invalid, match="sees_no_reports"):
        block(me, make_account(Role.ADMIN), report)
    block(me, kin, report)
    with pytest.raises(Conflict, match="blocked_already"):
        block(me, kin, report)
    with open_session(me) as session:
        open_case(session, me, number=report.number)
    with pytest.raises(Conflict, match="manager_stays"):
        block(me, me, report)


def test_only_who_handles_a_report_blocks_and_unblocks() -> None:
    me, kin, report = make_account(), make_account(), send_report(name="Melati Rekaan")[0]
    make_account()
    uid = block(me, kin, report)
    strangers = (
        (make_account(area_code=METRO), NotFound),
        (kin, NotFound),
        (make_account(Role.ADMIN), (NotFound, Forbidden)),
    )
    for actor, refusal in strangers:
        with pytest.raises(refusal):
            block(actor, me, report)
        with open_session(actor) as session, pytest.raises(refusal):
            unblock_colleague(session, actor, number=report.number, uid=uid)
