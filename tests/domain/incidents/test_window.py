"""Sexual violence of the last days: the file says that a hospital is most useful now, calmly, and stops saying it by itself."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.incidents.commands import remove_incident, save_incident
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.incidents.window import CONTRACEPTION, PROPHYLAXIS, MedicalWindow
from rindu_app.domain.reports.view import read_report
from rindu_app.models import ClockRule
from rindu_app.words import clock
from rindu_app.words.medical import say_window
from tests.closing import close
from tests.counting import counted
from tests.domain.cases.test_cases import new_case
from tests.domain.cases.test_consents import answer
from tests.factories import SYSTEM, make_account, send_report

pytestmark = pytest.mark.usefixtures("country")
SEXUAL = {"violence_kind": ("sexual",)}


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    number, _ = new_case(manager)
    answer(manager, number, "keep_and_contact")
    return number


def day(back: int) -> date:
    return clock.now().astimezone(ZoneInfo("Asia/Jakarta")).date() - timedelta(days=back)


def happened(
    actor: Actor,
    number: str,
    when: date | None,
    codes: dict[str, tuple[str, ...]] | None = None,
    known: str = "day",
) -> str:
    parts = ("year", "month", "day")[: ("", "year", "month", "day").index(known)]
    said = {part: str(getattr(when, part)) for part in parts}
    fields = IncidentFields(codes=codes or SEXUAL, description="Rekaan", place="home", **said)  # type: ignore[arg-type]
    with open_session(actor) as session:
        return save_incident(session, actor, number=number, fields=fields).uid


def window(actor: Actor, number: str) -> MedicalWindow | None:
    with open_session(actor) as session:
        return read_case(session, actor, number=number).medical


@pytest.mark.parametrize(("back", "shown"), [(0, True), (2, True), (5, True), (6, False), (60, False)])
def test_it_is_said_for_five_days_counted_from_the_end_of_the_day(
    manager: Actor, number: str, back: int, shown: bool
) -> None:
    assert window(manager, number) is None
    happened(manager, number, day(back))
    found = window(manager, number)
    assert (found is not None) == shown
    if found is not None:
        words = say_window(found.prophylaxis, found.contraception)
        assert words.startswith("Segera, jangan menunggu: ")
        assert "dalam 72 jam" in words
        assert "sampai 120 jam" in words


@pytest.mark.parametrize(
    ("codes", "shown"),
    [({"violence_kind": ("physical",)}, False), ({"violence_kind": ("physical", "sexual")}, True)],
)
def test_only_of_sexual_violence(
    manager: Actor, number: str, codes: dict[str, tuple[str, ...]], shown: bool
) -> None:
    happened(manager, number, day(1), codes)
    assert (window(manager, number) is not None) == shown


def test_of_a_month_without_its_day_it_may_have_been_and_of_a_year_nothing_is_said(
    manager: Actor, number: str
) -> None:
    happened(manager, number, None, known="")
    happened(manager, number, day(0), known="year")
    assert window(manager, number) is None
    happened(manager, number, day(40), known="month")
    assert window(manager, number) is None
    happened(manager, number, day(0), known="month")
    assert window(manager, number) is not None


def test_what_was_entered_by_mistake_and_a_closed_case_say_nothing(manager: Actor, number: str) -> None:
    uid = happened(manager, number, day(1))
    with open_session(manager) as session:
        remove_incident(session, manager, number=number, uid=uid)
    assert window(manager, number) is None
    happened(manager, number, day(1))
    close(manager, number)
    assert window(manager, number) is None


def test_an_office_sets_its_own_hours_and_where_it_has_none_the_usual_ones_hold(
    manager: Actor, number: str
) -> None:
    happened(manager, number, day(6))
    with open_session(SYSTEM) as session:
        kept = session.get_one(ClockRule, CONTRACEPTION)
        kept.minutes = 8 * 24 * 60
        session.add(kept)
        session.delete(session.get_one(ClockRule, PROPHYLAXIS))
    assert window(manager, number) == MedicalWindow(timedelta(hours=72), timedelta(days=8))


def test_it_stops_by_itself(manager: Actor, number: str) -> None:
    happened(manager, number, day(0))
    with clock.moved(timedelta(days=6)):
        assert window(manager, number) is None


@pytest.mark.parametrize(("kinds", "shown"), [(["sexual"], True), (["physical"], False), ([], False)])
def test_a_fresh_report_of_sexual_violence_says_it_too(manager: Actor, kinds: list[str], shown: bool) -> None:
    sent, _ = send_report(kinds=kinds)
    with open_session(manager) as session:
        assert (read_report(session, manager, number=sent.number).medical is not None) == shown
    with clock.moved(timedelta(days=6)), open_session(manager) as session:
        assert read_report(session, manager, number=sent.number).medical is None


def test_it_takes_a_fixed_number_of_queries(manager: Actor, number: str) -> None:
    happened(manager, number, day(1))
    before = counted(lambda: window(manager, number))
    for back in range(3):
        happened(manager, number, day(back))
    assert counted(lambda: window(manager, number)) <= before + 3  # each adds its line to the timeline only
