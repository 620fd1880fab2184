"""Counselling sessions, alone and in groups, with the notes about them."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, new_uid, utc_now
from rindu_app.words.codes import SessionStatus


class CounsellingSession(SQLModel, table=True):
    """One session of one person. Of a group's meeting each member has a row of her own, so her file holds all of it.

    `place`, `room` (of a video call), `anyway` (why outside working hours) and `ending` (why cancelled or missed) are
    sealed. `uptd`, `simfoni` and `component` are what the service counted as on the day it was planned (3.5).
    """

    __tablename__ = "counselling_session"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    meeting_id: int | None = Field(default=None, foreign_key="group_meeting.id", index=True)
    appointment_uid: str | None = Field(default=None, max_length=32, unique=True)
    counsellor_id: int = Field(foreign_key="account.id", index=True)
    by_id: int = Field(foreign_key="account.id")
    service: str = Field(max_length=60)
    uptd: str = Field(max_length=60)
    simfoni: str = Field(max_length=60)
    component: str = Field(max_length=60)
    mode: str = Field(max_length=12)
    starts_at: datetime = Field(index=True)
    minutes: int
    travel_before: int = 0
    travel_after: int = 0
    place: bytes
    room: bytes | None = None
    outside: list[str] = Field(default_factory=list, sa_type=JSON)
    anyway: bytes | None = None
    status: str = Field(default=SessionStatus.PLANNED, max_length=10, index=True)
    ending: bytes | None = None
    settled_at: datetime | None = None
    created_at: datetime = Field(default_factory=utc_now)


class SessionNote(SQLModel, table=True):
    """What somebody wrote down about a session; `audience` decides who reads it.

    Once its time to edit is over it stays as it is, and what has to be added is a note of its own that amends it. `owner_id`
    wrote the first one: what is not for the team stays between her and the supervisor, whoever adds to it.
    """

    __tablename__ = "session_note"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    session_id: int = Field(foreign_key="counselling_session.id", index=True)
    owner_id: int = Field(foreign_key="account.id")
    author_id: int = Field(foreign_key="account.id")
    audience: str = Field(max_length=10)
    body: bytes
    at: datetime = Field(default_factory=utc_now)
    edited_at: datetime | None = None
    amends_uid: str | None = Field(default=None, max_length=32)
    version: int = 1


class CounsellingGroup(SQLModel, table=True):
    """People who meet together. Its name is sealed with a key of its own; who is in it stands in `GroupMember`."""

    __tablename__ = "counselling_group"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    key_uid: str = Field(foreign_key="data_key.uid", max_length=32)
    area_code: str = area_field(index=True)
    leader_id: int = Field(foreign_key="account.id", index=True)
    name: bytes
    created_at: datetime = Field(default_factory=utc_now)
    ended_at: datetime | None = None


class GroupMember(SQLModel, table=True):
    """A case in a group. `alias` is what she is called there, sealed with the group's key: its leader need not know her case."""

    __tablename__ = "group_member"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    group_id: int = Field(foreign_key="counselling_group.id", index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    alias: bytes
    by_id: int = Field(foreign_key="account.id")
    since: datetime = Field(default_factory=utc_now)
    until: datetime | None = None


class GroupMeeting(SQLModel, table=True):
    """One meeting of a group. `place`, `anyway` and `ending` are sealed with the group's key."""

    __tablename__ = "group_meeting"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    group_id: int = Field(foreign_key="counselling_group.id", index=True)
    counsellor_id: int = Field(foreign_key="account.id", index=True)
    service: str = Field(max_length=60)
    starts_at: datetime = Field(index=True)
    minutes: int
    travel_before: int = 0
    travel_after: int = 0
    place: bytes
    outside: list[str] = Field(default_factory=list, sa_type=JSON)
    anyway: bytes | None = None
    status: str = Field(default=SessionStatus.PLANNED, max_length=10, index=True)
    ending: bytes | None = None
    settled_at: datetime | None = None
