"""What screens show of cases."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.domain.reports.rows import InboxRow


@dataclass(frozen=True)
class CaseRow:
    """One line of "my cases". No name: it is asked for inside the file."""

    number: str
    risk: str
    risk_label: str
    status: str
    status_label: str
    place: str
    manager: str
    open_tasks: int
    next_due: datetime | None
    active: datetime


@dataclass(frozen=True)
class CasePage:
    rows: tuple[CaseRow, ...]
    next_key: str


@dataclass(frozen=True)
class CaseHead:
    """What stands above every part of a file. `may_work` is false for somebody who broke the glass: she reads."""

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
    version: int
    timezone: str


@dataclass(frozen=True)
class LineRow:
    """One line of the timeline. `source`: the number of the report that a line comes from or speaks of."""

    kind: str
    label: str
    by: str
    at: datetime
    text: str
    source: str


@dataclass(frozen=True)
class TaskRow:
    uid: str
    title: str
    due: datetime
    owner: str
    done: bool
    late: bool


@dataclass(frozen=True)
class ConsentRow:
    """`holds`: may be acted on now."""

    purpose: str
    label: str
    given: bool
    holds: bool
    given_by: str
    evidence: str
    at: datetime
    withdrawn: datetime | None


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
    """The file. `may_work` is false for somebody who broke the glass: she reads."""

    number: str
    status: str
    status_label: str
    risk: str
    risk_label: str
    place: str
    area_code: str
    opened: datetime
    has_name: bool
    age: str
    contact_allowed: bool
    mine: bool
    may_work: bool
    team: tuple[MemberRow, ...]
    tasks: tuple[TaskRow, ...]
    consents: tuple[ConsentRow, ...]
    reports: tuple[InboxRow, ...]
    timeline: tuple[LineRow, ...]
    version: int
    timezone: str


@dataclass(frozen=True)
class ColleagueRow:
    account_id: int
    name: str
    role_label: str


@dataclass(frozen=True)
class AccessRow:
    """Who opened the file, and when."""

    by: str
    action: str
    at: datetime


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
