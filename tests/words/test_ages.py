"""Ages from dates that are known to the day, the month, the year, or only by somebody's word."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rindu_app.words.ages import (
    Age,
    Born,
    PartialDate,
    age_between,
    age_on,
    born_by_age,
    born_on,
    parse_partial,
    partial_of,
    read_partial,
    say_age,
    told_age,
)

DAYS = st.dates(min_value=date(1906, 1, 1), max_value=date(2040, 12, 31))


def exact(day: date) -> Born:
    return Born(day, day)


def blurred(day: date) -> list[PartialDate]:
    return [
        PartialDate(day.year, day.month, day.day),
        PartialDate(day.year, day.month),
        PartialDate(day.year),
    ]


@given(DAYS)
def test_a_day_lies_within_each_of_its_blurred_forms(day: date) -> None:
    for known in blurred(day):
        assert known.first <= day <= known.last
        assert parse_partial(str(known)) == known
        assert partial_of(known.first, known.precision) == known


@given(DAYS, DAYS)
def test_a_blurred_birthday_never_excludes_the_true_age(born: date, on: date) -> None:
    truth = age_on(exact(born), on)
    assert truth.low == truth.high
    for known in blurred(born):
        age = age_on(born_on(known), on)
        assert age.low <= truth.low <= age.high
        assert age.high - age.low <= 1


@given(DAYS, DAYS)
def test_a_blurred_incident_never_excludes_the_true_age_at_it(born: date, happened: date) -> None:
    truth = age_on(exact(born), happened)
    for known in blurred(happened):
        age = age_between(exact(born), known.first, known.last)
        assert age.low <= truth.low <= age.high


@given(DAYS, DAYS)
def test_who_says_her_age_was_born_in_the_year_that_it_means(born: date, on: date) -> None:
    if born > on:
        return
    years = age_on(exact(born), on).low
    said = born_by_age(years, on)
    assert said.earliest <= born <= said.latest
    assert age_on(said, on) == Age(years, years)


@given(DAYS, st.integers(0, 6000))
def test_nobody_gets_younger(born: date, days: int) -> None:
    for known in blurred(born):
        now, later = (age_on(born_on(known), born + timedelta(days=more)) for more in (days, days + 1))
        assert (now.low, now.high) <= (later.low, later.high)


@given(DAYS, DAYS)
def test_a_child_is_under_eighteen_and_doubt_is_told_apart(born: date, on: date) -> None:
    child = age_on(exact(born), on).low < 18
    assert age_on(exact(born), on).is_child is child
    for known in blurred(born):
        assert age_on(born_on(known), on).is_child in (child, None)


def test_the_day_before_her_birthday_she_is_a_child_and_on_it_she_is_not() -> None:
    born = born_on(PartialDate(2008, 11, 28))
    assert age_on(born, date(2026, 11, 27)).is_child is True
    assert age_on(born, date(2026, 11, 28)).is_child is False
    assert age_on(born_on(PartialDate(2008)), date(2026, 11, 27)).is_child is None


def test_the_unborn_and_those_of_the_29th_of_february_have_an_age() -> None:
    assert age_on(exact(date(2027, 1, 1)), date(2026, 11, 27)) == Age(0, 0)
    assert age_on(exact(date(2008, 2, 29)), date(2026, 2, 28)) == Age(17, 17)
    assert age_on(exact(date(2008, 2, 29)), date(2026, 3, 1)) == Age(18, 18)
    assert born_by_age(1, date(2024, 2, 29)) == Born(date(2022, 3, 1), date(2023, 2, 28))


@given(st.text(max_size=8), st.text(max_size=4), st.text(max_size=4))
def test_no_typing_breaks_the_reading_of_a_date(year: str, month: str, day: str) -> None:
    try:
        found = read_partial(year, month, day)
    except ValueError:
        return
    assert found is None or parse_partial(str(found)) == found


@pytest.mark.parametrize(
    ("fields", "written"),
    [(("2010", "", ""), "2010"), (("2010", "2", ""), "2010-02"), (("2010", "02", "9"), "2010-02-09")],
)
def test_a_date_is_as_exact_as_what_was_filled_in(fields: tuple[str, str, str], written: str) -> None:
    assert str(read_partial(*fields)) == written


@pytest.mark.parametrize(
    "fields",
    [("10", "", ""), ("2010", "13", ""), ("2010", "2", "30"), ("2010", "", "3"), ("", "2", "3"), ("٢٠١٠", "", "")],
)  # fmt: skip
def test_what_is_no_date_is_refused(fields: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError):
        read_partial(*fields)


def test_nothing_is_kept_as_nothing() -> None:
    assert read_partial("", " ", "") is None
    assert partial_of(None, "day") is None
    assert partial_of(date(2010, 1, 1), "unknown") is None
    assert parse_partial("kapan") is None


@pytest.mark.parametrize(
    ("text", "years"),
    [("29", 29), ("sekitar 30 tahun", 30), ("8 bulan", 0), ("1 tahun 8 bulan", 1), ("", None), ("dewasa", None),
     ("350", None)],
)  # fmt: skip
def test_an_age_is_read_as_people_write_it(text: str, years: int | None) -> None:
    assert told_age(text) == years


def test_an_age_is_said_as_exactly_as_it_is_known() -> None:
    assert say_age(Age(29, 29)) == "29 tahun"
    assert say_age(Age(28, 29)) == "28 atau 29 tahun"
    assert say_age(Age(20, 30)) == "antara 20 dan 30 tahun"
    assert say_age(None) == ""
