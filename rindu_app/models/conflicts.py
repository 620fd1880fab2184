"""Who must not see a report, because she is or knows the person it is about."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class ConflictBlock(SQLModel, table=True):
    """From `since` on this account neither sees nor finds the report, nor the case it belongs to (X-07). `reason` is sealed.

    `told_at`: another supervisor has seen that a supervisor was shut out.
    """

    __tablename__ = "conflict_block"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    report_id: int = Field(foreign_key="report.id", index=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    by_id: int = Field(foreign_key="account.id")
    reason: bytes
    since: datetime = Field(default_factory=utc_now)
    until: datetime | None = None
    told_at: datetime | None = None
