"""What became of a session: she came, or she did not."""

from datetime import timedelta

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.sessions.access import access_session
from rindu_app.domain.sessions.notes import add_note
from rindu_app.domain.sessions.workflow import next_status
from rindu_app.models import CounsellingSession, GroupMeeting
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, NoteAudience, SessionAction, SessionStatus

KINDS = {SessionAction.HOLD: CaseEventKind.SESSION_HELD, SessionAction.MISS: CaseEventKind.SESSION_MISSED}


def settle_session(
    session: Session,
    actor: Actor,
    *,
    number: str,
    uid: str,
    came: bool,
    note: str = "",
    audience: NoteAudience = NoteAudience.TEAM,
) -> CounsellingSession:
    """Say whether it took place, with a note if there is one. The wrong answer can be mended while notes can.

    Allowed in a closed case too. Raises `Conflict` before it begins (`session_ahead`) or once it is settled for good.
    """
    case, row = access_session(session, actor, number, uid)
    action = SessionAction.HOLD if came else SessionAction.MISS
    target = next_status(row.status, action)
    settle(row, target)
    session.add(row)
    add_line(session, actor, case, KINDS[action], mode=row.mode, booking=uid)
    if note.strip():
        add_note(session, actor, case, row, text=note, audience=audience)
    return row


def settle(row: CounsellingSession | GroupMeeting, target: SessionStatus) -> None:
    """Raises `Conflict` too early or too late."""
    if row.starts_at > clock.now():
        raise Conflict("session_ahead")
    window = timedelta(hours=get_settings().note_edit_hours)
    if row.settled_at is not None and clock.now() - row.settled_at > window:
        raise Conflict("session_settled")
    row.status, row.settled_at = target, row.settled_at or clock.now()
