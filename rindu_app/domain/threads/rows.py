"""What each side sees of a thread. Two row types: nothing has to be blanked for the reporter, it is never there."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class FileRow:
    uid: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True)
class StaffMessageRow:
    """`author`: reporter or staff; `audience` team means an internal note. `seen`: the other side has read it."""

    uid: str
    author: str
    by: str
    audience: str
    text: str
    at: datetime
    seen: bool


@dataclass(frozen=True)
class AppointmentRow:
    uid: str
    mode: str
    mode_label: str
    starts_at: datetime
    place: str
    status: str
    status_label: str


@dataclass(frozen=True)
class StaffThread:
    messages: tuple[StaffMessageRow, ...]
    appointments: tuple[AppointmentRow, ...]
    files: tuple[FileRow, ...]


@dataclass(frozen=True)
class ReporterMessageRow:
    """`mine`: written by the reporter. A counsellor has no name here, only "Konselor"."""

    mine: bool
    text: str
    at: datetime


@dataclass(frozen=True)
class ReporterThread:
    """What she finds with her code. `may_withdraw` and `waiting` steer the page; times are in `timezone`."""

    number: str
    status: str
    status_words: str
    waiting: bool
    may_withdraw: bool
    messages: tuple[ReporterMessageRow, ...]
    appointments: tuple[AppointmentRow, ...]
    files: tuple[FileRow, ...]
    timezone: str
