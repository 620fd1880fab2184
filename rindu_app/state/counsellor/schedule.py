"""My week: sessions, meetings, appointments and tasks by day; my hours and my days off."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.schedule.own_days import add_days_off, drop_days_off, keep_hours
from rindu_app.domain.schedule.week import DayRow, WeekView, read_week
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.counsellor.shown import ShownPlan, show_plan
from rindu_app.state.counsellor.times import day_of
from rindu_app.state.forms import FormData, text
from rindu_app.words import dates
from rindu_app.words.codes import DayOffKind

# As far as somebody plans ahead, or looks back.
FARTHEST = 60


@dataclass(frozen=True)
class ShownDay:
    """`note`: a holiday, or why I am away; `hours`: when I work; `is_over`: it lies before today."""

    key: str
    title: str
    note: str
    hours: str
    is_today: bool
    is_over: bool
    rows: tuple[ShownPlan, ...]


@dataclass(frozen=True)
class ShownAway:
    uid: str
    title: str


@dataclass(frozen=True)
class ShownHours:
    """One weekday of the form; `day` is "1" for Monday."""

    day: str
    title: str
    opens: str
    closes: str


class Schedule(Acting, AppState):
    """Late tasks stand apart, first, in every week."""

    late: list[ShownPlan] = []
    days: list[ShownDay] = []
    away: list[ShownAway] = []
    hours: list[ShownHours] = []
    title: str = ""
    zone: str = ""
    today: str = ""
    ahead: int = 0
    ready: bool = False

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        self.ahead = 0
        await self._refresh()
        return focus("judul")

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self.late, self.days, self.away, self.hours = [], [], [], []
        self.ready, self.ahead = False, 0

    @action(Permission.CASE_READ)
    async def turn(self, weeks: int) -> Any:
        """Some weeks on, or back; 0 leads to this one."""
        step = weeks if isinstance(weeks, int) else 0
        self.ahead = max(-FARTHEST, min(FARTHEST, self.ahead + step)) if step else 0
        await self._refresh()
        return focus("minggu")

    @action(Permission.CASE_WRITE)
    async def keep_hours(self, form: FormData[str, Any]) -> None:
        fields = {str(day): _times(form, day) for day in range(1, 8)}
        await self._act(
            "hours", keep_hours, hours={day: times for day, times in fields.items() if any(times)}
        )
        await self._refresh()
        await self._say("Jam kerja disimpan. Sesi yang sudah direncanakan tidak berubah.")

    @action(Permission.CASE_WRITE)
    async def add_days_off(self, form: FormData[str, Any]) -> None:
        self._form, kind = "away", text(form, "away_kind")
        first = await self._read(day_of, "first", text(form, "away_first"))
        last = await self._read(day_of, "last", text(form, "away_last") or str(first))
        chosen = DayOffKind(kind) if kind in set(DayOffKind) else DayOffKind.LEAVE
        await self._act("away", add_days_off, first=first, last=last, kind=chosen)
        await self._refresh()
        await self._say("Hari tidak di tempat dicatat. Periksa sesi yang sudah direncanakan pada hari itu.")

    @action(Permission.CASE_WRITE)
    async def drop_days_off(self, uid: str) -> None:
        await self._act("away", drop_days_off, uid=str(uid))
        await self._refresh()
        await self._say("Hari itu dihapus; Anda ada di tempat.")

    async def _refresh(self) -> None:
        week = await self._run(read_week, ahead=self.ahead)
        self.late = [show_plan(row, week.zone) for row in week.late]
        self.days = [show_day(row, week.zone) for row in week.days]
        self.away = [
            ShownAway(row.uid, f"{row.label}, {dates.show_days(row.first, row.last)}") for row in week.away
        ]
        self.title = dates.show_days(week.monday, week.days[-1].day)
        self.hours, self.today, self.ready = show_hours(week), dates.today(week.zone), True


def _times(form: Any, day: int) -> tuple[str, str]:
    return text(form, f"hours_opens_{day}"), text(form, f"hours_closes_{day}")


def show_day(row: DayRow, zone: str) -> ShownDay:
    name = f"{dates.LONG_DAYS[row.day.weekday()]} {row.day.day} {dates.MONTHS[row.day.month - 1]}"
    hours = f"{row.opens}–{row.closes}".replace(":", ".") if row.opens else ""
    free = "" if row.works or row.note else "Tidak ada jam kerja"
    return ShownDay(
        key=str(row.day),
        title=name,
        note=row.note or free,
        hours=hours if row.works else "",
        is_today=str(row.day) == dates.today(zone),
        is_over=str(row.day) < dates.today(zone),
        rows=tuple(show_plan(item, zone) for item in row.rows),
    )


def show_hours(week: WeekView) -> list[ShownHours]:
    return [
        ShownHours(str(day), name, *(week.hours.get(str(day), ["", ""])[:2]))
        for day, name in enumerate(dates.LONG_DAYS, start=1)
    ]
