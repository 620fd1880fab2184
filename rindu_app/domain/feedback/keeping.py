"""Writing an answer down so that nothing leads from it to a person."""

from sqlmodel import Session, col, select

from rindu_app.access.sealing import Sealer, new_sealer, open_sealer, store_key
from rindu_app.access.session import widened
from rindu_app.domain.feedback.said import Said
from rindu_app.models import ClientFeedback
from rindu_app.models.base import new_uid
from rindu_app.words.codes import Help

# Kabupaten or kota: below it a month and a kind of help would name one person.
COARSE = len("35.10")


def keep_answer(session: Session, said: Said, *, area_code: str, month: str, help: Help) -> None:
    """One row for whoever answered in this `month` ("2026-11"). Leaves no line in any trail: a line has a time, and a day is
    enough to know whose case was worked on then.
    """
    uid, area = new_uid(), area_code[:COARSE]
    sealer = _sealer_of(session, area, month)
    answer = ClientFeedback(
        uid=uid,
        area_code=area,
        month=month,
        help=help,
        key_uid=sealer.uid,
        words=sealer.seal(place_of(uid), said.words) if said.words else None,
        **{str(question): score for question, score in said.scores.items()},
    )
    session.add(answer)


def place_of(uid: str) -> str:
    """Where the words of an answer stand."""
    return f"client_feedback.words:{uid}"


def _sealer_of(session: Session, area: str, month: str) -> Sealer:
    """All answers of a kabupaten share a key: one of its own would be as old as its answer, to the day."""
    known = select(ClientFeedback.key_uid).where(col(ClientFeedback.area_code) == area).limit(1)
    with widened(session, "the key that answers of a kabupaten share"):
        key_uid = session.exec(known).first()
    if key_uid is not None:
        return open_sealer(session, key_uid)
    sealer = new_sealer()
    key = store_key(session, sealer)
    key.created_on = key.created_on.replace(day=1)
    session.add(key)
    return sealer
