"""Whoever is or knows the reported person neither sees nor finds it, whatever her role (X-07)."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.lists import list_cases
from rindu_app.domain.cases.opening import join_case, open_case
from rindu_app.domain.cases.team import add_member, break_glass
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.reports.conflicts import block_colleague, list_blocks, unblock_colleague
from rindu_app.domain.reports.handling import assign_report
from rindu_app.domain.reports.inbox import count_inbox, list_inbox
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.reports.search import search_reports
from rindu_app.domain.reports.submit import Submitted
from rindu_app.domain.reports.view import read_report
from rindu_app.words.codes import Role
from tests.factories import METRO, make_account, send_report

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
    first, second = (send_report(name="Melati Rekaan", story=f"Cerita {n}")[0] for n in ("satu", "dua"))
    for whom in (kin, boss):
        block(me, whom, first)
    with open_session(me) as session:
        case = number_of(open_case(session, me, number=first.number))
    with open_session(me) as session:
        join_case(session, me, number=second.number, case_number=case)
        add_member(session, me, number=case, account_id=kin.id)
    for actor in (kin, boss):
        assert not sees(actor, second)
        with open_session(actor, write=False) as session:
            assert list_cases(session, actor, view="area").rows == ()
        with open_session(actor) as session, pytest.raises(NotFound):
            read_case(session, actor, number=case)
        with open_session(actor) as session, pytest.raises(Invalid, match="case_not_found"):
            break_glass(session, actor, number=case, reason="Darurat")


def test_somebody_who_notices_it_herself_steps_back_and_what_was_hers_is_free() -> None:
    me, report = make_account(), send_report(name="Melati Rekaan")[0]
    with open_session(me) as session:
        assign_report(session, me, number=report.number, account_id=me.id)
    block(me, me, report, "Saya mengenal terlapor")
    assert not sees(me, report)
    other = make_account()
    with open_session(other) as session:
        assert read_report(session, other, number=report.number).assignee == ""


def test_what_cannot_be_blocked_is_refused_in_words() -> None:
    me, kin, report = make_account(), make_account(), send_report(name="Melati Rekaan")[0]
    with pytest.raises(Invalid):
        block(me, kin, report, "  ")
    block(me, kin, report)
    with pytest.raises(Conflict, match="blocked_already"):
        block(me, kin, report)
    with open_session(me) as session:
        open_case(session, me, number=report.number)
    with pytest.raises(Conflict, match="manager_stays"):
        block(me, me, report)


def test_only_who_handles_a_report_blocks_and_unblocks() -> None:
    me, kin, report = make_account(), make_account(), send_report(name="Melati Rekaan")[0]
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
