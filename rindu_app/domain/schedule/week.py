"""One's own week: what takes time, and tasks, by day, with holidays and days off."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.schedule.entries import taken_between
from rindu_app.domain.schedule.hours import Workdays, read_workdays
from rindu_app.domain.schedule.queries import late_tasks, tasks_between
from rindu_app.domain.schedule.rows import ScheduleRow
from rindu_app.models import Account, DayOff
from rindu_app.words import clock
from rindu_app.words.codes import DayOffKind
from rindu_app.words.labels import label


@dataclass(frozen=True)
class DayRow:
    """One day with what it holds, by time. `note`: a holiday's name, why she is away, or "" on a working day."""

    day: date
    note: str
    works: bool
    opens: str
    closes: str
    rows: tuple[ScheduleRow, ...]


@dataclass(frozen=True)
class AwayRow:
    """Days off that are not over."""

    uid: str
    label: str
    first: date
    last: date


@dataclass(frozen=True)
class WeekView:
    """Seven days from a Monday on; late tasks stand apart, whatever week is shown."""

    zone: str
    monday: date
    late: tuple[ScheduleRow, ...]
    days: tuple[DayRow, ...]
    away: tuple[AwayRow, ...]
    hours: dict[str, list[str]]


def read_week(session: Session, actor: Actor, *, ahead: int = 0) -> WeekView:
    """The week `ahead` weeks from now (negative: before), by the clocks of her own area. Raises `Forbidden`."""
    if not actor.may(Permission.CASE_READ):
        raise Forbidden
    audit(session, actor, "schedule:read", "", actor.area_code)
    account = session.get_one(Account, actor.id)
    zone = timezone_of(session, account.area_code)
    today = clock.now().astimezone(ZoneInfo(zone)).date()
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=ahead)
    usual = read_workdays(session, account, monday, monday + timedelta(days=6))
    start = datetime(monday.year, monday.month, monday.day, tzinfo=ZoneInfo(usual.zone))
    end = start + timedelta(days=7)
    rows = [*taken_between(session, actor, start, end), *tasks_between(session, actor, start, end)]
    return WeekView(
        zone=usual.zone,
        monday=monday,
        late=late_tasks(session, actor),
        days=tuple(_day(usual, monday + timedelta(days=number), rows) for number in range(7)),
        away=_away(session, actor, today),
        hours=usual.hours,
    )


def _day(usual: Workdays, day: date, rows: list[ScheduleRow]) -> DayRow:
    here = [row for row in rows if row.at.astimezone(ZoneInfo(usual.zone)).date() == day]
    opens, closes = usual.hours.get(str(day.isoweekday()), ["", ""])[:2]
    away = label(DayOffKind(usual.away[day])) if day in usual.away else ""
    note = ". ".join(filter(None, [usual.holidays.get(day, ""), away]))
    works = not note and (bool(opens) or not usual.hours)
    return DayRow(day, note, works, opens, closes, tuple(sorted(here, key=lambda row: row.at)))


def _away(session: Session, actor: Actor, today: date) -> tuple[AwayRow, ...]:
    statement = select(DayOff).where(DayOff.account_id == actor.id, DayOff.last >= today)
    return tuple(
        AwayRow(row.uid, label(DayOffKind(row.kind)), row.first, row.last)
        for row in session.exec(statement.order_by(col(DayOff.first)))
    )
