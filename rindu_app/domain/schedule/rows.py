"""What the schedule shows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ScheduleRow:
    """A session, a meeting, an appointment, a visit, a conference or a task, or time that is taken (`kind`).

    `number` is that of the report or case it belongs to, "" where it has none or it is not hers to know; `detail` is place or
    status in words; `until` is when a session or meeting ends.
    """

    uid: str
    kind: str
    title: str
    detail: str
    number: str
    at: datetime
    late: bool
    until: datetime | None = None


@dataclass(frozen=True)
class WorkCounts:
    """Numbers beside the menu: reports that need me, my open cases, my tasks due within a day; emergency openings to look at; requests to decide
    on; referrals that nobody answered in time; cases that were passed on because nobody moved; clients to be visited after a
    closing."""

    inbox: int
    cases: int
    due: int
    to_check: int = 0
    to_decide: int = 0
    referrals: int = 0
    raised: int = 0
    to_visit: int = 0
