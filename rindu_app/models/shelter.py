"""Temporary shelter (service 4): houses, rooms and beds, and who stays there. Where a house stands is a table of its own."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, new_uid, utc_now
from rindu_app.words.codes import ShelterStatus

_NOW = text("until IS NULL")


class ShelterHouse(SQLModel, table=True):
    """A house of an area under a name that gives nothing away. `boys_until`: oldest boy it takes; None takes no boys."""

    __tablename__ = "shelter_house"

    id: int | None = Field(default=None, primary_key=True)
    area_code: str = area_field(foreign_key="area.code", index=True)
    name: str = Field(max_length=80)
    boys_until: int | None = None
    active: bool = True


class ShelterAddress(SQLModel, table=True):
    """Where a house stands, sealed with a key of its own (3.13). Only the shelter's people of its area reach this table."""

    __tablename__ = "shelter_address"

    house_id: int = Field(primary_key=True, foreign_key="shelter_house.id")
    area_code: str = area_field()
    key_uid: str = Field(foreign_key="data_key.uid", max_length=32)
    address: bytes
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)


class ShelterRoom(SQLModel, table=True):
    """A room may be stricter than its house. `families_only`: for mothers who come with children."""

    __tablename__ = "shelter_room"

    id: int | None = Field(default=None, primary_key=True)
    house_id: int = Field(foreign_key="shelter_house.id", index=True)
    name: str = Field(max_length=60)
    boys_until: int | None = None
    families_only: bool = False
    active: bool = True


class ShelterBed(SQLModel, table=True):
    __tablename__ = "shelter_bed"

    id: int | None = Field(default=None, primary_key=True)
    room_id: int = Field(foreign_key="shelter_room.id", index=True)
    name: str = Field(max_length=40)
    active: bool = True


class ShelterStay(SQLModel, table=True):
    """One request and what came of it, from asking to leaving. `asked` is sealed JSON (who comes, needs, alias) under the
    case's key; `answer` is the sealed reason of a refusal or cancelling. `case_number` is all the shelter knows of the case.
    `onward_partner_id`: the institution that receives her next, which the team of the case knows alone.
    `told_at` and `raised_at`: when its passing the end was told to those who work on it, and to the supervisor."""

    __tablename__ = "shelter_stay"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    case_number: str = Field(max_length=20)
    key_uid: str = Field(foreign_key="data_key.uid", max_length=32)
    area_code: str = area_field(index=True)
    status: str = Field(default=ShelterStatus.REQUESTED, max_length=12, index=True)
    urgency: str = Field(max_length=8)
    asked: bytes
    asked_by_id: int = Field(foreign_key="account.id")
    asked_at: datetime = Field(default_factory=utc_now)
    answer: bytes | None = None
    house_id: int | None = Field(default=None, foreign_key="shelter_house.id", index=True)
    placed_at: datetime | None = None
    due_at: datetime | None = None
    told_at: datetime | None = None
    raised_at: datetime | None = None
    left_at: datetime | None = None
    destination: str = Field(default="", max_length=60)
    onward_partner_id: int | None = Field(default=None, foreign_key="partner.id")
    version: int = 1


class ShelterBedUse(SQLModel, table=True):
    """Who has a bed, from when until when. The database itself lets nobody have a bed that somebody else has now."""

    __tablename__ = "shelter_bed_use"
    __table_args__ = (
        Index("uq_shelter_bed_use_now", "bed_id", unique=True, sqlite_where=_NOW, postgresql_where=_NOW),
    )

    id: int | None = Field(default=None, primary_key=True)
    stay_id: int = Field(foreign_key="shelter_stay.id", index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    bed_id: int = Field(foreign_key="shelter_bed.id")
    since: datetime = Field(default_factory=utc_now)
    until: datetime | None = None


class ShelterExtension(SQLModel, table=True):
    """More days, asked for with a reason and decided by a supervisor. `reason` and `answer` are sealed."""

    __tablename__ = "shelter_extension"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    stay_id: int = Field(foreign_key="shelter_stay.id", index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    days: int
    reason: bytes
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    approved: bool | None = None
    answer: bytes | None = None
    decided_by_id: int | None = Field(default=None, foreign_key="account.id")
    decided_at: datetime | None = None


class ShelterEntry(SQLModel, table=True):
    """A line of the stay's log: something given, a visitor, an incident. `code` belongs to the kind's list; `note` is sealed."""

    __tablename__ = "shelter_entry"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    stay_id: int = Field(foreign_key="shelter_stay.id", index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    kind: str = Field(max_length=10)
    code: str = Field(default="", max_length=60)
    note: bytes | None = None
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
