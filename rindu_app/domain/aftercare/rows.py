"""What screens show of visits after a closing."""

from dataclasses import dataclass
from datetime import date, datetime

from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.codes.rows import CodeRow


@dataclass(frozen=True)
class VisitRow:
    """One visit. `open`: it can be recorded now; `alarm`: what it found waits for somebody to act. Codes are of
    `words.codes`, "" where nothing was said."""

    uid: str
    month: int
    label: str
    status: str
    due: datetime
    late: bool
    open: bool
    tries: int
    least_tries: int
    held_on: date | None
    place: str
    alone: bool | None
    stability: str
    relapse: str
    safe: str
    note: str
    by: str
    alarm: bool
    settled: str
    settled_by: str
    settled_at: datetime | None


@dataclass(frozen=True)
class AftercareView:
    """`visits` of the last closing, by month; `former`, of closings before it, newest first. `agreed`: she may be asked how she is.

    `months`: when visits would be, for a case that is not closed yet. `report`: where her rules of safe contact stand.
    """

    head: CaseHead
    visits: tuple[VisitRow, ...]
    former: tuple[VisitRow, ...]
    agreed: bool
    months: tuple[int, ...]
    places: tuple[CodeRow, ...]
    report: str


@dataclass(frozen=True)
class DueRow:
    """One line of "who is to be visited". `manager` is "" where she is gone."""

    number: str
    place: str
    month: int
    due: datetime
    late: bool
    alarm: bool
    raised: bool
    tries: int
    manager: str
