"""Referrals to partners, and the one-time links by which a partner without an account answers."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now
from rindu_app.words.codes import ReferralStatus


class Referral(SQLModel, table=True):
    """A service that somebody else was asked for, or that was found not to be needed (GBVIMS `outcome`).

    `parcel` is sealed JSON under a key of its own (`key_uid`) and holds what the partner may read, `fields` of the person; the
    key is destroyed when the partner's access ends. `record` is sealed with the case: what was asked and shared, for the team.
    Without `key_uid` nothing was sent to anybody. `access_until`: when the consent it rests on ends by itself.
    """

    __tablename__ = "referral"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    partner_id: int | None = Field(default=None, foreign_key="partner.id", index=True)
    key_uid: str | None = Field(default=None, foreign_key="data_key.uid", max_length=32)
    service: str = Field(max_length=60)
    urgency: str = Field(max_length=10)
    fields: list[str] = Field(default_factory=list, sa_type=JSON)
    status: str = Field(default=ReferralStatus.SENT, max_length=12, index=True)
    outcome: str = Field(max_length=30)
    parcel: bytes | None = None
    record: bytes
    made_by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    due_at: datetime | None = Field(default=None, index=True)
    opened_at: datetime | None = None
    access_until: datetime | None = None
    reminded_at: datetime | None = None
    escalated_at: datetime | None = None
    ended_at: datetime | None = None


class ReferralLink(SQLModel, table=True):
    """A link for one referral. Only hashes are kept of its token, of the code that is told by telephone, and of the cookie
    that the two give. `wrong` counts codes that were not right."""

    __tablename__ = "referral_link"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    referral_id: int = Field(foreign_key="referral.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    code_hash: str = Field(max_length=64)
    wrong: int = 0
    at: datetime = Field(default_factory=utc_now)
    expires_at: datetime
    session_hash: str | None = Field(default=None, max_length=64, unique=True)
    session_until: datetime | None = None
    ended_at: datetime | None = None
