"""What the screen of a mediation shows."""

from dataclasses import dataclass
from datetime import date, datetime

from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.domain.mediation.now import Mediator, OtherSide


@dataclass(frozen=True)
class EntryRow:
    """`who`: the psychologist who was named, or the account that wrote it down. `good` as in `MediationEntry`."""

    uid: str
    kind: str
    held_on: date
    assessor: str
    who: str
    good: bool | None
    text: str


@dataclass(frozen=True)
class MediationRow:
    """`missing`: codes of what is needed before both sides meet. `entries` are in the order in which they were written."""

    uid: str
    status: str
    status_label: str
    since: datetime
    matter: str
    relation: str
    other_agrees: bool | None
    other_asked_on: date | None
    other_how: str
    mediator: str
    missing: tuple[str, ...]
    entries: tuple[EntryRow, ...]
    agreed_on: date | None
    agreement: str
    stop_reason: str
    ending: str
    ended: datetime | None
    other_now: OtherSide
    mediator_now: Mediator


@dataclass(frozen=True)
class MediationView:
    """`blocks`: why this case is not mediated. `consented`: the client herself agrees now. `past`: newest first."""

    head: CaseHead
    blocks: tuple[str, ...]
    consented: bool
    matters: tuple[CodeRow, ...]
    relations: tuple[CodeRow, ...]
    current: MediationRow | None
    past: tuple[MediationRow, ...]
