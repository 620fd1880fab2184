"""Service units people can go to."""

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field


class Unit(SQLModel, table=True):
    """An office that serves an area. `hours` maps "1".."7" (Monday first) to ["07:30", "15:30"]."""

    __tablename__ = "unit"

    id: int | None = Field(default=None, primary_key=True)
    area_code: str = area_field(foreign_key="area.code", index=True)
    name: str = Field(max_length=120)
    kind: str = Field(max_length=40)
    phone: str = Field(default="", max_length=30)
    whatsapp: str = Field(default="", max_length=30)
    mail: str = Field(default="", max_length=120)
    address: str = Field(default="", max_length=300)
    address_secret: bool = False
    hours: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    timezone: str = Field(default="Asia/Jakarta", max_length=20)
    working_week: int = 5
    active: bool = True
