"""What takes somebody's time, as her week shows it.

It stands there even where its file is no longer open to her: then it says only that the time is taken.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import open_sealers
from rindu_app.domain.cases.access import number_of as case_number
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.domain.schedule.rows import ScheduleRow
from rindu_app.domain.schedule.slots import VISIT_LASTS
from rindu_app.models import (
    Appointment,
    CalendarEntry,
    Case,
    CaseConference,
    CounsellingGroup,
    CounsellingSession,
    GroupMeeting,
    OutreachVisit,
    Report,
)
from rindu_app.words import clock
from rindu_app.words.codes import (
    AppointmentStatus,
    ConferenceStatus,
    CounsellingMode,
    EntryKind,
    OutreachStatus,
    SessionStatus,
)
from rindu_app.words.labels import label

NOT_NOTED = "Hasil belum dicatat"


def taken_between(session: Session, actor: Actor, start: datetime, end: datetime) -> list[ScheduleRow]:
    """What takes the actor's own time between two moments. A fixed number of queries."""
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
        **_visits(session, uids[EntryKind.VISIT]),
        **_conferences(session, uids[EntryKind.CONFERENCE]),
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


def _visits(session: Session, uids: Iterable[str]) -> dict[str, ScheduleRow]:
    found = session.exec(
        select(OutreachVisit, Case)
        .join(Case, col(Case.id) == col(OutreachVisit.case_id))
        .where(col(OutreachVisit.uid).in_(list(uids)))
    )
    rows = {}
    for row, case in found:
        until = row.planned_at + timedelta(minutes=VISIT_LASTS)
        way = row.travel_minutes or 0
        rows[row.uid] = ScheduleRow(
            uid=row.uid, kind="visit", title=label(EntryKind.VISIT), number=case_number(case), at=row.planned_at, late=False,
            detail=_words(_open_status(OutreachStatus(row.status), until), _travel(way, way)), until=until,
        )  # fmt: skip
    return rows


def _conferences(session: Session, uids: Iterable[str]) -> dict[str, ScheduleRow]:
    found = session.exec(
        select(CaseConference, Case)
        .join(Case, col(Case.id) == col(CaseConference.case_id))
        .where(col(CaseConference.uid).in_(list(uids)))
    ).all()
    sealers = open_sealers(session, {case.key_uid for _, case in found})
    rows = {}
    for row, case in found:
        until = row.starts_at + timedelta(minutes=row.minutes)
        place = sealers[case.key_uid].open(f"case_conference.place:{row.uid}", row.place)
        video = label(CounsellingMode.VIDEO) if row.room is not None else ""
        rows[row.uid] = ScheduleRow(
            uid=row.uid, kind="conference", title=label(EntryKind.CONFERENCE), number=case_number(case), at=row.starts_at,
            late=False, detail=_words(_open_status(ConferenceStatus(row.status), until), video, place), until=until,
        )  # fmt: skip
    return rows


def _open_status(status: OutreachStatus | ConferenceStatus, until: datetime) -> str:
    """As `_status` says it of sessions."""
    if status not in (OutreachStatus.PLANNED, ConferenceStatus.PLANNED, ConferenceStatus.AGREED):
        return label(status)
    return NOT_NOTED if until <= clock.now() else ""


def _status(row: CounsellingSession | GroupMeeting) -> str:
    """What is planned needs no word until it is over and nobody said what became of it."""
    if row.status != SessionStatus.PLANNED:
        return label(SessionStatus(row.status))
    is_over = row.starts_at + timedelta(minutes=row.minutes) <= clock.now()
    return NOT_NOTED if is_over else ""


def _travel(before: int, after: int) -> str:
    way = f"{before} menit sekali jalan" if before == after else f"{before} menit pergi, {after} menit pulang"
    return f"perjalanan {way}" if before or after else ""


def _words(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
