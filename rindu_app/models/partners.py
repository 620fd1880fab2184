"""Organisations that people are referred to."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, new_uid


class Partner(SQLModel, table=True):
    """A hospital, police unit, court, school … of an area (BP-20). Facts about an office, about nobody's person.

    `services` are codes of the list `referral_service`; `hours` are as in `Unit`; `mail` gets neutral notices.
    """

    __tablename__ = "partner"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    area_code: str = area_field(foreign_key="area.code", index=True)
    name: str = Field(max_length=120)
    kind: str = Field(max_length=40)
    services: list[str] = Field(default_factory=list, sa_type=JSON)
    phone: str = Field(default="", max_length=30)
    mail: str = Field(default="", max_length=120)
    address: str = Field(default="", max_length=300)
    hours: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    timezone: str = Field(default="Asia/Jakarta", max_length=20)
    mou_number: str = Field(default="", max_length=80)
    mou_until: date | None = None
    active: bool = True
