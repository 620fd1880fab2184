"""Dates and times of forms."""

from datetime import date, datetime

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid
from rindu_app.access.session import ScopedSession
from rindu_app.words import dates


def day_of(session: ScopedSession, actor: Actor, field: str, day: str) -> date:
    """What a date field says. Raises `Invalid` for it."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise Invalid(field, "day_unclear") from None


def moment_of(
    session: ScopedSession, actor: Actor, day: str, time: str, zone: str, field: str = "day"
) -> datetime:
    """What a date field and a time field say. Raises `Invalid` for the date field, named `field`."""
    try:
        return dates.read_moment(day, time, zone)
    except ValueError:
        raise Invalid(field, "time_unclear") from None
