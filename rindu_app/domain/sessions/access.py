"""Finding one session of a case."""

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case
from rindu_app.models import Case, CounsellingSession


def access_session(
    session: Session, actor: Actor, number: str, uid: str, *, is_open: bool = False, alone: bool = True
) -> tuple[Case, CounsellingSession]:
    """The case, its row held, and its session. `alone`: the meetings of a group are moved and settled for all at once.

    Raises `NotFound` for strangers and for another case's session, `Forbidden`, `Conflict` for a closed case.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=is_open)
    found = session.exec(
        select(CounsellingSession).where(CounsellingSession.uid == uid, CounsellingSession.case_id == case.id)
    ).first()
    if found is None:
        raise NotFound
    if alone and found.meeting_id is not None:
        raise Conflict("session_of_group")
    return case, found


def place_of(column: str, uid: str) -> str:
    """Where a sealed word of a session stands."""
    return f"counselling_session.{column}:{uid}"
