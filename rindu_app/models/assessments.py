"""How a person is, in four domains; what endangers her; and how she keeps safe. Each row stays as it was written."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class Assessment(SQLModel, table=True):
    """One domain, looked at by one professional on one day (RS-01). `reason` is sealed.

    `score` runs from 1 (critical) to 4 (good); the score before it is kept beside it, as it was read at the time.
    """

    __tablename__ = "assessment"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    area: str = Field(max_length=16)
    score: int
    previous_score: int | None = None
    needs: list[str] = Field(default_factory=list, sa_type=JSON)
    reason: bytes
    profession: str = Field(max_length=40)
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)


class DangerCheck(SQLModel, table=True):
    """The danger signs of a case, what they propose, and the risk that a person decided. `reason` is sealed."""

    __tablename__ = "danger_check"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    signs: list[str] = Field(default_factory=list, sa_type=JSON)
    proposed: str = Field(max_length=8)
    decided: str = Field(max_length=8)
    reason: bytes
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)


class SafetyPlan(SQLModel, table=True):
    """One version of her safety plan; the newest holds. `content` is sealed JSON with the parts of `SafetyFields`."""

    __tablename__ = "safety_plan"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    with_her: bool
    content: bytes
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
