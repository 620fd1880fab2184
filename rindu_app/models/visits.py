"""What a citizen's browser session leaves on the server while it lasts."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Visit(SQLModel, table=True):
    """A visit by someone without an account: a draft, or a return with a code.

    `wrapped_key` and so `draft` open only with the cookie, which the server does not keep. `draft` holds JSON (answers so far,
    receipt code after sending). Rows are deleted at exit or when they expire.
    """

    __tablename__ = "visit"

    token_hash: str = Field(primary_key=True, max_length=64)
    key_uid: str = Field(max_length=32)
    wrapped_key: bytes
    draft: bytes
    report_id: int | None = Field(default=None, foreign_key="report.id", index=True)
    expires_at: datetime = Field(index=True)


class Receipt(SQLModel, table=True):
    """How a receipt code finds its report: a keyed hash whose pepper is outside the database, and a slow-hash wrap of the key."""

    __tablename__ = "receipt"

    code_hash: str = Field(primary_key=True, max_length=64)
    report_id: int = Field(foreign_key="report.id", unique=True)
    salt: bytes
    wrapped_key: bytes
