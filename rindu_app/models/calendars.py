"""A counsellor's calendar. It says when her time is taken and nothing about for whom: no table here holds personal data of a client."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class CalendarEntry(SQLModel, table=True):
    """Time that is taken, ways there and back included. `source_uid` names the session, meeting, appointment, visit or conference;
    several people may come to one visit or conference.

    Firm entries of one account never overlap. A proposed appointment is not firm: she may decline, and two people may be
    offered the same hour.
    """

    __tablename__ = "calendar_entry"
    __table_args__ = (
        Index("ix_calendar_entry_taken", "account_id", "starts_at"),
        UniqueConstraint("source_uid", "account_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id")
    kind: str = Field(max_length=12)
    source_uid: str = Field(max_length=32)
    starts_at: datetime
    ends_at: datetime
    firm: bool = True


class WorkingHours(SQLModel, table=True):
    """When she works, where that differs from her unit. `hours` as in `Unit.hours`."""

    __tablename__ = "working_hours"

    account_id: int = Field(foreign_key="account.id", primary_key=True)
    hours: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    changed_at: datetime = Field(default_factory=utc_now)


class DayOff(SQLModel, table=True):
    """Whole days, the first and the last included, on which she is away."""

    __tablename__ = "day_off"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    kind: str = Field(max_length=12)
    first: date
    last: date
