"""What the service screens show of a case."""

from dataclasses import dataclass
from datetime import date, datetime

from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.domain.services.outreach import VisitCheck


@dataclass(frozen=True)
class OfficerRow:
    account_id: int
    name: str


@dataclass(frozen=True)
class ServiceRow:
    """`tags` are the labels of the three facets: UPTD function, SIMFONI service, component of indicator 354."""

    uid: str
    label: str
    tags: tuple[str, str, str]
    held_on: date
    officer: str
    minutes: int
    place: str
    result: str
    note: str


@dataclass(frozen=True)
class VisitRow:
    """`status` is the code. `needs`: what has to be brought or prepared for her. `unwanted`: the team is on its way, and she no
    longer agrees to it."""

    uid: str
    status: str
    status_label: str
    planned: datetime
    people: tuple[str, ...]
    needs: tuple[str, ...]
    address: str
    address_label: str
    travel_minutes: int | None
    safety: str
    left: datetime | None
    ended: datetime | None
    result: str
    outcome: str
    unwanted: bool
    check: VisitCheck


@dataclass(frozen=True)
class ServicesView:
    """Newest first. `health`: kinds of which only done or not done is kept. `served`: components that she had part in."""

    head: CaseHead
    kinds: tuple[CodeRow, ...]
    health: frozenset[str]
    places: tuple[CodeRow, ...]
    results: tuple[CodeRow, ...]
    outreach_results: tuple[CodeRow, ...]
    needs: tuple[CodeRow, ...]
    team: tuple[OfficerRow, ...]
    events: tuple[ServiceRow, ...]
    visits: tuple[VisitRow, ...]
    served: tuple[str, ...]
