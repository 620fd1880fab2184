"""Staff accounts and their sessions. Reporters have none."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, new_uid, utc_now


class Account(SQLModel, table=True):
    """A person who works here. Role and area are looked up at every event, never remembered by the browser.

    `partner_id`: the organisation that somebody with the role PARTNER answers for.
    """

    __tablename__ = "account"

    id: int | None = Field(default=None, primary_key=True)
    username: str = Field(max_length=60, unique=True)
    display_name: str = Field(max_length=80)
    role: str = Field(max_length=20, index=True)
    area_code: str = area_field(foreign_key="area.code", index=True)
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    partner_id: int | None = Field(default=None, foreign_key="partner.id", index=True)
    password_hash: str = Field(max_length=200)
    must_change_password: bool = True
    key_uid: str | None = Field(default=None, foreign_key="data_key.uid")
    totp_secret: bytes | None = None
    totp_last_step: int = 0
    active: bool = True
    created_at: datetime = Field(default_factory=utc_now)


class RecoveryCode(SQLModel, table=True):
    """One-time code for a lost phone; only its hash is kept."""

    __tablename__ = "recovery_code"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    code_hash: str = Field(max_length=64)
    used_at: datetime | None = None


class LoginSession(SQLModel, table=True):
    """A signed-in browser. The cookie holds the token, this row only its hash.

    `verified_at` is empty until the second factor (`factor_at`) and a forced password change are done: until then it opens
    nothing. `new_secret` waits, sealed, while a second factor is being enrolled.
    """

    __tablename__ = "login_session"

    uid: str = Field(default_factory=new_uid, primary_key=True, max_length=32)
    token_hash: str = Field(max_length=64, unique=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    device: str = Field(default="", max_length=80)
    factor_at: datetime | None = None
    new_secret: bytes | None = None
    created_at: datetime = Field(default_factory=utc_now)
    seen_at: datetime = Field(default_factory=utc_now)
    verified_at: datetime | None = None
    ended_at: datetime | None = None


class LoginFailure(SQLModel, table=True):
    """A wrong password or code, so that the next try can be slowed. Subjects are keyed hashes, never addresses."""

    __tablename__ = "login_failure"

    id: int | None = Field(default=None, primary_key=True)
    subject_hash: str = Field(max_length=64, index=True)
    at: datetime = Field(default_factory=utc_now)
