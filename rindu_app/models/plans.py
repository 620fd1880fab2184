"""The plan of a case: goals in her words, how far they are, and each version that she agreed to."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class PlanGoal(SQLModel, table=True):
    """What she wants to reach, sealed in her own words, under one component of indicator 354. What is done for it is a `CaseTask`."""

    __tablename__ = "plan_goal"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    component: str = Field(max_length=40)
    words: bytes
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)


class GoalProgress(SQLModel, table=True):
    """How far a goal is on a day; the newest holds. `note` is sealed."""

    __tablename__ = "goal_progress"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    goal_uid: str = Field(foreign_key="plan_goal.uid", max_length=32)
    progress: str = Field(max_length=12)
    note: bytes
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)


class PlanAgreement(SQLModel, table=True):
    """One version of the plan as she agreed to it. `content` is sealed JSON of its goals and actions, `how` is sealed."""

    __tablename__ = "plan_agreement"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    number: int
    content: bytes
    agreed_by: str = Field(max_length=20)
    how: bytes
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
