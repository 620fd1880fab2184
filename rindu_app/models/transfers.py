"""A case that changes hands: put to somebody, who says yes or no."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, new_uid, utc_now
from rindu_app.words.codes import TransferStatus


class CaseTransfer(SQLModel, table=True):
    """One offer, request or forwarding of a case, and its answer. `reason` and `answer` are sealed with the case.

    `account_id`: who becomes its manager; of a forwarding, whom the receiving office chose. `to_area` is the office that a
    case is forwarded to, `tier` the office whose supervisors are asked now: after long silence that is the next one above.
    """

    __tablename__ = "case_transfer"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    kind: str = Field(max_length=8)
    status: str = Field(default=TransferStatus.OPEN, max_length=10, index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    from_area: str = area_field()
    to_area: str = area_field(default="", index=True)
    tier: str = area_field(default="")
    reason: bytes
    answer: bytes | None = None
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    due_at: datetime = Field(index=True)
    reminded_at: datetime | None = None
    escalated_at: datetime | None = None
    answered_by_id: int | None = Field(default=None, foreign_key="account.id")
    ended_at: datetime | None = None
