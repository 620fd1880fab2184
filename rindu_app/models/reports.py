"""A report: what somebody told us, and what was done with it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, new_uid, utc_now
from rindu_app.words.codes import ReportStatus, Risk


class Report(SQLModel, table=True):
    """One person's report, curhat or request for counselling.

    `answers` is sealed JSON with everything that could name or describe a person (story, names, phone, RT). Times that a reporter
    causes are rounded down to the quarter hour, so that a row cannot be matched to a phone's traffic (secure-intake promise 9).
    """

    __tablename__ = "report"
    __table_args__ = (Index("ix_report_inbox", "area_code", "status", "due_at", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    key_uid: str = Field(foreign_key="data_key.uid", max_length=32)
    area_code: str = area_field(index=True)
    channel: str = Field(max_length=12)
    door: str = Field(max_length=12)
    teller: str = Field(max_length=12)
    mode: str = Field(default="", max_length=12)
    named: bool = False
    danger_now: bool = False
    answers: bytes
    status: str = Field(default=ReportStatus.NEW, max_length=12, index=True)
    risk: str = Field(default=Risk.MEDIUM, max_length=8)
    risk_decided: bool = False
    received_at: datetime = Field(index=True)
    due_at: datetime
    answered_at: datetime | None = None
    unread: bool = True
    assignee_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="protection_case.id", index=True)
    duplicate_of_id: int | None = Field(default=None, foreign_key="report.id")
    held_group: str | None = Field(default=None, max_length=32, index=True)
    version: int = 1


class ReportKind(SQLModel, table=True):
    """Kinds of violence of a report, many per report (3.1)."""

    __tablename__ = "report_kind"

    report_id: int = Field(foreign_key="report.id", primary_key=True)
    code: str = Field(primary_key=True, max_length=60)


class SafeContact(SQLModel, table=True):
    """How this person may be reached. A change adds a row; the newest one holds. `details` is sealed JSON:
    phone, trusted person, who may answer, code word, stop word."""

    __tablename__ = "safe_contact"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32)
    report_id: int = Field(foreign_key="report.id", index=True)
    ways: list[str] = Field(default_factory=list, sa_type=JSON)
    days: list[int] = Field(default_factory=list, sa_type=JSON)
    hour_from: int | None = None
    hour_to: int | None = None
    may_identify: bool = False
    may_leave_message: bool = False
    phone_shared: bool = True
    details: bytes
    since: datetime


class ReportEvent(SQLModel, table=True):
    """One thing that happened to a report: who, when, from which status to which."""

    __tablename__ = "report_event"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32)
    report_id: int = Field(foreign_key="report.id", index=True)
    action: str = Field(max_length=20)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime
    from_status: str = Field(default="", max_length=12)
    to_status: str = Field(default="", max_length=12)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    note: bytes | None = None


class Triage(SQLModel, table=True):
    """A danger checklist: what it proposed and what a person decided, with the reason (sealed)."""

    __tablename__ = "triage"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32)
    report_id: int = Field(foreign_key="report.id", index=True)
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    signs: list[str] = Field(default_factory=list, sa_type=JSON)
    proposed: str = Field(max_length=8)
    decided: str = Field(max_length=8)
    reason: bytes | None = None


class SearchToken(SQLModel, table=True):
    """Keyed hash of a normalised name word or phone number: finds by equality without keeping the text."""

    __tablename__ = "search_token"

    report_id: int = Field(foreign_key="report.id", primary_key=True)
    token: str = Field(primary_key=True, max_length=32, index=True)
