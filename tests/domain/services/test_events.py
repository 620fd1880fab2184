"""Services are written down with consent, by the team, and of health nothing but whether it was done."""

from datetime import timedelta
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.services.events import record_service, remove_service
from rindu_app.domain.services.rows import ServicesView
from rindu_app.domain.services.view import read_services
from rindu_app.words import clock, dates
from rindu_app.words.codes import ExceptionGround
from tests.closing import close
from tests.counting import counted
from tests.domain.cases.test_cases import new_case
from tests.factories import METRO, make_account
from tests.services import ZONE, a_service, agree_to, record, take_back

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account(display_name="Sri Rekaan")


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)[0]


def log(actor: Actor, number: str) -> ServicesView:
    with open_session(actor) as session:
        return read_services(session, actor, number=number)


def test_a_service_carries_its_three_tags_and_stands_on_the_timeline(manager: Actor, number: str) -> None:
    agree_to(manager, number, "handling", "accompaniment")
    record(manager, number)
    seen = log(manager, number)
    (row,) = seen.events
    assert (row.label, row.officer, row.minutes, row.place, row.result, row.note) == (
        "Pendampingan di kepolisian", "Sri Rekaan", 90, "Kantor polisi", "Terlaksana", "Menemani membuat laporan",
    )  # fmt: skip
    assert row.tags == ("Pendampingan korban", "Penegakan hukum", "Perlindungan hukum")
    assert seen.served == ("Perlindungan hukum",)
    with open_session(manager) as session:
        line = read_case(session, manager, number=number).timeline[0]
    assert (line.label, line.text) == ("Layanan diberikan", "Pendampingan di kepolisian: terlaksana")


@pytest.mark.parametrize(
    ("kind", "handling"),
    [
        ("accompany_court", "accompaniment"),
        ("outreach_visit", "outreach"),
        ("psychosocial_support", "rehabilitation"),
        ("school_continuity", "reintegration"),
    ],
)
def test_nothing_is_recorded_without_consent_to_its_own_kind_of_handling(
    manager: Actor, number: str, kind: str, handling: str
) -> None:
    for other in {"accompaniment", "outreach", "rehabilitation", "reintegration"} - {handling}:
        agree_to(manager, number, "handling", other)
    with pytest.raises(Conflict, match="consent_needed"):
        record(manager, number, kind=kind)
    agree_to(manager, number, "handling", handling)
    assert record(manager, number, kind=kind)
    take_back(manager, number, "handling", handling)
    with pytest.raises(Conflict, match="consent_needed"):
        record(manager, number, kind=kind)
    assert len(log(manager, number).events) == 1  # what was done stays


def test_an_exception_that_stands_lets_a_service_be_given(manager: Actor, number: str) -> None:
    with open_session(manager) as session:
        ask_exception(
            session, manager, number=number, purpose="handling", subject="accompaniment", ground=ExceptionGround.LIFE,
            reason="Tidak sadar, harus ke rumah sakit",
        )  # fmt: skip
    assert record(manager, number, kind="accompany_hospital", note="")


@pytest.mark.parametrize("kind", ["accompany_hospital", "health_check", "health_mind", "health_other"])
def test_of_health_only_done_or_not_done_is_kept(manager: Actor, number: str, kind: str) -> None:
    for handling in ("accompaniment", "rehabilitation"):
        agree_to(manager, number, "handling", handling)
    with pytest.raises(Invalid, match="health_no_details"):
        record(manager, number, kind=kind, note="Luka di bahu")
    for result in ("partly", "postponed", "declined"):
        with pytest.raises(Invalid, match="health_done_or_not"):
            record(manager, number, kind=kind, note="", result=result)
    for result in ("done", "not_done"):
        record(manager, number, kind=kind, note=" ", result=result)
    assert [row.note for row in log(manager, number).events] == ["", ""]


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"kind": "magic"}, "kind", "unknown_choice"),
        ({"place": "moon"}, "place", "unknown_choice"),
        ({"result": "maybe"}, "result", "unknown_choice"),
        ({"held_on": "kemarin"}, "held_on", "day_unclear"),
        ({"held_on": "2099-01-01"}, "held_on", "date_future"),
        ({"minutes": "0"}, "minutes", "amount_range"),
        ({"minutes": "1441"}, "minutes", "amount_range"),
        ({"minutes": "satu jam"}, "minutes", "amount_range"),
        ({"officer_id": 0}, "officer_id", "assignee_not_here"),
        ({"note": "x" * 4_001}, "note", "too_long"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(
    manager: Actor, number: str, wrong: dict[str, Any], field: str, code: str
) -> None:
    agree_to(manager, number, "handling", "accompaniment")
    with pytest.raises(Invalid) as refusal:
        record(manager, number, **wrong)
    assert (refusal.value.field, refusal.value.code) == (field, code)
    assert log(manager, number).events == ()


def test_a_day_is_that_of_the_place_and_may_be_long_ago(manager: Actor, number: str) -> None:
    agree_to(manager, number, "handling", "accompaniment")
    record(manager, number, held_on="2026-01-31")
    record(manager, number, held_on=dates.today(ZONE))
    assert [row.held_on.isoformat() for row in log(manager, number).events] == [
        dates.today(ZONE),
        "2026-01-31",
    ]


def test_what_was_written_by_mistake_is_taken_out_once(manager: Actor, number: str) -> None:
    agree_to(manager, number, "handling", "accompaniment")
    uid = record(manager, number)
    with open_session(manager) as session:
        remove_service(session, manager, number=number, uid=uid)
    assert (log(manager, number).events, log(manager, number).served) == ((), ())
    with open_session(manager) as session, pytest.raises(NotFound):
        remove_service(session, manager, number=number, uid=uid)


def test_a_service_of_one_case_is_not_reached_through_another(manager: Actor, number: str) -> None:
    agree_to(manager, number, "handling", "accompaniment")
    uid, (other, _) = record(manager, number), new_case(manager, story="Cerita lain")
    with open_session(manager) as session, pytest.raises(NotFound):
        remove_service(session, manager, number=other, uid=uid)
    assert log(manager, other).events == ()


def test_strangers_find_nothing_and_a_closed_case_takes_nothing(manager: Actor, number: str) -> None:
    stranger = make_account(area_code=METRO)
    agree_to(manager, number, "handling", "accompaniment")
    with pytest.raises(NotFound):
        log(stranger, number)
    with open_session(stranger) as session, pytest.raises(NotFound):
        record_service(session, stranger, number=number, fields=a_service(stranger))
    close(manager, number)
    with pytest.raises(Conflict, match="case_closed"):
        record(manager, number)


def test_reading_takes_the_same_number_of_queries_however_much_was_done(manager: Actor, number: str) -> None:
    agree_to(manager, number, "handling", "accompaniment")
    record(manager, number)
    few = counted(lambda: log(manager, number))
    for _ in range(5):
        record(manager, number)
    with clock.moved(timedelta(minutes=1)):
        assert counted(lambda: log(manager, number)) == few
