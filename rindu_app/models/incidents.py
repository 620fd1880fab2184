"""What happened to the client: several incidents a case, in codes that GBVIMS and SIMFONI can be read from."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, new_uid, utc_now
from rindu_app.words.codes import DatePrecision


class Incident(SQLModel, table=True):
    """One incident. `happened` is the first day of what is known; `precision` says how much of it counts.

    None means not known, never no. `description` is sealed, and so is `reported_where`.
    """

    __tablename__ = "incident"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    happened: date | None = None
    precision: str = Field(default=DatePrecision.UNKNOWN, max_length=8)
    time_of_day: str = Field(default="", max_length=60)
    place: str = Field(default="", max_length=60)
    area_code: str | None = area_field(default=None)
    setting: str = Field(default="", max_length=60)
    sphere: str = Field(default="", max_length=60)
    has_previous: bool | None = None
    was_exchange: bool | None = None
    statistics: bool | None = None
    description: bytes
    reported_where: bytes | None = None
    by_id: int = Field(foreign_key="account.id")
    since: datetime = Field(default_factory=utc_now)
    removed_at: datetime | None = None
    version: int = 1


class IncidentCode(SQLModel, table=True):
    """One entry of a list that holds for an incident: its kinds, forms, kinds of UU TPKS, where else it was reported."""

    __tablename__ = "incident_code"

    incident_id: int = Field(foreign_key="incident.id", primary_key=True)
    list_code: str = Field(primary_key=True, max_length=40)
    code: str = Field(primary_key=True, max_length=60)
    case_id: int = Field(foreign_key="protection_case.id", index=True)


class IncidentPerpetrator(SQLModel, table=True):
    """One alleged perpetrator of an incident, or several alike: never a name."""

    __tablename__ = "incident_perpetrator"

    id: int | None = Field(default=None, primary_key=True)
    incident_id: int = Field(foreign_key="incident.id", index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    relation: str = Field(default="", max_length=60)
    sex: str = Field(default="", max_length=60)
    age_band: str = Field(default="", max_length=60)
    number: int = 1
