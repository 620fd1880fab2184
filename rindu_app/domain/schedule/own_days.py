"""Saying when one works oneself: own hours, and days on which one is away."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.schedule.hours import minute_of
from rindu_app.models import DayOff, WorkingHours
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import DayOffKind

LONGEST = timedelta(days=366)


def keep_hours(session: Session, actor: Actor, *, hours: dict[str, tuple[str, str]]) -> None:
    """Own hours from now on, "1" (Monday) to "7"; a day without an entry is free. {}: those of the unit again.

    What is planned already stays. Raises `Invalid` for the day's field (`opens_1`), `Forbidden`.
    """
    _may(actor)
    kept = session.get(WorkingHours, actor.id) or WorkingHours(account_id=actor.id)
    if not hours:
        if kept.hours:
            session.delete(kept)
    else:
        kept.hours = {day: list(_checked(day, *times)) for day, times in hours.items()}
        kept.changed_at = clock.now()
        session.add(kept)
    audit(session, actor, "schedule:hours", f"account:{actor.id}", actor.area_code, days=len(hours))


def add_days_off(session: Session, actor: Actor, *, first: date, last: date, kind: DayOffKind) -> DayOff:
    """Away from the first to the last day, both included. What is planned there stays, and is for her to move.

    Raises `Invalid("last", …)`, `Forbidden`.
    """
    _may(actor)
    if last < first:
        raise Invalid("last", "days_reversed")
    if last < clock.now().astimezone(ZoneInfo(timezone_of(session, actor.area_code))).date():
        raise Invalid("last", "date_past")
    if last - first > LONGEST:
        raise Invalid("last", "days_too_many", longest=LONGEST.days)
    row = DayOff(uid=new_uid(), account_id=actor.id, kind=kind, first=first, last=last)
    session.add(row)
    audit(session, actor, "schedule:days_off", f"account:{actor.id}", actor.area_code, kind=kind)
    return row


def drop_days_off(session: Session, actor: Actor, *, uid: str) -> None:
    """She is there after all. Raises `NotFound` for anybody else's."""
    _may(actor)
    row = session.exec(select(DayOff).where(DayOff.uid == uid, DayOff.account_id == actor.id)).first()
    if row is None:
        raise NotFound
    session.delete(row)
    audit(session, actor, "schedule:days_off", f"account:{actor.id}", actor.area_code, kind="")


def _checked(day: str, opens: str, closes: str) -> tuple[str, str]:
    try:
        reversed_ = minute_of(opens) >= minute_of(closes)
    except ValueError:
        raise Invalid(f"opens_{day}", "time_form") from None
    if reversed_:
        raise Invalid(f"opens_{day}", "hours_reversed")
    return opens, closes


def _may(actor: Actor) -> None:
    if not actor.may(Permission.CASE_WRITE):
        raise Forbidden
