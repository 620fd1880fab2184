"""Dates and ages as people know them: to the day, the month, the year, or only "about thirty". No database."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rindu_app.words.codes import DatePrecision

OLDEST = 120
ADULT = 18  # a child is under 18, the unborn included (UU 35/2014, Pasal 1)
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True)
class PartialDate:
    """A date of which the day, or day and month, may be unknown. Raises `ValueError` where no such day exists."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without its month")
        date(self.year, self.month or 1, self.day or 1)

    @property
    def precision(self) -> DatePrecision:
        if self.day is not None:
            return DatePrecision.DAY
        return DatePrecision.MONTH if self.month is not None else DatePrecision.YEAR

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        if self.day is not None:
            return self.first
        month = self.month or 12
        return date(self.year, 12, 31) if month == 12 else date(self.year, month + 1, 1) - timedelta(days=1)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


@dataclass(frozen=True)
class Born:
    """Between which two days somebody was born, both included."""

    earliest: date
    latest: date


@dataclass(frozen=True)
class Age:
    """Between how many whole years, both included."""

    low: int
    high: int

    @property
    def is_child(self) -> bool | None:
        """None where she may be one: whoever decides then protects her as a child."""
        if self.high < ADULT:
            return True
        return False if self.low >= ADULT else None


def read_partial(year: str, month: str = "", day: str = "") -> PartialDate | None:
    """What three fields say; None where all are empty. Raises `ValueError` for anything that is no date."""
    parts = [part.strip() for part in (year, month, day)]
    if not any(parts):
        return None
    if not re.fullmatch(r"\d{4}", parts[0], re.ASCII):
        raise ValueError("a year has four digits")
    numbers = [int(part) if re.fullmatch(r"\d{1,2}", part, re.ASCII) else None for part in parts[1:]]
    if any(part and number is None for part, number in zip(parts[1:], numbers, strict=True)):
        raise ValueError("months and days are numbers")
    return PartialDate(int(parts[0]), *numbers)


def parse_partial(text: str) -> PartialDate | None:
    """What `str` of a date wrote: "2010", "2010-12", "2010-12-01"; None for anything else."""
    found = _WRITTEN.fullmatch(text)
    try:
        return read_partial(*(part or "" for part in found.groups())) if found else None
    except ValueError:
        return None


def partial_of(day: date | None, precision: str) -> PartialDate | None:
    """A date as a row keeps it: its first day, and how much of that counts."""
    if day is None or precision == DatePrecision.UNKNOWN:
        return None
    month = day.month if precision != DatePrecision.YEAR else None
    return PartialDate(day.year, month, day.day if precision == DatePrecision.DAY else None)


def born_on(day: PartialDate) -> Born:
    return Born(day.first, day.last)


def born_by_age(years: int, on: date) -> Born:
    """Who is so many years old on a day was born within a year."""
    return Born(_years_before(on, years + 1) + timedelta(days=1), _years_before(on, years))


def age_between(born: Born, first: date, last: date) -> Age:
    """How old somebody was at some moment between two days. Nobody is younger than nought: the unborn are children too."""
    low, high = _years(born.latest, first), _years(born.earliest, last)
    return Age(max(low, 0), max(high, 0))


def age_on(born: Born, day: date) -> Age:
    return age_between(born, day, day)


def told_age(text: str) -> int | None:
    """Years in words as people write them: "29", "sekitar 30 tahun", "8 bulan"; None where there is no number."""
    found = re.search(r"\d{1,3}", text, re.ASCII)
    if found is None or int(found[0]) > OLDEST:
        return None
    return 0 if "bulan" in text.lower() and "tahun" not in text.lower() else int(found[0])


def say_age(age: Age | None) -> str:
    """ "29 tahun", "28 atau 29 tahun", "antara 20 dan 30 tahun", "" where nothing is known."""
    if age is None:
        return ""
    if age.low == age.high:
        return f"{age.low} tahun"
    return (
        f"{age.low} atau {age.high} tahun"
        if age.high - age.low == 1
        else f"antara {age.low} dan {age.high} tahun"
    )


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _years_before(on: date, years: int) -> date:
    """The last birthday with which somebody is so old on that day."""
    year = max(on.year - years, 1)
    try:
        return on.replace(year=year)
    except ValueError:  # the 29th of February
        return date(year, 2, 28)
