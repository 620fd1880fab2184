"""Who came: one person's sessions out of her file, and a group's meeting as a sheet that says nothing of anybody."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.papers.content import Block, Facts, Notice, Paper, Signs, Table, Words
from rindu_app.domain.papers.letterhead import read_letterhead
from rindu_app.domain.papers.persons import read_persons
from rindu_app.domain.reports.numbers import show_number
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.sessions.catalogue import LIST
from rindu_app.domain.sessions.groups import access_group, group_sealer
from rindu_app.domain.sessions.seats import seat_statuses
from rindu_app.models import Account, CounsellingGroup, CounsellingSession, GroupMeeting
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode, PaperKind, SessionStatus
from rindu_app.words.dates import show_length
from rindu_app.words.labels import label
from rindu_app.words.moments import day_of, say_stamp
from rindu_app.words.papers import ONLY_NUMBERS

PREFIX, MOST = "P", 200
CAME = {SessionStatus.HELD: "Hadir", SessionStatus.MISSED: "Tidak hadir"}


def attendance_record(session: Session, actor: Actor, file: OpenFile, place: str) -> tuple[Block, ...]:
    """Her sessions that took place or that she missed, oldest first. Not where, not why, not with whom in a group."""
    statement = (
        select(CounsellingSession, Account.display_name)
        .join(Account, col(Account.id) == col(CounsellingSession.counsellor_id))
        .where(CounsellingSession.case_id == file.id, col(CounsellingSession.status).in_(CAME))
        .order_by(col(CounsellingSession.starts_at))
        .limit(MOST)
    )
    found, services = session.exec(statement).all(), read_labels(session, LIST)
    zone = file.head.timezone
    rows = tuple(
        (
            day_of(row.starts_at, zone),
            services.get(row.service, row.service),
            f"{label(CounsellingMode(row.mode))}, {show_length(row.minutes)}",
            by,
            CAME[SessionStatus(row.status)],
            "",
        )
        for row, by in found
    )
    head = ("Tanggal", "Layanan", "Cara dan lama", "Petugas", "Kehadiran", "Paraf")
    came = sum(row.status == SessionStatus.HELD for row, _ in found)
    table: Block = Table("Sesi", head, rows, (4, 5, 4, 4, 3, 2), airy=True)
    return (
        Facts("", (("Klien", read_persons(session, file).client.name), ("Hadir", f"{came} dari {len(rows)} sesi"))),
        table if rows else Words("Sesi", "Belum ada sesi yang terlaksana."),
        Signs(place, (("Klien", ""), ("Petugas", actor.name))),
    )  # fmt: skip


def read_group_list(session: Session, actor: Actor, *, uid: str) -> Paper:
    """The sheet of one meeting, to be initialled: as many lines as are invited. Nothing on it is about a person, no initial and no
    place where they meet, so it is locked with nothing and kept nowhere (ADR 66).

    Raises `NotFound` for a meeting of somewhere else, `Forbidden` for who does not lead it.
    """
    meeting = session.exec(select(GroupMeeting).where(GroupMeeting.uid == uid)).first()
    found = session.get(CounsellingGroup, meeting.group_id) if meeting is not None else None
    if meeting is None or found is None or not actor.may(Permission.PAPER_MAKE):
        raise NotFound
    group = access_group(session, actor, found.uid, lead=True)
    number = show_number(PREFIX, meeting.id, meeting.starts_at)
    audit(session, actor, "paper:made", group.uid, group.area_code, kind=PaperKind.GROUP_LIST)
    zone = timezone_of(session, group.area_code)
    letterhead = read_letterhead(session, group.area_code)
    return Paper(
        kind=PaperKind.GROUP_LIST,
        number=number,
        office=letterhead.office,
        office_lines=letterhead.lines,
        subtitle=f"Pertemuan {number}",
        made=f"dibuat {say_stamp(clock.now(), zone)} oleh {actor.name}",
        blocks=_sheet(session, group, meeting, zone),
    )


def _sheet(session: Session, group: CounsellingGroup, meeting: GroupMeeting, zone: str) -> tuple[Block, ...]:
    assert meeting.id is not None
    sealer = group_sealer(session, group)
    service = read_labels(session, LIST).get(meeting.service, meeting.service)
    leader = session.get_one(Account, meeting.counsellor_id)
    seats = seat_statuses(session, {meeting.id}).get(meeting.id, {}).values()
    invited = [status for status in seats if status != SessionStatus.CANCELLED]
    when = f"{say_stamp(meeting.starts_at, zone, named=True)}, {show_length(meeting.minutes)}"
    rows = tuple((str(at), "") for at in range(1, len(invited) + 1))
    return (
        Facts(
            "",
            (
                ("Kelompok", sealer.open(f"counselling_group.name:{group.uid}", group.name)),
                ("Layanan", service),
                ("Waktu", when),
                ("Pemimpin", leader.display_name),
                ("Hadir", _came(meeting, invited)),
            ),
        ),
        Notice(ONLY_NUMBERS),
        Table("Peserta", ("No.", "Paraf"), rows, (1, 8), airy=True)
        if rows
        else Words("Peserta", "Belum ada anggota yang diundang."),
        Signs("", (("Pemimpin", leader.display_name),)),
    )


def _came(meeting: GroupMeeting, invited: list[str]) -> str:
    """A line to write on until the meeting was held."""
    if meeting.status != SessionStatus.HELD:
        return ""
    return f"{invited.count(SessionStatus.HELD)} dari {len(invited)}"
