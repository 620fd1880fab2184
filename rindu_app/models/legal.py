"""The legal way of a case (3.6), protection from threats, and what runs out on it."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class LegalTrack(SQLModel, table=True):
    """One matter before the police and courts, the Pengadilan Agama (BP-22) or LPSK (BP-21). `matter` narrows the kind.

    `left_at`: since when nobody follows it, because its case was closed. The matter itself may go on without us.
    """

    __tablename__ = "legal_track"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    kind: str = Field(max_length=12)
    matter: str = Field(default="", max_length=60)
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    left_at: datetime | None = None


class LegalStep(SQLModel, table=True):
    """A stage that was reached. `stage` is an entry of the list `legal_stage`; `number` of the papers and `note` are sealed."""

    __tablename__ = "legal_step"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    track_id: int = Field(foreign_key="legal_track.id", index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    stage: str = Field(max_length=60)
    happened_at: datetime
    number: bytes | None = None
    note: bytes | None = None
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    removed_at: datetime | None = None


class LegalClock(SQLModel, table=True):
    """Time that the law gives somebody (3.8): from which step, by which rule, until when, and the task that watches it."""

    __tablename__ = "legal_clock"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    step_id: int = Field(foreign_key="legal_step.id", index=True)
    rule: str = Field(max_length=40)
    due_at: datetime
    task_uid: str = Field(max_length=32)
    stopped_at: datetime | None = None
