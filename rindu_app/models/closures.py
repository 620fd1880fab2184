"""How a case was closed: what was checked, why, and what the supervisor made of it."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now
from rindu_app.words.codes import ClosureStatus


class CaseClosure(SQLModel, table=True):
    """One request to close a case, decided through its `Approval`. `note` is sealed, `checks` sealed JSON of what was ticked.

    `tries`: how often somebody tried to reach her, where that is the reason.
    """

    __tablename__ = "case_closure"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    status: str = Field(default=ClosureStatus.WAITING, max_length=10)
    reason: str = Field(max_length=60)
    tries: int | None = None
    note: bytes
    checks: bytes
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    ended_at: datetime | None = None


class CaseReopening(SQLModel, table=True):
    """A closed case that goes on. `recurrence`: violence happened again (RS-18); then somebody has to look at the danger by
    `due_at`, and did at `met_at`. What was said about it stands on the timeline, sealed."""

    __tablename__ = "case_reopening"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    reason: str = Field(max_length=60)
    recurrence: bool = False
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    due_at: datetime | None = Field(default=None, index=True)
    met_at: datetime | None = None
    reminded_at: datetime | None = None
