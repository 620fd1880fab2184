"""Mediation (service 5, 3.9): only where the law lets two people settle something, with both asked apart."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now
from rindu_app.words.codes import MediationStatus


class Mediation(SQLModel, table=True):
    """One mediation. The client's consent is in the ledger; the other side's is here, with its evidence.

    `other_evidence`, `mediator` (JSON: name, training), `agreement` and `ending` are sealed. The other side has no name here.
    """

    __tablename__ = "mediation"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    status: str = Field(default=MediationStatus.PREPARING, max_length=12)
    matter: str = Field(max_length=60)
    other_relation: str = Field(max_length=60)
    other_agrees: bool | None = None
    other_asked_on: date | None = None
    other_evidence_kind: str = Field(default="", max_length=12)
    other_evidence: bytes | None = None
    mediator: bytes | None = None
    agreed_on: date | None = None
    agreement: bytes | None = None
    stop_reason: str = Field(default="", max_length=16)
    ending: bytes | None = None
    ended_at: datetime | None = None
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)


class MediationEntry(SQLModel, table=True):
    """A pressure check, minutes of a meeting, or a look at the agreement. `good`: the choice is free; the agreement is kept.

    `text` is sealed. `assessor` says in which profession a pressure check was made, `expert` (sealed) by whom, where it was not
    the account that wrote it down.
    """

    __tablename__ = "mediation_entry"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    mediation_id: int = Field(foreign_key="mediation.id", index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    kind: str = Field(max_length=10)
    held_on: date
    assessor: str = Field(default="", max_length=14)
    expert: bytes | None = None
    good: bool | None = None
    text: bytes
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
