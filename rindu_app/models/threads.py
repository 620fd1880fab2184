"""The conversation with a reporter: messages, files, appointments, outgoing notices."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now
from rindu_app.words.codes import AppointmentStatus, DeliveryStatus


class Message(SQLModel, table=True):
    """One message or internal note; `audience` decides who reads it. `client_key` tells a message sent twice from two."""

    __tablename__ = "message"
    __table_args__ = (UniqueConstraint("report_id", "client_key"),)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    report_id: int = Field(foreign_key="report.id", index=True)
    author: str = Field(max_length=10)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    audience: str = Field(max_length=10)
    body: bytes
    at: datetime
    read_at: datetime | None = None
    client_key: str | None = Field(default=None, max_length=32)


class Attachment(SQLModel, table=True):
    """A file of a report, sealed in the file store under `uid`. `name` is sealed. `sha256` is of the bytes received."""

    __tablename__ = "attachment"

    uid: str = Field(default_factory=new_uid, primary_key=True, max_length=32)
    report_id: int | None = Field(default=None, foreign_key="report.id", index=True)
    visit_hash: str | None = Field(default=None, max_length=64, index=True)
    message_uid: str | None = Field(default=None, max_length=32)
    kind: str = Field(max_length=10)
    original_uid: str | None = Field(default=None, max_length=32)
    media_type: str = Field(max_length=60)
    size: int
    sha256: str = Field(max_length=64)
    name: bytes
    at: datetime


class Appointment(SQLModel, table=True):
    """A proposed meeting. `place` (address, phone or link) is sealed."""

    __tablename__ = "appointment"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    report_id: int = Field(foreign_key="report.id", index=True)
    by_id: int = Field(foreign_key="account.id")
    mode: str = Field(max_length=12)
    starts_at: datetime
    place: bytes
    status: str = Field(default=AppointmentStatus.PROPOSED, max_length=12)
    at: datetime = Field(default_factory=utc_now)
    answered_at: datetime | None = None


class Delivery(SQLModel, table=True):
    """A neutral notice that leaves the house. `key` is unique: the same notice is never sent twice.

    To a reporter (`report_id`) its `recipient` is sealed; to a unit (`unit_id`) or a partner (`partner_id`) the address is
    its own. `link` is sealed with the referral's key until it has left. After `useful_until` it never leaves: a reminder
    must not come after the meeting.
    """

    __tablename__ = "delivery"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(max_length=80, unique=True)
    uid: str = Field(default_factory=new_uid, max_length=32)
    report_id: int | None = Field(default=None, foreign_key="report.id", index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    channel: str = Field(max_length=12)
    template: str = Field(max_length=60)
    recipient: bytes | None = None
    unit_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    partner_id: int | None = Field(default=None, foreign_key="partner.id", index=True)
    referral_id: int | None = Field(default=None, foreign_key="referral.id", index=True)
    link: bytes | None = None
    status: str = Field(default=DeliveryStatus.WAITING, max_length=10, index=True)
    attempts: int = 0
    overridden: bool = False
    created_at: datetime = Field(default_factory=utc_now)
    claimed_at: datetime | None = None
    useful_until: datetime | None = None
    sent_at: datetime | None = None
