"""One's own week: sessions, meetings of groups, appointments and tasks by day, with holidays and days off.

What takes time stands in the calendar even where its file is no longer open to her: then it says only that the time is taken.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import open_sealers
from rindu_app.domain.cases.access import number_of as case_number
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.schedule.hours import Workdays, read_workdays
from rindu_app.domain.schedule.queries import late_tasks, tasks_between
from rindu_app.domain.schedule.rows import ScheduleRow
from rindu_app.models import (
    Account,
    Appointment,
    CalendarEntry,
    Case,
    CounsellingGroup,
    CounsellingSession,
    DayOff,
    GroupMeeting,
    Report,
)
from rindu_app.words import clock
from rindu_app.words.codes import (
    AppointmentStatus,
    CounsellingMode,
    DayOffKind,
    EntryKind,
    SessionStatus,
)
from rindu_app.words.labels import label

Details = dict[str, tuple[str, str, str]]


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
    rows = [*_entries(session, actor, start, end), *tasks_between(session, actor, start, end)]
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


def _entries(session: Session, actor: Actor, start: datetime, end: datetime) -> list[ScheduleRow]:
    statement = select(CalendarEntry).where(
        CalendarEntry.account_id == actor.id, CalendarEntry.starts_at < end, CalendarEntry.ends_at > start
    )
    entries = session.exec(statement.order_by(col(CalendarEntry.starts_at))).all()
    uids: dict[str, list[str]] = {kind: [] for kind in EntryKind}
    for entry in entries:
        uids[entry.kind].append(entry.source_uid)
    known = {
        **_sessions(session, uids[EntryKind.SESSION]),
        **_meetings(session, uids[EntryKind.MEETING]),
        **_appointments(session, uids[EntryKind.APPOINTMENT]),
    }
    return [known.get(entry.source_uid) or _taken(entry) for entry in entries]


def _taken(entry: CalendarEntry) -> ScheduleRow:
    return ScheduleRow(
        uid=entry.source_uid, kind="taken", title="Waktu terisi", detail=label(EntryKind(entry.kind)), number="",
        at=entry.starts_at, late=False, until=entry.ends_at,
    )  # fmt: skip


def _sessions(session: Session, uids: Iterable[str]) -> dict[str, ScheduleRow]:
    found = session.exec(
        select(CounsellingSession, Case)
        .join(Case, col(Case.id) == col(CounsellingSession.case_id))
        .where(col(CounsellingSession.uid).in_(list(uids)))
    ).all()
    sealers = open_sealers(session, {case.key_uid for _, case in found})
    return {
        row.uid: ScheduleRow(
            uid=row.uid,
            kind="session",
            title=f"Sesi: {label(CounsellingMode(row.mode))}",
            detail=_words(
                _status(row),
                sealers[case.key_uid].open(f"counselling_session.place:{row.uid}", row.place),
                _travel(row.travel_before, row.travel_after),
            ),
            number=case_number(case),
            at=row.starts_at,
            late=False,
            until=row.starts_at + timedelta(minutes=row.minutes),
        )
        for row, case in found
    }


def _meetings(session: Session, uids: Iterable[str]) -> dict[str, ScheduleRow]:
    found = session.exec(
        select(GroupMeeting, CounsellingGroup)
        .join(CounsellingGroup, col(CounsellingGroup.id) == col(GroupMeeting.group_id))
        .where(col(GroupMeeting.uid).in_(list(uids)))
    ).all()
    sealers = open_sealers(session, {group.key_uid for _, group in found})
    rows = {}
    for row, group in found:
        sealer = sealers[group.key_uid]
        name = sealer.open(f"counselling_group.name:{group.uid}", group.name)
        place = sealer.open(f"group_meeting.place:{row.uid}", row.place)
        rows[row.uid] = ScheduleRow(
            uid=row.uid, kind="meeting", title=f"Kelompok: {name}", number="", at=row.starts_at, late=False,
            detail=_words(_status(row), place, _travel(row.travel_before, row.travel_after)),
            until=row.starts_at + timedelta(minutes=row.minutes),
        )  # fmt: skip
    return rows


def _appointments(session: Session, uids: Iterable[str]) -> dict[str, ScheduleRow]:
    found = session.exec(
        select(Appointment, Report)
        .join(Report, col(Report.id) == col(Appointment.report_id))
        .where(col(Appointment.uid).in_(list(uids)))
    ).all()
    sealers = open_sealers(session, {report.key_uid for _, report in found})
    return {
        row.uid: ScheduleRow(
            uid=row.uid,
            kind="appointment",
            title=f"Janji: {label(CounsellingMode(row.mode))}",
            detail=_words(
                label(AppointmentStatus(row.status)),
                sealers[report.key_uid].open(f"appointment.place:{row.uid}", row.place),
            ),
            number=report_number(report),
            at=row.starts_at,
            late=False,
        )
        for row, report in found
    }


def _away(session: Session, actor: Actor, today: date) -> tuple[AwayRow, ...]:
    statement = select(DayOff).where(DayOff.account_id == actor.id, DayOff.last >= today)
    return tuple(
        AwayRow(row.uid, label(DayOffKind(row.kind)), row.first, row.last)
        for row in session.exec(statement.order_by(col(DayOff.first)))
    )


def _status(row: CounsellingSession | GroupMeeting) -> str:
    """What is planned needs no word until it is over and nobody said what became of it."""
    if row.status != SessionStatus.PLANNED:
        return label(SessionStatus(row.status))
    is_over = row.starts_at + timedelta(minutes=row.minutes) <= clock.now()
    return "Hasil belum dicatat" if is_over else ""


def _travel(before: int, after: int) -> str:
    way = f"{before} menit sekali jalan" if before == after else f"{before} menit pergi, {after} menit pulang"
    return f"perjalanan {way}" if before or after else ""


def _words(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
