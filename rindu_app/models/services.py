"""What is done for a person: services, and going to where she is. Nothing here has a price: all of it is free (BP-07)."""

from datetime import date, datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now
from rindu_app.words.codes import AddressCheck, OutreachStatus


class ServiceEvent(SQLModel, table=True):
    """One service on one day. `kind` is an entry of the list `service_kind`, whose three facets feed every report (3.5).

    `note` is sealed; a health service has none and says only whether it was done (RS-08).
    """

    __tablename__ = "service_event"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    kind: str = Field(max_length=60)
    held_on: date
    officer_id: int = Field(foreign_key="account.id")
    minutes: int
    place: str = Field(max_length=60)
    result: str = Field(max_length=60)
    note: bytes | None = None
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    removed_at: datetime | None = None


class OutreachVisit(SQLModel, table=True):
    """Going to where the client is (BP-10): who goes, how they stay safe, and what came of it. `people` are accounts,
    `needs` entries of the list `accommodation`; `safety`, and `outcome` for what was found, are sealed."""

    __tablename__ = "outreach_visit"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    status: str = Field(default=OutreachStatus.PLANNED, max_length=10)
    planned_at: datetime
    people: list[int] = Field(default_factory=list, sa_type=JSON)
    needs: list[str] = Field(default_factory=list, sa_type=JSON)
    address: str = Field(default=AddressCheck.NOT_YET, max_length=10)
    travel_minutes: int | None = None
    safety: bytes
    left_at: datetime | None = None
    ended_at: datetime | None = None
    result: str = Field(default="", max_length=60)
    outcome: bytes | None = None
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
