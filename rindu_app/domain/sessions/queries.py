"""The sessions of one case as its file shows them: a fixed number of queries however many there are."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer, open_sealers
from rindu_app.adapters.video import get_video
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.cases.notes import is_fresh, read_former
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.domain.sessions.access import place_of
from rindu_app.domain.sessions.catalogue import LIST, list_services
from rindu_app.domain.sessions.group_queries import near_groups
from rindu_app.domain.sessions.notes import open_note
from rindu_app.domain.sessions.planning import plan_of
from rindu_app.domain.sessions.rows import NoteRow, OptionRow, SeatRow, SessionRow, SessionsView
from rindu_app.models import (
    Account,
    Appointment,
    CounsellingGroup,
    CounsellingSession,
    GroupMember,
    Report,
    SessionNote,
)
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import (
    AppointmentStatus,
    CounsellingMode,
    NoteAudience,
    Outside,
    SessionStatus,
    Teller,
)
from rindu_app.words.labels import label

SHOWN = 200
TAGS = ("service_uptd", "service_simfoni", "service_component")


def read_sessions(session: Session, actor: Actor, *, number: str) -> SessionsView:
    """What comes first, soonest first; then what was, newest first. Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    reports = list(session.exec(select(Report).where(Report.case_id == file.id).order_by(col(Report.id))))
    appointments = _appointments(session, reports)
    rows = _sessions(session, actor, file, {found.uid: found.status for found in appointments})
    used = _used(session, file)
    coming = [row for row in rows if row.status == SessionStatus.PLANNED]
    return SessionsView(
        head=file.head,
        coming=tuple(reversed(coming)),
        past=tuple(row for row in rows if row.status != SessionStatus.PLANNED),
        seats=_seats(session, file),
        services=tuple(OptionRow(row.code, row.label) for row in list_services(session)),
        counsellors=_team(session, file),
        agreed=tuple(
            OptionRow(found.uid, label(CounsellingMode(found.mode)), found.starts_at, found.mode)
            for found in appointments
            if found.status == AppointmentStatus.ACCEPTED and found.uid not in used
        ),
        threads=tuple(OptionRow(report_number(report), label(Teller(report.teller))) for report in reports),
        groups=near_groups(session, actor),
        video_is_on=get_video().is_on,
    )


def _appointments(session: Session, reports: Sequence[Report]) -> list[Appointment]:
    ids = {report.id for report in reports}
    statement = select(Appointment).where(col(Appointment.report_id).in_(ids))
    return list(session.exec(statement.order_by(col(Appointment.starts_at))))


def _used(session: Session, file: OpenFile) -> set[str | None]:
    statement = select(CounsellingSession.appointment_uid).where(CounsellingSession.case_id == file.id)
    return set(session.exec(statement))


def _sessions(session: Session, actor: Actor, file: OpenFile, answers: dict[str, str]) -> list[SessionRow]:
    statement = (
        select(CounsellingSession, Account.display_name)
        .join(Account, col(Account.id) == col(CounsellingSession.counsellor_id))
        .where(CounsellingSession.case_id == file.id)
        .order_by(col(CounsellingSession.starts_at).desc(), col(CounsellingSession.id).desc())
        .limit(SHOWN)
    )
    found = session.exec(statement).all()
    services = read_labels(session, LIST)
    tags = [read_labels(session, name) for name in TAGS]
    notes = _notes(session, actor, file)
    return [
        _session_row(
            row, name, actor, file.sealer, services, tags, answers.get(row.appointment_uid or "", ""),
            notes.get(row.id or 0, ()),
        )
        for row, name in found
    ]  # fmt: skip


