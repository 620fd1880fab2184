"""Papers that were made of a case, for as long as they may leave the house."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class CaseExport(SQLModel, table=True):
    """One paper, sealed in the file store under `uid` with the key of its case until `gone_at`. The row stays as the record.

    `locked`: the PDF itself asks for a password, which is stored nowhere. `subject`: the uid of the one referral or mediation
    that it is about; `called`: the number on it, where that is not the number of the case.
    """

    __tablename__ = "case_export"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    kind: str = Field(max_length=20)
    subject: str = Field(default="", max_length=32)
    called: str = Field(default="", max_length=20)
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    size: int
    locked: bool
    expires_at: datetime = Field(index=True)
    downloads_left: int
    revoked_at: datetime | None = None
    revoked_by_id: int | None = Field(default=None, foreign_key="account.id")
    gone_at: datetime | None = Field(default=None, index=True)
