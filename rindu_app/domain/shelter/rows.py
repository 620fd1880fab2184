"""What screens show of houses, requests and stays. None of them holds an address; `AddressRow` alone does."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.shelter.rules import Guest, Party, RoomRule


@dataclass(frozen=True)
class BedRow:
    """`by`: the case number of whoever has it now, "" where it is free."""

    id: int
    name: str
    active: bool
    by: str = ""


@dataclass(frozen=True)
class RoomRow:
    id: int
    name: str
    boys_until: int | None
    families_only: bool
    active: bool
    rule: RoomRule
    beds: tuple[BedRow, ...]


@dataclass(frozen=True)
class HouseRow:
    id: int
    name: str
    area_code: str
    boys_until: int | None
    active: bool
    rooms: tuple[RoomRow, ...]


@dataclass(frozen=True)
class AddressRow:
    house: str
    address: str


@dataclass(frozen=True)
class Asked:
    """What the counsellor asked for, opened. `needs` are codes of the list `shelter_need`."""

    party: Party
    alias: str
    needs: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class StayRow:
    """One line of the shelter's home. `consent`: whether she still agrees to stay; whoever waits without it has neither alias
    nor people. `bed` names room and bed."""

    uid: str
    case_number: str
    alias: str
    status: str
    urgency: str
    people: tuple[Guest, ...]
    consent: bool
    house: str
    bed: str
    asked_at: datetime
    placed_at: datetime | None
    due_at: datetime | None


@dataclass(frozen=True)
class ShelterHome:
    """Requests, the most urgent first; who stays now, by house; how many beds of each house are free."""

    requests: tuple[StayRow, ...]
    staying: tuple[StayRow, ...]
    free: tuple[tuple[str, int, int], ...]
    timezone: str


@dataclass(frozen=True)
class EntryRow:
    uid: str
    kind: str
    kind_label: str
    code_label: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ExtensionRow:
    """`approved`: None while nobody has decided. `mine`: asked by the actor, who then does not decide it."""

    uid: str
    days: int
    reason: str
    by: str
    at: datetime
    approved: bool | None
    answer: str
    decided_by: str
    mine: bool


@dataclass(frozen=True)
class StayView:
    """A stay as the shelter's people see it; for the team of the case without `house`, `bed` and `free`. `asked` is None where
    she took her consent back while she waited. `arranged`: an institution receives her next; its name, `onward`, is for the
    team alone.

    `free` holds rooms of open houses with the beds nobody has, and why the party may not sleep there ("" where it may).
    """

    uid: str
    case_number: str
    status: str
    status_label: str
    urgency: str
    asked: Asked | None
    need_labels: tuple[str, ...]
    consent: bool
    asked_at: datetime
    answer: str
    placed_at: datetime | None
    due_at: datetime | None
    left_at: datetime | None
    destination: str
    entries: tuple[EntryRow, ...]
    extensions: tuple[ExtensionRow, ...]
    version: int
    timezone: str
    arranged: bool = False
    onward: str = ""
    house: str = ""
    bed: str = ""
    free: tuple["FreeRoom", ...] = ()


@dataclass(frozen=True)
class FreeRoom:
    house: str
    room: str
    against: str
    rule: RoomRule
    beds: tuple[BedRow, ...]


@dataclass(frozen=True)
class ShelterPart:
    """The shelter part of a case file. `agreed`: she may be sheltered now, by consent or by an approved exception. `partners`:
    (uid, name) of whom she agrees to be referred to."""

    head: CaseHead
    stays: tuple[StayView, ...]
    agreed: bool
    partners: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class WaitingExtension:
    """More days that nobody has decided about. `mine`: asked by the actor, so that another supervisor decides."""

    uid: str
    number: str
    days: int
    by: str
    at: datetime
    mine: bool
