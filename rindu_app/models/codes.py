"""Lists that an administrator may change: code lists, hotlines, clocks, holidays."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field


class CodeItem(SQLModel, table=True):
    """One entry of a code list, with validity and its mapping to national code systems."""

    __tablename__ = "code_item"
    __table_args__ = (UniqueConstraint("list_code", "code"),)

    id: int | None = Field(default=None, primary_key=True)
    list_code: str = Field(max_length=40, index=True)
    code: str = Field(max_length=60)
    label: str = Field(max_length=300)
    help: str = Field(default="", max_length=600)
    position: int = 0
    active: bool = True
    valid_from: date
    valid_to: date | None = None
    national: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    extra: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class Hotline(SQLModel, table=True):
    """An emergency number, shown as it is: never run through a phone validator."""

    __tablename__ = "hotline"

    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(max_length=20)
    label: str = Field(max_length=60)
    note: str = Field(default="", max_length=120)
    whatsapp: str | None = Field(default=None, max_length=20)
    area_code: str | None = area_field(default=None, index=True)
    position: int = 0
    active: bool = True


class ClockRule(SQLModel, table=True):
    """How long something may take: minutes round the clock, or working days of the unit."""

    __tablename__ = "clock_rule"

    code: str = Field(primary_key=True, max_length=40)
    label: str = Field(max_length=120)
    minutes: int | None = None
    working_days: int | None = None
    around_the_clock: bool = True
    source: str = Field(default="", max_length=200)


class Holiday(SQLModel, table=True):
    __tablename__ = "holiday"

    day: date = Field(primary_key=True)
    name: str = Field(max_length=120)
    kind: str = Field(max_length=30)
