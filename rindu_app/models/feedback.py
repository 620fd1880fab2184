"""What clients say about the help they got. Nothing here leads from an answer to a person (RS-23)."""

from datetime import date

from sqlmodel import Field, SQLModel

from rindu_app.models.base import area_field, new_uid


class ClientFeedback(SQLModel, table=True):
    """One client's answers, 1 to 4 each, None where she said nothing. No report, no case, no day: a kabupaten, a month and the
    broad kind of help. `words` is sealed with a key that all answers of the kabupaten share.

    Its key is random and it has no row number, so that not even the order tells which came when.
    """

    __tablename__ = "client_feedback"
    __table_args__ = {"sqlite_with_rowid": False}

    uid: str = Field(default_factory=new_uid, primary_key=True, max_length=32)
    area_code: str = area_field(index=True)
    month: str = Field(max_length=7)
    help: str = Field(max_length=12)
    respected: int | None = None
    safe: int | None = None
    rights: int | None = None
    needs: int | None = None
    again: int | None = None
    key_uid: str = Field(foreign_key="data_key.uid", max_length=32)
    words: bytes | None = None


class FeedbackMark(SQLModel, table=True):
    """That somebody has answered, and from when on she is asked again. Only she and the house see it; no member of staff does."""

    __tablename__ = "feedback_mark"

    report_id: int = Field(primary_key=True, foreign_key="report.id")
    again_on: date
