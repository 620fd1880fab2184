"""How somebody is after her case was closed."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now
from rindu_app.words.codes import AftercareStatus


class AftercareVisit(SQLModel, table=True):
    """One look at how she is, some `month` after her case was closed at `closed_at`.

    What was found stands in the fields from `held_on` to `safe`; `note` is sealed. `tries`: how often she was not reached.
    `alarming`: what was found asks for somebody to act, which `settled` (sealed) says was done, if the case was not reopened.
    `told_at` and `raised_at`: when its lateness, or the alarm, was told to the worker, and to the supervisor.
    """

    __tablename__ = "aftercare_visit"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    closed_at: datetime
    month: int
    due_at: datetime = Field(index=True)
    status: str = Field(default=AftercareStatus.PLANNED, max_length=10, index=True)
    tries: int = 0
    tried_at: datetime | None = None
    held_on: date | None = None
    place: str = Field(default="", max_length=60)
    alone: bool | None = None
    stability: str = Field(default="", max_length=10)
    relapse: str = Field(default="", max_length=10)
    safe: str = Field(default="", max_length=10)
    note: bytes | None = None
    by_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    ended_at: datetime | None = None
    told_at: datetime | None = None
    raised_at: datetime | None = None
    alarming: bool = False
    settled: bytes | None = None
    settled_by_id: int | None = Field(default=None, foreign_key="account.id")
    settled_at: datetime | None = None
