"""The people of a case, and cases that belong together."""

from datetime import datetime

from sqlalchemy import JSON, Index, text
from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid, utc_now
from rindu_app.words.codes import PersonSafety

_ONE_CLIENT = text("role = 'client'")


class CasePerson(SQLModel, table=True):
    """Somebody of a case. `details` is sealed JSON: name, phone, address, NIK, birth or stated age, note.

    Every case has one row for its client; her name, phone and age stay in `Case.client`, and nowhere else. The two hashes are
    keyed: they find the same number again and tell nobody which it is.
    """

    __tablename__ = "case_person"
    __table_args__ = (
        Index(
            "uq_case_person_client", "case_id", unique=True,
            sqlite_where=_ONE_CLIENT, postgresql_where=_ONE_CLIENT,
        ),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    role: str = Field(max_length=12)
    relation: str = Field(default="", max_length=60)
    sex: str = Field(default="", max_length=60)
    age_band: str = Field(default="", max_length=60)
    education: str = Field(default="", max_length=60)
    job: str = Field(default="", max_length=60)
    marital: str = Field(default="", max_length=60)
    citizenship: str = Field(default="", max_length=60)
    disabilities: list[str] = Field(default_factory=list, sa_type=JSON)
    accommodations: list[str] = Field(default_factory=list, sa_type=JSON)
    in_household: bool = False
    is_guardian: bool = False
    safety: str = Field(default=PersonSafety.UNKNOWN, max_length=8)
    nik_hash: str | None = Field(default=None, max_length=64, index=True)
    phone_hash: str | None = Field(default=None, max_length=64, index=True)
    details: bytes | None = None
    by_id: int = Field(foreign_key="account.id")
    since: datetime = Field(default_factory=utc_now)
    removed_at: datetime | None = None
    version: int = 1


class CaseLink(SQLModel, table=True):
    """One side of a link between two cases: each case has a row of its own, with the reason sealed by its own key."""

    __tablename__ = "case_link"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=new_uid, max_length=32, unique=True)
    pair: str = Field(max_length=32, index=True)
    case_id: int = Field(foreign_key="protection_case.id", index=True)
    other_id: int = Field(foreign_key="protection_case.id")
    kind: str = Field(max_length=20)
    reason: bytes
    by_id: int = Field(foreign_key="account.id")
    since: datetime = Field(default_factory=utc_now)
    until: datetime | None = None
    until_by_id: int | None = Field(default=None, foreign_key="account.id")
