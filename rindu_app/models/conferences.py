"""Case conferences: who meets about a case, what was said, and who does what by when."""

from datetime import date, datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now
from rindu_app.words.codes import ConferenceStatus, InviteAnswer


class CaseConference(SQLModel, table=True):
    """A meeting about a case (RS-22). `place`, `purpose`, `room` (of a video call), `notes` (its minutes) and `ending` are sealed."""

    __tablename__ = "case_conference"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    status: str = Field(default=ConferenceStatus.PLANNED, max_length=10)
    starts_at: datetime = Field(index=True)
    minutes: int
    place: bytes
    purpose: bytes
    room: bytes | None = None
    notes: bytes | None = None
    ending: bytes | None = None
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    ended_at: datetime | None = None


class ConferenceInvitee(SQLModel, table=True):
    """Somebody who is asked to come: of the team (`account_id`), or a partner (`partner_id`).

    `parcel` is all that a partner reads of it, sealed under a key of its own (`key_uid`), which is destroyed when its access
    ends. `fields` of the person are those that her consent for this partner names.
    """

    __tablename__ = "conference_invitee"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    conference_id: int = Field(foreign_key="case_conference.id", index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id")
    partner_id: int | None = Field(default=None, foreign_key="partner.id", index=True)
    key_uid: str | None = Field(default=None, foreign_key="data_key.uid", max_length=32)
    fields: list[str] = Field(default_factory=list, sa_type=JSON)
    parcel: bytes | None = None
    has_notes: bool = False
    access_until: datetime | None = None
    answer: str = Field(default=InviteAnswer.OPEN, max_length=8)
    answered_at: datetime | None = None
    came: bool | None = None
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
    ended_at: datetime | None = None


class ConferenceDecision(SQLModel, table=True):
    """What was decided, sealed: for a colleague it is a task (`task_uid`), for a partner what it promised to do."""

    __tablename__ = "conference_decision"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    conference_id: int = Field(foreign_key="case_conference.id", index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    words: bytes
    task_uid: str | None = Field(default=None, max_length=32)
    owner_id: int | None = Field(default=None, foreign_key="account.id")
    partner_id: int | None = Field(default=None, foreign_key="partner.id")
    due_on: date
    by_id: int = Field(foreign_key="account.id")
    at: datetime = Field(default_factory=utc_now)
