"""Keys that open one person's words."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from rindu_app.models.base import new_uid


class DataKey(SQLModel, table=True):
    """The key of one report or case, wrapped by a key outside the database. Emptying `wrapped` erases the person."""

    __tablename__ = "data_key"

    uid: str = Field(default_factory=new_uid, primary_key=True, max_length=32)
    wrapping_key: str = Field(max_length=20, index=True)
    wrapped: bytes | None
    created_on: date
    destroyed_at: datetime | None = None
