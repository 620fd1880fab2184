"""What forms of services say, checked once for every door."""

from collections.abc import Container
from datetime import date

from rindu_app.access.errors import Invalid
from rindu_app.domain.reports.answers import clean_text

NOTE = 4_000
DAY_MINUTES = 24 * 60


def check_chosen(field: str, code: str, offered: Container[str]) -> str:
    if code not in offered:
        raise Invalid(field, "unknown_choice")
    return code


def check_day(field: str, written: str, today: date) -> date:
    """A day that has come, as a date field writes it. Raises `Invalid`."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise Invalid(field, "day_unclear") from None
    if day > today:
        raise Invalid(field, "date_future")
    return day


def check_number(field: str, written: str, longest: int) -> int:
    """A whole number from 1. Raises `Invalid`."""
    if not (written.isascii() and written.isdigit() and len(written) < 12 and 1 <= int(written) <= longest):
        raise Invalid(field, "amount_range", longest=longest)
    return int(written)


def check_note(field: str, written: str) -> str:
    """Words that may be missing. Raises `Invalid` where they are too long."""
    text = clean_text(written)
    if len(text) > NOTE:
        raise Invalid(field, "too_long", limit=NOTE, length=len(text))
    return text
