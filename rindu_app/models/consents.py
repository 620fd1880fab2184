"""What a person allowed, and what a supervisor decided instead of her or about the work."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class Consent(SQLModel, table=True):
    """One answer to one purpose (3.11): separate, dated, revocable. A newer answer replaces an older one; both stay.

    `subject` narrows the purpose to one service or one partner; `fields` are what may be shared there. `evidence` and
    `why_other` (why somebody else than the person answered) are sealed. `lapsed_at`: since when whoever answered is an alleged
    perpetrator; it carries nothing from then on (3.12). `text_version` tells the words of the purpose that were shown (`CodeRow`);
    of answers before there was one it is "1".
    """

    __tablename__ = "consent"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    purpose: str = Field(max_length=40)
    subject: str = Field(default="", max_length=40)
    fields: list[str] = Field(default_factory=list, sa_type=JSON)
    given: bool
    given_by: str = Field(max_length=20)
    assent: str = Field(max_length=12)
    language: str = Field(max_length=12)
    explained_by_id: int = Field(foreign_key="account.id")
    text_version: str = Field(max_length=20)
    evidence_kind: str = Field(max_length=12)
    evidence: bytes
    why_other: bytes | None = None
    at: datetime = Field(default_factory=utc_now)
    expires_at: datetime | None = None
    withdrawn_at: datetime | None = None
    lapsed_at: datetime | None = None


class Approval(SQLModel, table=True):
    """Something a supervisor is asked to decide. `facts` are codes; `reason` and `comment` are sealed.

    `until` is when an approval, or a request that stands while it waits, ends by itself.
    """

    __tablename__ = "approval"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    kind: str = Field(max_length=20)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    asked_by_id: int = Field(foreign_key="account.id")
    asked_at: datetime = Field(default_factory=utc_now)
    reason: bytes
    until: datetime | None = None
    approved: bool | None = None
    decided_by_id: int | None = Field(default=None, foreign_key="account.id")
    decided_at: datetime | None = None
    comment: bytes | None = None
