"""What somebody of the staff is writing, before it is sent."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class Draft(SQLModel, table=True):
    """One field of one screen as its writer left it, sealed with the key of the case or report it is about.

    `place` is the screen's address, `field` the field's name, with the uid of what it belongs to where a screen has several.
    """

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("account_id", "place", "field", name="uq_draft_account_id"),)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="protection_case.id", index=True)
    report_id: int | None = Field(default=None, foreign_key="report.id", index=True)
    place: str = Field(max_length=80)
    field: str = Field(max_length=80)
    body: bytes
    at: datetime = Field(default_factory=utc_now, index=True)
