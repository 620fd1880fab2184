"""What screens show of reports. Nothing else of a report ever reaches a browser."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.domain.incidents.window import MedicalWindow


@dataclass(frozen=True)
class InboxRow:
    """One line of the inbox. `title` says door and kinds, never the story. `minutes_left` < 0 is late; None: answered."""

    number: str
    title: str
    place: str
    risk: str
    risk_label: str
    risk_decided: bool
    status: str
    status_label: str
    unread: bool
    minutes_left: int | None
    received: datetime
    assignee: str


@dataclass(frozen=True)
class HeldGroup:
    """Reports of a flood, folded into one line."""

    group: str
    count: int
    newest: datetime


@dataclass(frozen=True)
class InboxPage:
    """`next_key` asks for the following page; "" at the end."""

    rows: tuple[InboxRow, ...]
    next_key: str


@dataclass(frozen=True)
class InboxCounts:
    mine: int
    open: int
    waiting: int
    held: int


@dataclass(frozen=True)
class InboxFilter:
    """Empty values do not filter. `view`: mine (or nobody's yet), open, waiting (for her answer), closed, all."""

    view: str = "open"
    area_code: str = ""
    kind: str = ""
    risk: str = ""
    status: str = ""
    days: int = 0
    held_group: str = ""


@dataclass(frozen=True)
class EventRow:
    label: str
    by: str
    at: datetime
    note: str


@dataclass(frozen=True)
class ContactView:
    """Safe-contact rules in words; `unsafe_now` names the reason per way that may not be used at this moment ("" is fine)."""

    ways: tuple[str, ...]
    way_labels: tuple[str, ...]
    days: tuple[int, ...]
    hours: str
    phone: str
    trusted: str
    who_answers: str
    code_word: str
    stop_word: str
    may_identify: bool
    may_leave_message: bool
    phone_shared: bool
    unsafe_now: dict[str, str]


@dataclass(frozen=True)
class ReportView:
    """One report as its readers see it. `version` changes with every step; `timezone` is that of the report's place.

    `news`: of somebody whose first clock has stopped, by an answer or a case, there is something nobody has answered. `has_code`: the person can come back. `may_work` is false for somebody who broke the glass of its case: she reads.
    """

    number: str
    status: str
    status_label: str
    door_label: str
    teller_label: str
    channel_label: str
    mode_label: str
    danger_now: bool
    risk: str
    risk_label: str
    risk_decided: bool
    minutes_left: int | None
    kinds: tuple[str, ...]
    medical: MedicalWindow | None
    place: str
    area_code: str
    rt: str
    story: str
    has_name: bool
    age: str
    needs: str
    received: datetime
    assignee: str
    assignee_id: int | None
    case_number: str
    duplicate_of: str
    held_group: str
    contact: ContactView
    events: tuple[EventRow, ...]
    actions: tuple[str, ...]
    may_work: bool
    news: bool
    has_code: bool
    version: int
    timezone: str


@dataclass(frozen=True)
class BlockRow:
    """A colleague who is kept from a report."""

    uid: str
    name: str
    reason: str
