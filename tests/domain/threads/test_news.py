"""What is new stays new until somebody answers, and every open screen hears of it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from rindu_app.access import bell
from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.team import add_member, break_glass
from rindu_app.domain.reports.handling import assign_report, close_report, forward_report
from rindu_app.domain.reports.inbox import count_inbox, list_inbox
from rindu_app.domain.reports.rows import InboxFilter, InboxRow
from rindu_app.domain.reports.submit import Submitted
from rindu_app.domain.reports.view import peek_report, read_report
from rindu_app.domain.threads.commands import (
    cancel_appointment,
    need_no_answer,
    propose_appointment,
    reply,
    write_message,
    write_note,
)  # fmt: skip
from rindu_app.domain.threads.queries import read_thread
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode, ReportStatus
from tests.closing import close
from tests.factories import BANYUWANGI, GENTENG, METRO, make_account, reporter_of, send_report

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def rings() -> Iterator[list[str]]:
    heard: list[str] = []
    end = bell.listen(heard.append)
    yield heard
    end()


def say(report: Submitted, key: str = "k") -> None:
    with open_session(reporter_of(report)) as session:
        write_message(session, reporter_of(report), text="Halo lagi", client_key=key)


def answer(actor: Actor, report: Submitted) -> None:
    with open_session(actor) as session:
        reply(session, actor, number=report.number, text="Kami di sini")


def inbox(actor: Actor, view: str = "mine") -> tuple[InboxRow, ...]:
    with open_session(actor, write=False) as session:
        return list_inbox(session, actor, wanted=InboxFilter(view=view)).rows


def is_new(actor: Actor, report: Submitted) -> bool:
    return next(row.unread for row in inbox(actor, "open") if row.number == report.number)


def test_looking_leaves_it_new_for_the_team_and_answering_does_not() -> None:
    me, (report, _) = make_account(), send_report()
    with open_session(me) as session:
        read_report(session, me, number=report.number)
        read_thread(session, me, number=report.number)
    assert is_new(me, report)
    answer(me, report)
    assert not is_new(me, report)
    say(report)
    assert is_new(me, report)
    with open_session(me) as session:
        assert read_report(session, me, number=report.number).news
        need_no_answer(session, me, number=report.number)
        assert not read_report(session, me, number=report.number).news
    assert not is_new(me, report)


def test_only_who_handles_it_may_say_that_no_answer_is_needed() -> None:
    report, _ = send_report()
    me, stranger, nosy = make_account(), make_account(area_code=METRO), make_account()
    with open_session(me) as session:
        case = number_of(open_case(session, me, number=report.number))
    with open_session(nosy) as session:
        break_glass(session, nosy, number=case, reason="Darurat")
    for actor, refusal in ((stranger, NotFound), (nosy, Forbidden)):
        with open_session(actor) as session, pytest.raises(refusal):
            need_no_answer(session, actor, number=report.number)


def test_within_one_risk_who_was_never_answered_stands_first_however_old_the_others_are() -> None:
    me = make_account()
    with clock.moved(-timedelta(days=3)):
        old, _ = send_report(danger="no", door="report")
        older_low, _ = send_report(door="talk")
    answer(me, old)
    fresh, _ = send_report(danger="no", door="report")
    settled, _ = send_report(danger="no", door="report")
    answer(me, settled)
    assert [row.number for row in inbox(me)] == [fresh.number, old.number, settled.number, older_low.number]
    say(settled)
    assert [row.number for row in inbox(me)] == [fresh.number, settled.number, old.number, older_low.number]


def test_a_person_of_a_case_who_writes_is_in_the_inbox_of_its_team_and_of_nobody_else() -> None:
    me, friend, other = make_account(), make_account(), make_account()
    report, _ = send_report()
    answer(me, report)
    with open_session(me) as session:
        case = number_of(open_case(session, me, number=report.number))
        add_member(session, me, number=case, account_id=friend.id)
    assert inbox(me) == ()
    say(report)
    for actor, wanted in ((me, [report.number]), (friend, [report.number]), (other, [])):
        assert [row.number for row in inbox(actor)] == wanted
        with open_session(actor, write=False) as session:
            assert count_inbox(session, actor).mine == len(wanted)
    answer(me, report)
    assert inbox(me) == ()


def test_an_unanswered_report_that_became_a_case_is_news_behind_running_clocks_until_it_is_set_aside() -> (
    None
):
    me = make_account()
    with clock.moved(-timedelta(hours=3)):
        report, _ = send_report(danger="no", door="report")
        with open_session(me) as session:
            open_case(session, me, number=report.number)
    fresh, _ = send_report(danger="no", door="report")
    assert [row.number for row in inbox(me)] == [fresh.number, report.number]
    with open_session(me) as session:
        assert read_report(session, me, number=report.number).news
        need_no_answer(session, me, number=report.number)
        assert not read_report(session, me, number=report.number).news
    assert [row.number for row in inbox(me)] == [fresh.number]


def test_closing_a_case_takes_its_reports_out_of_the_inbox_until_she_writes_again() -> None:
    me, (report, _) = make_account(), send_report()
    with open_session(me) as session:
        case = number_of(open_case(session, me, number=report.number))
    close(me, case)
    assert inbox(me) == inbox(me, "open") == ()
    say(report)
    assert [row.number for row in inbox(me)] == [report.number]


def test_the_tab_of_what_is_over_holds_no_report_of_a_case() -> None:
    me, (over, _), (goes_on, _) = make_account(), send_report(), send_report()
    with open_session(me) as session:
        open_case(session, me, number=goes_on.number)
        close_report(session, me, number=over.number, status=ReportStatus.CONSULTED, reason="Cukup")
    assert [row.number for row in inbox(me, "closed")] == [over.number]


def propose(session: Any, actor: Actor, number: str) -> str:
    return propose_appointment(
        session, actor, number=number, mode=CounsellingMode.PHONE, starts_at=clock.now() + timedelta(days=1), place=""
    ).uid  # fmt: skip


ACTS: dict[str, Callable[[Any, Actor, str], Any]] = {
    "reply": lambda s, a, n: reply(s, a, number=n, text="Halo"),
    "note": lambda s, a, n: write_note(s, a, number=n, text="Untuk tim"),
    "assign": lambda s, a, n: assign_report(s, a, number=n, account_id=a.id),
    "propose": propose,
    "cancel": lambda s, a, n: cancel_appointment(s, a, number=n, uid=propose(s, a, n)),
    "no answer": lambda s, a, n: need_no_answer(s, a, number=n),
    "case": lambda s, a, n: open_case(s, a, number=n),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_a_colleague_does_rings_once_it_is_safe_and_is_seen_as_a_change(
    rings: list[str], act: str
) -> None:
    me, (report, _) = make_account(), send_report(area_code=GENTENG)
    with open_session(me, write=False) as session:
        before = peek_report(session, me, number=report.number)
    rings.clear()
    with open_session(me) as session:
        ACTS[act](session, me, report.number)
        assert rings == []
    assert set(rings) == {GENTENG}
    with open_session(me, write=False) as session:
        assert peek_report(session, me, number=report.number) != before


def test_a_forwarded_report_rings_in_both_places(rings: list[str]) -> None:
    me, (report, _) = make_account(), send_report(area_code=GENTENG)
    rings.clear()
    with open_session(me) as session:
        forward_report(session, me, number=report.number, area_code=METRO, reason="Tinggal di sana")
    assert set(rings) == {GENTENG, METRO}
    assert BANYUWANGI not in rings


def test_a_filter_by_state_finds_what_the_tab_does_not_show() -> None:
    me, (report, _) = make_account(), send_report()
    with open_session(me) as session:
        open_case(session, me, number=report.number)
    with open_session(me, write=False) as session:
        for view in ("mine", "open"):
            found = list_inbox(session, me, wanted=InboxFilter(view=view, status="case")).rows
            assert [row.number for row in found] == [report.number]
