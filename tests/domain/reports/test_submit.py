"""A finished report is kept exactly once, sealed, and found again by its code."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import func, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.reports.inbox import list_inbox
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.threads.queries import read_own_thread
from rindu_app.domain.visits.commands import end_visit, expire_visits, open_visit, start_visit
from rindu_app.domain.visits.return_visit import return_with_code
from rindu_app.models import DataKey, Receipt, Report, Visit
from rindu_app.words import clock
from rindu_app.words.codes import Channel, Risk, Role
from tests.factories import (
    BANYUWANGI,
    METRO,
    SYSTEM,
    intake_report,
    make_account,
    make_answers,
    send_report,
    send_visit,
)

pytestmark = pytest.mark.usefixtures("country")
BOTH = pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)


def count_of(model: Any) -> int:
    with open_session(SYSTEM, write=False) as session:
        return int(session.exec(select(func.count()).select_from(model)).one())


@BOTH
def test_a_report_reaches_the_counsellors_of_its_place_and_nobody_else() -> None:
    here, elsewhere = make_account(), make_account(area_code=METRO)
    submitted, _ = send_report(danger="yes", kinds=["fisik"])
    with open_session(here, write=False) as session:
        rows = list_inbox(session, here, wanted=InboxFilter()).rows
    assert [(row.number, row.risk, row.unread) for row in rows] == [(submitted.number, Risk.HIGH, True)]
    with open_session(elsewhere, write=False) as session:
        assert list_inbox(session, elsewhere, wanted=InboxFilter()).rows == ()


def test_a_report_without_a_place_goes_to_the_home_office() -> None:
    here = make_account(area_code=BANYUWANGI)
    submitted, _ = send_report(area_code="")
    with open_session(here, write=False) as session:
        assert [row.number for row in list_inbox(session, here, wanted=InboxFilter()).rows] == [
            submitted.number
        ]


def test_an_unknown_place_is_refused_and_nothing_is_kept() -> None:
    with pytest.raises(Invalid) as refusal:
        send_report(area_code="99.99")
    assert (refusal.value.field, refusal.value.code) == ("area_code", "unknown_area")
    assert (count_of(Report), count_of(DataKey), count_of(Receipt)) == (0, 0, 0)


def test_sending_twice_makes_one_report_and_shows_the_same_code() -> None:
    first, token = send_report()
    assert send_visit(token, make_answers()) == first
    assert count_of(Report) == 1


@BOTH
def test_ten_taps_at_the_same_moment_make_one_report(run_together: Callable[..., list[Any]]) -> None:
    with open_session(Actor.visitor()) as session:
        token = start_visit(session).token
    shown = run_together(lambda: send_visit(token, make_answers()), times=10)
    assert len(set(shown)) == 1
    assert count_of(Report) == 1


@BOTH
def test_twenty_people_at_the_same_moment_get_twenty_reports(run_together: Callable[..., list[Any]]) -> None:
    shown = run_together(lambda: send_report()[0], times=20)
    assert len({one.code for one in shown}) == len({one.number for one in shown}) == count_of(Report) == 20


def test_the_code_opens_the_report_and_a_wrong_one_opens_nothing() -> None:
    submitted, _ = send_report(story="Cerita saya")
    other, _ = send_report(story="Cerita lain")
    with open_session(Actor.visitor()) as session:
        visit = return_with_code(session, text=submitted.code)
    with open_session(visit.actor) as session:
        assert read_own_thread(session, open_visit(session, visit.token).actor).number == submitted.number
    for wrong in ("", "1234", "0" * 20, other.code[:-1] + str((int(other.code[-1]) + 1) % 10)):
        with open_session(Actor.visitor()) as session, pytest.raises(Invalid, match="code_wrong"):
            return_with_code(session, text=wrong)


def test_a_visit_ends_at_exit_and_by_itself() -> None:
    with open_session(Actor.visitor()) as session:
        left, forgotten = start_visit(session).token, start_visit(session).token
        end_visit(session, left)
    with open_session(Actor.visitor()) as session, pytest.raises(NotFound):
        open_visit(session, left)
    with clock.moved(timedelta(hours=2)), open_session(Actor.visitor()) as session:
        with pytest.raises(NotFound):
            open_visit(session, forgotten)
        assert expire_visits(session) == 1
    assert count_of(Visit) == 0


def test_staff_write_down_what_a_visitor_tells_them_and_she_gets_a_code() -> None:
    counsellor = make_account()
    submitted = intake_report(counsellor, channel=Channel.WALK_IN)
    with open_session(Actor.visitor()) as session:
        assert return_with_code(session, text=submitted.code).report_id is not None


def test_an_administrator_can_neither_take_nor_list_reports() -> None:
    admin = make_account(Role.ADMIN)
    send_report()
    with pytest.raises(Forbidden):
        intake_report(admin)
    with open_session(admin, write=False) as session, pytest.raises(Forbidden):
        list_inbox(session, admin, wanted=InboxFilter())


def test_times_that_a_reporter_causes_are_rounded_to_the_quarter_hour() -> None:
    send_report()
    with open_session(SYSTEM, write=False) as session:
        report = session.exec(select(Report)).one()
    assert (report.received_at.minute % 15, report.received_at.second, report.received_at.microsecond) == (
        0,
        0,
        0,
    )


@pytest.mark.parametrize(
    ("told", "risk"),
    [({"danger": "yes"}, Risk.HIGH), ({"danger": "unknown", "door": "talk"}, Risk.MEDIUM), ({"kinds": ["psikis"], "door": "talk"}, Risk.MEDIUM),
     ({"teller": "child", "door": "talk"}, Risk.MEDIUM), ({"door": "report"}, Risk.MEDIUM), ({"door": "talk"}, Risk.LOW)],
)  # fmt: skip
def test_the_first_risk_follows_what_she_said(told: dict[str, Any], risk: Risk) -> None:
    send_report(**told)
    with open_session(SYSTEM, write=False) as session:
        assert session.exec(select(Report.risk)).one() == risk
