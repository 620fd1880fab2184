"""Sessions and groups in the words of their screens."""

from dataclasses import dataclass

from rindu_app.domain.sessions.booking import Plan
from rindu_app.domain.sessions.rows import (
    GroupRow,
    MeetingRow,
    MemberSeatRow,
    NoteRow,
    OptionRow,
    SessionRow,
)
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_notes import ShownFormer, show_former, show_mended
from rindu_app.words import dates, routes
from rindu_app.words.codes import CounsellingMode, SessionStatus

UNKNOWN = "Anggota lain"


@dataclass(frozen=True)
class ShownNote:
    uid: str
    text: str
    meta: str
    adds: bool
    may_edit: bool
    mended: str
    former: tuple[ShownFormer, ...]


@dataclass(frozen=True)
class ShownSession:
    """`room`: the way into my own video room; `service` to `after` fill its form. `to_settle`: it has begun."""

    uid: str = ""
    title: str = ""
    when: str = ""
    lines: tuple[str, ...] = ()
    status_label: str = ""
    is_planned: bool = False
    of_group: bool = False
    to_settle: bool = False
    may_mend: bool = False
    room: str = ""
    notes: tuple[ShownNote, ...] = ()
    service: str = ""
    mode: str = ""
    counsellor: str = ""
    day: str = ""
    time: str = ""
    minutes: str = ""
    before: str = ""
    after: str = ""
    place: str = ""


@dataclass(frozen=True)
class ShownAgreed:
    """An appointment she accepted that is no session yet; `day` to `mode` fill the form."""

    uid: str = ""
    title: str = ""
    day: str = ""
    time: str = ""
    mode: str = ""


@dataclass(frozen=True)
class ShownSeat:
    uid: str
    title: str
    detail: str


@dataclass(frozen=True)
class ShownGroup:
    uid: str = ""
    title: str = ""
    detail: str = ""
    next: str = ""
    leads: bool = False
    is_over: bool = False


@dataclass(frozen=True)
class ShownMember:
    """`title`: what she is called in the group, her case's number, or that she is another's."""

    uid: str
    title: str
    href: str


@dataclass(frozen=True)
class ShownMeeting:
    uid: str = ""
    title: str = ""
    when: str = ""
    lines: tuple[str, ...] = ()
    status_label: str = ""
    is_planned: bool = False
    to_settle: bool = False
    may_mend: bool = False
    list_href: str = ""
    came: tuple[str, ...] = ()
    service: str = ""
    day: str = ""
    time: str = ""
    minutes: str = ""
    before: str = ""
    after: str = ""
    place: str = ""


def show_session(row: SessionRow, zone: str) -> ShownSession:
    day, time = dates.field_values(row.starts, zone)
    planned = row.status == SessionStatus.PLANNED
    is_room = planned and row.mode == CounsellingMode.VIDEO and row.mine
    return ShownSession(
        uid=row.uid,
        title=row.service_label,
        when=dates.show_span(row.starts, row.minutes, zone),
        lines=tuple(filter(None, _session_lines(row))),
        status_label="Menunggu dicatat" if planned and row.has_begun else row.status_label,
        is_planned=planned,
        of_group=row.of_group,
        to_settle=planned and row.has_begun and not row.of_group,
        may_mend=row.may_mend and not row.of_group,
        room=routes.room(row.uid) if is_room else "",
        notes=tuple(show_note(note, zone) for note in row.notes),
        service=row.service,
        mode=row.mode,
        counsellor=str(row.counsellor_id),
        day=day,
        time=time,
        minutes=str(row.minutes),
        before=str(row.travel_before),
        after=str(row.travel_after),
        place=row.place,
    )


def _session_lines(row: SessionRow) -> tuple[str, ...]:
    kind = "kelompok" if row.of_group else ""
    return (
        " · ".join(filter(None, [row.mode_label, kind, row.counsellor])),
        row.place,
        _travel(row.travel_before, row.travel_after),
        f"Jawaban klien: {row.answer.lower()}" if row.answer else "",
        f"Di luar kebiasaan ({', '.join(row.outside)}): {row.anyway}" if row.outside else "",
        f"Alasan: {row.ending}" if row.ending else "",
        f"Dihitung sebagai: {', '.join(row.tags)}",
    )


def _travel(before: int, after: int) -> str:
    if not before and not after:
        return ""
    return f"Perjalanan {dates.show_length(before)} pergi, {dates.show_length(after)} pulang"


def show_note(note: NoteRow, zone: str) -> ShownNote:
    meta = " · ".join((note.by, dates.show_moment(note.at, zone), note.audience_label.lower()))
    return ShownNote(
        note.uid, note.text, f"Tambahan · {meta}" if note.adds else meta, note.adds, note.may_edit,
        show_mended(note.edited, zone), show_former(note.former, zone),
    )  # fmt: skip


def show_agreed(row: OptionRow, zone: str) -> ShownAgreed:
    assert row.starts is not None
    day, time = dates.field_values(row.starts, zone)
    return ShownAgreed(
        row.code, f"{dates.show_appointment(row.starts, zone)}, {row.label.lower()}", day, time, row.mode
    )


def plan_values(plan: Plan, zone: str) -> dict[str, object]:
    """A plan by the fields of its form."""
    day, time = dates.field_values(plan.starts_at, zone)
    return {
        "service": plan.service, "mode": plan.mode, "counsellor": plan.counsellor_id, "day": day, "time": time,
        "minutes": plan.minutes, "before": plan.travel_before, "after": plan.travel_after, "place": plan.place,
    }  # fmt: skip


def choices_of(rows: tuple[OptionRow, ...]) -> list[Choice]:
    return [Choice(row.code, row.label) for row in rows]


def show_group(row: GroupRow, zone: str) -> ShownGroup:
    coming = dates.show_appointment(row.next_meeting, zone) if row.next_meeting else "belum ada pertemuan"
    return ShownGroup(
        row.uid,
        row.name,
        f"{row.leader} · {row.members} anggota",
        "selesai" if row.is_over else coming,
        row.leads,
        row.is_over,
    )


def show_member(row: MemberSeatRow) -> ShownMember:
    title = ", ".join(filter(None, [row.alias, row.number])) or UNKNOWN
    return ShownMember(row.uid, title, routes.case_sessions(row.number) if row.number else "")


def show_meeting(row: MeetingRow, zone: str) -> ShownMeeting:
    day, time = dates.field_values(row.starts, zone)
    planned = row.status == SessionStatus.PLANNED
    count = f"Hadir {len(row.came)}, tidak hadir {len(row.missed)}" if row.came or row.missed else ""
    lines = (
        row.place,
        _travel(row.travel_before, row.travel_after),
        count,
        f"Alasan: {row.ending}" if row.ending else "",
    )
    return ShownMeeting(
        uid=row.uid,
        title=row.service_label,
        when=dates.show_span(row.starts, row.minutes, zone),
        lines=tuple(filter(None, lines)),
        status_label="Menunggu dicatat" if planned and row.has_begun else row.status_label,
        is_planned=planned,
        to_settle=planned and row.has_begun,
        may_mend=row.may_mend,
        list_href="" if row.status == SessionStatus.CANCELLED else routes.group_list(row.uid),
        came=row.came,
        service=row.service,
        day=day,
        time=time,
        minutes=str(row.minutes),
        before=str(row.travel_before),
        after=str(row.travel_after),
        place=row.place,
    )
