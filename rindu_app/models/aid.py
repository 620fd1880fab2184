"""Help that reaches the client (RS-15, RS-17): money or things she receives, and what was applied for. Never a price."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class SocialAid(SQLModel, table=True):
    """One help. `received_rupiah` is what SHE was given, None where it was no money. `use` and `reason` are sealed."""

    __tablename__ = "social_aid"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    kind: str = Field(max_length=60)
    source: str = Field(max_length=60)
    status: str = Field(max_length=10)
    applied_on: date | None = None
    decided_on: date | None = None
    received_on: date | None = None
    received_rupiah: int | None = None
    use: bytes
    reason: bytes | None = None
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