def _session_row(
    row: CounsellingSession,
    counsellor: str,
    actor: Actor,
    sealer: Sealer,
    services: dict[str, str],
    tags: list[dict[str, str]],
    answer: str,
    notes: tuple[NoteRow, ...],
) -> SessionRow:
    codes = zip(tags, (row.uptd, row.simfoni, row.component), strict=True)
    window = timedelta(hours=get_settings().note_edit_hours)
    fresh = row.settled_at is not None and clock.now() - row.settled_at <= window
    return SessionRow(
        uid=row.uid,
        service=row.service,
        service_label=services.get(row.service, row.service),
        tags=tuple(labels.get(code, code) for labels, code in codes),
        mode=row.mode,
        mode_label=label(CounsellingMode(row.mode)),
        starts=row.starts_at,
        minutes=row.minutes,
        counsellor_id=row.counsellor_id,
        counsellor=counsellor,
        place=sealer.open(place_of("place", row.uid), row.place),
        travel_before=row.travel_before,
        travel_after=row.travel_after,
        status=row.status,
        status_label=label(SessionStatus(row.status)),
        of_group=row.meeting_id is not None,
        mine=row.counsellor_id == actor.account_id,
        has_begun=row.starts_at <= clock.now(),
        may_mend=fresh and row.status in (SessionStatus.HELD, SessionStatus.MISSED),
        outside=tuple(label(Outside(code)) for code in row.outside),
        anyway=_opened(sealer, "anyway", row.uid, row.anyway),
        ending=_opened(sealer, "ending", row.uid, row.ending),
        answer=label(AppointmentStatus(answer)) if answer else "",
        notes=notes,
        plan=plan_of(sealer, row),
    )


def _opened(sealer: Sealer, column: str, uid: str, sealed: bytes | None) -> str:
    return sealer.open(place_of(column, uid), sealed) if sealed else ""


def _notes(session: Session, actor: Actor, file: OpenFile) -> dict[int, tuple[NoteRow, ...]]:
    """By session, each note followed by what was added to it. The scope leaves out what is not for this actor."""
    statement = (
        select(SessionNote, Account.display_name)
        .join(Account, col(Account.id) == col(SessionNote.author_id))
        .where(SessionNote.case_id == file.id)
        .order_by(col(SessionNote.id))
    )
    found = session.exec(statement).all()
    first = {note.uid: number for number, (note, _) in enumerate(found) if note.amends_uid is None}
    found = sorted(found, key=lambda pair: first.get(pair[0].amends_uid or pair[0].uid, 0))
    former = read_former(session, file.case, file.sealer)
    rows: dict[int, tuple[NoteRow, ...]] = {}
    for note, by in found:
        shown = NoteRow(
            note.uid, open_note(session, file.case, note), by, note.at, note.edited_at,
            label(NoteAudience(note.audience)), note.amends_uid is not None,
            note.author_id == actor.account_id and is_fresh(note), note.version,
            former.get(note.uid, ()),
        )  # fmt: skip
        rows[note.session_id] = (*rows.get(note.session_id, ()), shown)
    return rows


def _team(session: Session, file: OpenFile) -> tuple[OptionRow, ...]:
    statement = select(Account.id, Account.display_name).where(
        col(Account.id).in_(team_ids(session, file.case))
    )
    named = session.exec(statement.order_by(col(Account.display_name))).all()
    return tuple(OptionRow(str(row_id), name) for row_id, name in named)


def _seats(session: Session, file: OpenFile) -> tuple[SeatRow, ...]:
    statement = (
        select(GroupMember, CounsellingGroup, Account.display_name)
        .join(CounsellingGroup, col(CounsellingGroup.id) == col(GroupMember.group_id))
        .join(Account, col(Account.id) == col(CounsellingGroup.leader_id))
        .where(GroupMember.case_id == file.id, col(GroupMember.until).is_(None))
        .order_by(col(GroupMember.id))
    )
    found = session.exec(statement).all()
    sealers = open_sealers(session, {group.key_uid for _, group, _ in found})
    return tuple(
        SeatRow(
            group.uid,
            sealers[group.key_uid].open(f"counselling_group.name:{group.uid}", group.name),
            leader,
            sealers[group.key_uid].open(f"group_member.alias:{member.uid}", member.alias),
        )
        for member, group, leader in found
    )
