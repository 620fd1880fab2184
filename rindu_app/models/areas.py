"""Administrative areas of Indonesia (Kemendagri codes) and the RT/RW below them."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, utc_now


class Area(SQLModel, table=True):
    """One province (level 1), kabupaten/kota (2), kecamatan (3) or desa/kelurahan (4)."""

    __tablename__ = "area"

    code: str = area_field(primary_key=True)
    name: str = Field(max_length=80)
    name_search: str = Field(default="", max_length=80, index=True)
    level: int
    kind: str = Field(max_length=12)
    parent_code: str | None = area_field(default=None, index=True)
    timezone: str = Field(default="Asia/Jakarta", max_length=20)
    valid_from: date
    valid_to: date | None = None
    legal_basis: str = Field(max_length=80)


class Neighbourhood(SQLModel, table=True):
    """RT and RW have no national code; they are written as text, "003"."""

    __tablename__ = "neighbourhood"
    __table_args__ = (UniqueConstraint("area_code", "rw", "rt"),)

    id: int | None = Field(default=None, primary_key=True)
    area_code: str = area_field(foreign_key="area.code")
    rw: str = Field(max_length=3)
    rt: str = Field(max_length=3)


class ReferenceVersion(SQLModel, table=True):
    """Which version of a shipped reference table is loaded."""

    __tablename__ = "reference_version"

    name: str = Field(primary_key=True, max_length=40)
    version: str = Field(max_length=80)
    loaded_at: datetime = Field(default_factory=utc_now)
