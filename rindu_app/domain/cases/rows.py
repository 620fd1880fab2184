"""What screens show of cases."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.domain.incidents.window import MedicalWindow
from rindu_app.domain.reports.rows import InboxRow


@dataclass(frozen=True)
class CaseRow:
    """One line of "my cases". No name: it is asked for inside the file. `manager` is "" where she is gone.

    `quiet_days`: since when the team is silent, once that is longer than its risk allows; else 0.
    """

    number: str
    risk: str
    risk_label: str
    status: str
    status_label: str
    place: str
    manager: str
    open_tasks: int
    late_tasks: int
    next_due: datetime | None
    active: datetime
    quiet_days: int


@dataclass(frozen=True)
class CasePage:
    rows: tuple[CaseRow, ...]
    next_key: str


@dataclass(frozen=True)
class CaseHead:
    """What stands above every part of a file. `may_work` is false for somebody who broke the glass: she reads.

    `recurrences`: how often violence happened again; `look_until`: by when somebody has to look at the danger.
    """

    number: str
    status: str
    status_label: str
    risk: str
    risk_label: str
    place: str
    area_code: str
    opened: datetime
    mine: bool
    may_work: bool
    quiet_days: int
    version: int
    timezone: str
    recurrences: int = 0
    look_until: datetime | None = None


@dataclass(frozen=True)
class SafetyRow:
    """One version of her safety plan: the text of each part by its name."""

    parts: dict[str, str]
    with_her: bool
    by: str
    at: datetime


@dataclass(frozen=True)
class LineRow:
    """One line of the timeline. `source`: the number of the report that a line comes from or speaks of.

    A `note` (its uid) has its `audience`; `former` are (until when, its words). `may_edit`: the reader's own, and still fresh.
    """

    kind: str
    label: str
    by: str
    at: datetime
    text: str
    source: str
    note: str = ""
    audience: str = ""
    edited: datetime | None = None
    former: tuple[tuple[datetime, str], ...] = ()
    may_edit: bool = False
    version: int = 0


@dataclass(frozen=True)
class TaskRow:
    uid: str
    title: str
    due: datetime
    owner: str
    done: bool
    late: bool
    dropped: bool = False


@dataclass(frozen=True)
class MemberRow:
    uid: str
    account_id: int
    name: str
    kind: str
    kind_label: str
    until: datetime | None
    reason: str
    told: bool


@dataclass(frozen=True)
class CaseView:
    """The first part of the file: the person (not her name), what is to be done, and everything that happened."""

    head: CaseHead
    has_name: bool
    age: str
    contact_allowed: bool
    medical: MedicalWindow | None
    safety: SafetyRow | None
    team: tuple[MemberRow, ...]
    tasks: tuple[TaskRow, ...]
    reports: tuple[InboxRow, ...]
    timeline: tuple[LineRow, ...]


@dataclass(frozen=True)
class ColleagueRow:
    account_id: int
    name: str
    role_label: str


@dataclass(frozen=True)
class AccessRow:
    """Who opened the file or something of it, and when. `ref` is what the audit trail calls it."""

    by: str
    action: str
    ref: str
    at: datetime


@dataclass(frozen=True)
class TeamView:
    """Who works on the case, and who looked at it, newest first."""

    head: CaseHead
    team: tuple[MemberRow, ...]
    log: tuple[AccessRow, ...]


@dataclass(frozen=True)
class BrokenGlassRow:
    """For the supervisor: who opened which case in an emergency."""

    uid: str
    case_number: str
    by: str
    since: datetime
    until: datetime | None
    reason: str
    seen: bool
