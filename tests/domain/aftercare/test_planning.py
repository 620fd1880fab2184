"""Visits follow a closing where she agreed to them, and end with her consent or with the case's reopening."""

from datetime import UTC, datetime

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.aftercare.watching import watch_aftercare
from rindu_app.domain.cases.consents import Answer, record_consent, withdraw_consent
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.closure.commands import reopen_case
from rindu_app.words import clock
from rindu_app.words.codes import Risk
from rindu_app.words.dates import add_months
from tests.aftercare import AFTER, DAY, closed_case, meet, seen
from tests.closing import close
from tests.domain.sessions.people import agree, new_case
from tests.factories import SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account()


def statuses(manager: Actor, number: str) -> list[tuple[int, str]]:
    return [(row.month, row.status) for row in seen(manager, number).visits]


def reopen(manager: Actor, number: str) -> None:
    with open_session(manager) as session:
        reopen_case(session, manager, number=number, reason_code="again", note="Dipukul lagi", risk=Risk.HIGH)


def test_a_closed_case_is_visited_after_one_three_six_and_twelve_months(manager: Actor) -> None:
    number = closed_case(manager)
    assert statuses(manager, number) == [(1, "planned"), (3, "planned"), (6, "planned"), (12, "planned")]
    for row in seen(manager, number).visits:
        assert abs(row.due - add_months(clock.now(), row.month)) < DAY / 24
        assert not row.late
        assert not row.open


@pytest.mark.parametrize(
    ("closed", "months", "due"),
    [((2026, 1, 31), 1, (2026, 2, 28)), ((2026, 11, 30), 3, (2027, 2, 28)), ((2027, 12, 31), 6, (2028, 6, 30)),
     ((2028, 2, 29), 12, (2029, 2, 28)), ((2026, 12, 5), 1, (2027, 1, 5))],
)  # fmt: skip
def test_a_month_that_is_shorter_gives_its_last_day(
    closed: tuple[int, int, int], months: int, due: tuple[int, int, int]
) -> None:
    assert add_months(datetime(*closed, 9, 30, tzinfo=UTC), months) == datetime(*due, 9, 30, tzinfo=UTC)


def test_nobody_is_visited_who_did_not_agree(manager: Actor) -> None:
    number = closed_case(manager, agreed=False)
    view = seen(manager, number)
    assert (view.visits, view.agreed) == ((), False)


def test_a_no_is_a_no(manager: Actor) -> None:
    number, _, _ = new_case(manager)
    agree(manager, number, "follow_up")
    agree(manager, number, "follow_up", given=False)
    close(manager, number)
    assert statuses(manager, number) == []


@pytest.mark.parametrize(
    ("reason", "count"), [("died", 0), ("not_violence", 0), ("transferred", 0), ("moved", 4)]
)
def test_the_reason_of_closing_decides_whether_there_is_somebody_to_visit(
    manager: Actor, reason: str, count: int
) -> None:
    assert len(seen(manager, closed_case(manager, reason_code=reason)).visits) == count


def test_taking_the_consent_back_ends_what_is_planned_and_keeps_what_was_found(manager: Actor) -> None:
    number = closed_case(manager)
    with clock.moved(AFTER[1]):
        meet(manager, number, 1)
        with open_session(manager) as session:
            withdraw_consent(session, manager, number=number, purpose="follow_up")
    assert statuses(manager, number) == [(1, "done"), (3, "cancelled"), (6, "cancelled"), (12, "cancelled")]


def test_another_consent_taken_back_changes_nothing(manager: Actor) -> None:
    number = closed_case(manager)
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="video_call")
    assert {status for _, status in statuses(manager, number)} == {"planned"}


def test_a_consent_that_has_run_out_ends_them_when_the_next_is_due(manager: Actor) -> None:
    number, _, _ = new_case(manager)
    with open_session(manager) as session:
        until = Answer("follow_up", given=True, evidence="Lisan", expires_at=clock.now() + 60 * DAY)
        record_consent(session, manager, number=number, answer=until)
    close(manager, number)
    with clock.moved(AFTER[3]), open_session(SYSTEM) as session:
        watch_aftercare(session, SYSTEM)
    assert {status for _, status in statuses(manager, number)} == {"cancelled"}


def test_opening_the_case_again_ends_them_and_the_next_closing_begins_anew(manager: Actor) -> None:
    number = closed_case(manager)
    with clock.moved(AFTER[1]):
        meet(manager, number, 1, relapse="again", safe="no")
        reopen(manager, number)
        assert [row.status for row in seen(manager, number).visits] == ["done", *["cancelled"] * 3]
        close(manager, number)
        view = seen(manager, number)
    assert [(row.month, row.status) for row in view.visits] == [(m, "planned") for m in (1, 3, 6, 12)]
    assert [row.status for row in view.former] == ["done", *["cancelled"] * 3]
    assert not view.former[0].alarm  # opening it was the answer


def test_the_timeline_says_what_ended_and_why(manager: Actor) -> None:
    number = closed_case(manager)
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="follow_up")
    with open_session(manager) as session:
        lines = read_case(session, manager, number=number).timeline
    said = {line.kind: line.text for line in lines}
    assert said["aftercare_cancelled"] == "Klien tidak ingin dihubungi lagi"
    assert "aftercare_planned" in said
