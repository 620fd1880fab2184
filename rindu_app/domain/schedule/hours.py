"""When a counsellor usually works: her own hours or those of her unit, holidays, and her days off."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from rindu_app.domain.areas.codes import area_lineage
from rindu_app.domain.reports.view import timezone_of
from rindu_app.models import Account, DayOff, Holiday, Unit, WorkingHours
from rindu_app.words.codes import Outside

Hours = dict[str, list[str]]
OFFICE = "uptd_ppa"


@dataclass(frozen=True)
class Workdays:
    """What is usual in a stretch of days. `hours` is empty where nobody said when she works: then every hour is usual."""

    zone: str
    hours: Hours
    holidays: dict[date, str] = field(default_factory=dict)
    away: dict[date, str] = field(default_factory=dict)

    def why_outside(self, starts_at: datetime, minutes: int) -> tuple[Outside, ...]:
        """What speaks against this time, if anything. The ways there and back are not looked at."""
        start = starts_at.astimezone(ZoneInfo(self.zone))
        found = []
        if start.date() in self.holidays:
            found.append(Outside.HOLIDAY)
        if start.date() in self.away:
            found.append(Outside.DAY_OFF)
        if not self._is_within(start, minutes):
            found.append(Outside.HOURS)
        return tuple(found)

    def _is_within(self, start: datetime, minutes: int) -> bool:
        if not self.hours:
            return True
        opens, closes = self.hours.get(str(start.isoweekday()), ["", ""])[:2]
        begin = start.hour * 60 + start.minute
        return bool(opens) and minute_of(opens) <= begin and begin + minutes <= minute_of(closes)


def minute_of(time: str) -> int:
    """ "07:30" → 450; "24:00" → 1440."""
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute)


def read_workdays(session: Session, account: Account, first: date, last: date) -> Workdays:
    """The usual between two days, both included. Five queries at most."""
    off = select(DayOff).where(
        DayOff.account_id == account.id, DayOff.first <= last, DayOff.last >= first
    )  # fmt: skip
    away = {
        first_day + timedelta(days=number): row.kind
        for row in session.exec(off)
        for first_day in [max(row.first, first)]
        for number in range((min(row.last, last) - first_day).days + 1)
    }
    holidays = session.exec(select(Holiday).where(Holiday.day >= first, Holiday.day <= last))
    return Workdays(
        timezone_of(session, account.area_code),
        hours_of(session, account),
        {row.day: row.name for row in holidays},
        away,
    )


def why_outside(session: Session, account: Account, starts_at: datetime, minutes: int) -> tuple[Outside, ...]:
    """What speaks against a time of hers. Five queries at most."""
    day = starts_at.astimezone(ZoneInfo(timezone_of(session, account.area_code))).date()
    return read_workdays(session, account, day, day).why_outside(starts_at, minutes)


def hours_of(session: Session, account: Account) -> Hours:
    """Her own hours, else those of her unit, else those of the nearest unit of her area that has any; {} if nobody knows."""
    own = session.get(WorkingHours, account.id)
    if own is not None:
        return dict(own.hours)
    return unit_hours(session, account)


def _nearness(unit: Unit) -> tuple[bool, int, int]:
    """The office that does casework before a shelter or a police desk that is open day and night."""
    return unit.kind != OFFICE, -len(unit.area_code), unit.id or 0


def unit_hours(session: Session, account: Account) -> Hours:
    """The hours she has without saying anything."""
    if account.unit_id is not None:
        unit = session.get(Unit, account.unit_id)
        return dict(unit.hours) if unit is not None else {}
    near = select(Unit).where(
        col(Unit.active).is_(True), col(Unit.area_code).in_(area_lineage(account.area_code))
    )
    found: list[Any] = sorted(session.exec(near), key=_nearness)
    return next((dict(unit.hours) for unit in found if unit.hours), {})
