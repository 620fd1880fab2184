"""A case file: one person accompanied by one case manager and a team."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, new_uid, utc_now
from rindu_app.words.codes import CaseStatus


class Case(SQLModel, table=True):
    """A case. `client` is sealed JSON (name, birth year, phone). A closing or reopening is a `CaseEvent`.

    `worked_at`: when somebody of its team last wrote or did something. `quiet_told_at` and `quiet_raised_at`: when its
    silence since then was told to the worker, and to the supervisor.
    """

    __tablename__ = "protection_case"

    id: int | None = Field(default=None, primary_key=True)
    key_uid: str = Field(foreign_key="data_key.uid", max_length=32)
    area_code: str = area_field(index=True)
    status: str = Field(default=CaseStatus.OPEN, max_length=10, index=True)
    risk: str = Field(max_length=8)
    manager_id: int = Field(foreign_key="account.id", index=True)
    client: bytes
    opened_at: datetime = Field(default_factory=utc_now)
    active_at: datetime = Field(default_factory=utc_now, index=True)
    worked_at: datetime = Field(default_factory=utc_now, index=True)
    quiet_told_at: datetime | None = None
    quiet_raised_at: datetime | None = None
    version: int = 1


class CaseMember(SQLModel, table=True):
    """Who may open a case, from when until when. BREAK_GLASS rows carry a sealed reason and always an end."""

    __tablename__ = "case_member"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    kind: str = Field(max_length=12)
    since: datetime = Field(default_factory=utc_now)
    until: datetime | None = None
    by_id: int = Field(foreign_key="account.id")
    reason: bytes | None = None
    told_at: datetime | None = None


class CaseEvent(SQLModel, table=True):
    """One line of the case's timeline. `facts` holds no personal data; `note` is sealed. Nobody (`by_id`): a clock did it, or a partner without an account."""

    __tablename__ = "case_event"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    kind: str = Field(max_length=30)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    note: bytes | None = None


class CaseTask(SQLModel, table=True):
    """Something to be done for a case by a date; for a goal of its plan where `goal_uid` names one. `title` is sealed.

    `dropped`: ended with its case, without being done.
    `reminded_at` and `raised_at`: when its lateness was told to the worker, and to the supervisor.
    """

    __tablename__ = "case_task"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    owner_id: int = Field(foreign_key="account.id", index=True)
    by_id: int = Field(foreign_key="account.id")
    title: bytes
    due_at: datetime = Field(index=True)
    done_at: datetime | None = None
    done_by_id: int | None = Field(default=None, foreign_key="account.id")
    reminded_at: datetime | None = None
    raised_at: datetime | None = None
    goal_uid: str | None = Field(default=None, foreign_key="plan_goal.uid", max_length=32)
    dropped: bool = False
