"""What the schedule shows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ScheduleRow:
    """A meeting or a task. `number` is that of the report or case it belongs to; `detail` is place or status in words."""

    uid: str
    kind: str
    title: str
    detail: str
    number: str
    at: datetime
    late: bool


@dataclass(frozen=True)
class WorkCounts:
    """Numbers beside the menu: reports that need me, my open cases, my tasks due within a day; emergency openings to look at; requests to decide on."""

    inbox: int
    cases: int
    due: int
    to_check: int = 0
    to_decide: int = 0
