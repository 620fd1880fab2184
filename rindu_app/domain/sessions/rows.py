"""What screens show of sessions and groups."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.sessions.booking import Plan


@dataclass(frozen=True)
class NoteRow:
    """`may_edit`: mine, and still fresh. `adds`: written later, to add to the note above it. `former`: (until when, its words)."""

    uid: str
    text: str
    by: str
    at: datetime
    edited: datetime | None
    audience_label: str
    adds: bool
    may_edit: bool
    version: int
    former: tuple[tuple[datetime, str], ...]


@dataclass(frozen=True)
class SessionRow:
    """`answer`: what she said to the time, "" where she was not told by her conversation. `tags`: as what it counts."""

    uid: str
    service: str
    service_label: str
    tags: tuple[str, ...]
    mode: str
    mode_label: str
    starts: datetime
    minutes: int
    counsellor_id: int
    counsellor: str
    place: str
    travel_before: int
    travel_after: int
    status: str
    status_label: str
    of_group: bool
    mine: bool
    has_begun: bool
    may_mend: bool
    outside: tuple[str, ...]
    anyway: str
    ending: str
    answer: str
    notes: tuple[NoteRow, ...]
    plan: Plan


@dataclass(frozen=True)
class SeatRow:
    """A group that this case is in, and what she is called there."""

    uid: str
    name: str
    leader: str
    alias: str


@dataclass(frozen=True)
class OptionRow:
    """Something that can be chosen in a form. An appointment has its time and its way of meeting."""

    code: str
    label: str
    starts: datetime | None = None
    mode: str = ""


@dataclass(frozen=True)
class SessionsView:
    """The sessions of a case: what comes, what was, its groups, and what forms offer."""

    head: CaseHead
    coming: tuple[SessionRow, ...]
    past: tuple[SessionRow, ...]
    seats: tuple[SeatRow, ...]
    services: tuple[OptionRow, ...]
    counsellors: tuple[OptionRow, ...]
    agreed: tuple[OptionRow, ...]
    threads: tuple[OptionRow, ...]
    groups: tuple[OptionRow, ...]
    video_is_on: bool


@dataclass(frozen=True)
class GroupRow:
    """`leads`: may be changed by the actor."""

    uid: str
    name: str
    leader: str
    members: int
    leads: bool
    is_over: bool
    next_meeting: datetime | None


@dataclass(frozen=True)
class MemberSeatRow:
    """Somebody in a group. `number` only for who may open her case, `alias` only for who leads the group."""

    uid: str
    alias: str
    number: str


@dataclass(frozen=True)
class MeetingRow:
    """`came` and `missed` hold the uids of members, for who leads the group."""

    uid: str
    service: str
    service_label: str
    starts: datetime
    minutes: int
    place: str
    travel_before: int
    travel_after: int
    status: str
    status_label: str
    has_begun: bool
    may_mend: bool
    ending: str
    came: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True)
class GroupView:
    uid: str
    name: str
    leader: str
    leads: bool
    is_over: bool
    members: tuple[MemberSeatRow, ...]
    coming: tuple[MeetingRow, ...]
    past: tuple[MeetingRow, ...]
    services: tuple[OptionRow, ...]
