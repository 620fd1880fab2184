"""Days and times read as people say them, by the clocks of the place."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rindu_app.words import clock, dates
from rindu_app.words.ages import PartialDate

WIB, WITA = "Asia/Jakarta", "Asia/Makassar"
# Monday, 23 November 2026, 14.10 in Banyuwangi.
NOW = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW, "Hari ini 14.10"),
        (NOW - timedelta(days=1), "Kemarin 14.10"),
        (NOW + timedelta(hours=18, minutes=50), "Besok 09.00"),
        (NOW + timedelta(days=4), "Jum 27 Nov 14.10"),
        (NOW - timedelta(days=400), "19 Okt 2025 14.10"),
    ],
)
def test_a_moment_is_said_from_where_we_stand(moment: datetime, words: str) -> None:
    assert dates.show_moment(moment, WIB) == words


def test_the_same_moment_is_another_hour_and_even_another_day_further_east() -> None:
    late = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    assert dates.show_moment(late, WIB) == "Hari ini 23.30"
    assert dates.show_moment(late, WITA) == "Besok 00.30"


def test_an_appointment_names_its_zone() -> None:
    assert dates.show_appointment(NOW, WITA) == "Hari ini 15.10 WITA"


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [
        (48, ("0:48", "sisa waktu")),
        (0, ("0:00", "sisa waktu")),
        (-12, ("0:12", "lewat")),
        (1170, ("19:30", "sisa waktu")),
        (-4320, ("3 hari", "lewat")),
        (None, ("", "")),
    ],
)
def test_a_clock_has_a_word(minutes: int | None, shown: tuple[str, str]) -> None:
    assert dates.show_wait(minutes) == shown


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(minutes=-30), "lewat 30 menit"),
        (timedelta(hours=-2), "lewat 2 jam"),
        (timedelta(days=-3), "lewat 3 hari"),
        (timedelta(hours=2), "Hari ini 16.10"),
        (timedelta(days=4), "Jum 27 Nov"),
    ],
)
def test_a_task_says_how_near_or_how_late_it_is(ahead: timedelta, words: str) -> None:
    assert dates.show_due(NOW + ahead, WIB) == words


def test_age_counts_calendar_days() -> None:
    assert dates.show_age(NOW - timedelta(hours=3), WIB) == "hari ini"
    assert dates.show_age(NOW - timedelta(hours=16), WIB) == "1 hari"
    assert dates.show_age(NOW - timedelta(days=11), WIB) == "11 hari"


def test_a_session_says_from_when_until_when() -> None:
    assert dates.show_span(NOW + timedelta(hours=18, minutes=50), 90, WIB) == "Besok 09.00–10.30 WIB"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 11, 23), (2026, 11, 29), "23–29 Nov 2026"),
        ((2026, 11, 30), (2026, 12, 6), "30 Nov – 6 Des 2026"),
        ((2026, 12, 28), (2027, 1, 3), "28 Des 2026 – 3 Jan 2027"),
        ((2026, 11, 23), (2026, 11, 23), "23 Nov 2026"),
    ],
)
def test_days_are_named_once(first: tuple[int, int, int], last: tuple[int, int, int], words: str) -> None:
    assert dates.show_days(date(*first), date(*last)) == words


def test_a_moment_fills_its_form_again() -> None:
    day, time = dates.field_values(NOW, WITA)
    assert (day, time) == ("2026-11-23", "15:10")
    assert dates.read_moment(day, time, WITA) == NOW


def test_what_a_form_says_is_read_in_the_zone_of_the_place() -> None:
    assert dates.read_moment("2026-11-24", "09:00", WITA) == datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "time"), [("", ""), ("24-11-2026", "09:00"), ("2026-11-24", "25:00"), ("2026-02-30", "09:00")]
)
def test_what_is_no_date_is_refused(day: str, time: str) -> None:
    with pytest.raises(ValueError):
        dates.read_moment(day, time, WIB)


def test_days_and_months_have_their_names() -> None:
    assert dates.show_date(NOW, WIB) == "23 Nov 2026"
    assert dates.today(WIB) == "2026-11-23"
    assert len(dates.DAYS) == len(dates.LONG_DAYS) == 7


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (45, "45 menit"),
        (240, "4 jam"),
        (90, "1 jam 30 menit"),
        (0, "0 menit"),
        (4320, "72 jam"),
        (20160, "14 hari"),
        (10080 + 90, "7 hari 1 jam 30 menit"),
    ],
)
def test_a_length_of_time_is_said_in_hours_and_from_a_week_on_in_days(minutes: int, words: str) -> None:
    assert dates.show_length(minutes) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [(PartialDate(2026, 11, 2), "2 Nov 2026"), (PartialDate(2026, 11), "Nov 2026"), (PartialDate(2026), "2026"),
     (None, "tanggal tidak diketahui")],
)  # fmt: skip
def test_a_date_is_shown_as_exactly_as_it_is_known(day: PartialDate | None, words: str) -> None:
    assert dates.show_partial(day) == words
