"""The audit trail: append-only, each row chained to the one before it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field


class AuditEntry(SQLModel, table=True):
    """Who did what to which object. `facts` holds codes and numbers only, never a person's words."""

    __tablename__ = "audit_entry"

    id: int = Field(primary_key=True)
    at: datetime = Field(index=True)
    actor: str = Field(max_length=40, index=True)
    role: str = Field(max_length=20)
    action: str = Field(max_length=60, index=True)
    object_ref: str = Field(default="", max_length=60, index=True)
    area_code: str = area_field(default="", index=True)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    link: str = Field(max_length=64)


class AuditHead(SQLModel, table=True):
    """The newest link and the count, sealed with a key outside the database: a cut-off tail is noticed."""

    __tablename__ = "audit_head"

    id: int = Field(default=1, primary_key=True)
    count: int = 0
    link: str = Field(default="", max_length=64)
    seal: str = Field(default="", max_length=64)
