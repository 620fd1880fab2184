"""Notes about a case that are not about one of its sessions, and what notes of both kinds said before they were mended."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now


class CaseNote(SQLModel, table=True):
    """What somebody wrote down about a case; `audience` decides who reads it. Its line of the timeline holds only its uid.

    As a session's note: fixed once its time to edit is over, then amended by a note of its own; `owner_id` wrote the first one.
    """

    __tablename__ = "case_note"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    owner_id: int = Field(foreign_key="account.id")
    author_id: int = Field(foreign_key="account.id")
    audience: str = Field(max_length=10)
    body: bytes
    at: datetime = Field(default_factory=utc_now)
    edited_at: datetime | None = None
    amends_uid: str | None = Field(default=None, max_length=32)
    version: int = 1


class FormerNote(SQLModel, table=True):
    """The words of a note before they were mended, sealed, for exactly those who read the note. `at`: until when they stood."""

    __tablename__ = "former_note"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    note_uid: str = Field(max_length=32, index=True)
    owner_id: int = Field(foreign_key="account.id")
    audience: str = Field(max_length=10)
    body: bytes
    at: datetime = Field(default_factory=utc_now)
