"""Notes about a session: who may read them, how long they can be edited, and what is added afterwards."""

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Invalid, NotFound
from rindu_app.domain.cases.access import case_id, number_of, sealer_of
from rindu_app.domain.cases.notes import keep_former, require_editable
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.sessions.access import access_session
from rindu_app.models import Case, CounsellingSession, SessionNote
from rindu_app.models.base import new_uid
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import NoteAudience


def write_session_note(
    session: Session, actor: Actor, *, number: str, uid: str, text: str, audience: NoteAudience
) -> SessionNote:
    """A note of its own, before the session or after it, in a closed case too. Raises `Invalid` (`required`, `too_long`)."""
    case, row = access_session(session, actor, number, uid, alone=False)
    return add_note(session, actor, case, row, text=text, audience=audience)


def edit_session_note(
    session: Session, actor: Actor, *, number: str, note_uid: str, text: str, version: int
) -> SessionNote:
    """Its author rewrites it while it is fresh; what it said before is kept.

    Raises `Forbidden` for anybody else, `Conflict` once its time is over (`note_fixed`), `ChangedBeside`: in another tab.
    """
    case, note = _note(session, actor, number, note_uid)
    before = open_note(session, case, note)
    require_editable(note, actor, version, before)
    words = _checked(text)
    keep_former(session, sealer_of(session, case), note, before)
    note.body = sealer_of(session, case).seal(_place(note.uid), words)
    note.edited_at, note.version = clock.now(), note.version + 1
    session.add(note)
    audit(session, actor, "session:note_edited", number_of(case), case.area_code)
    return note


def amend_session_note(
    session: Session, actor: Actor, *, number: str, note_uid: str, text: str
) -> SessionNote:
    """What has to be added to a note that stays as it is. It is read by whoever reads the note."""
    case, note = _note(session, actor, number, note_uid)
    row = session.get_one(CounsellingSession, note.session_id)
    return add_note(session, actor, case, row, text=text, audience=NoteAudience(note.audience), amends=note)


def add_note(
    session: Session,
    actor: Actor,
    case: Case,
    row: CounsellingSession,
    *,
    text: str,
    audience: NoteAudience,
    amends: SessionNote | None = None,
) -> SessionNote:
    """Its words never reach the timeline, which the whole team reads."""
    uid = new_uid()
    assert row.id is not None
    note = SessionNote(
        uid=uid, case_id=case_id(case), session_id=row.id, author_id=actor.id, audience=audience, at=clock.now(),
        owner_id=amends.owner_id if amends else actor.id, amends_uid=(amends.amends_uid or amends.uid) if amends else None,
        body=sealer_of(session, case).seal(_place(uid), _checked(text)),
    )  # fmt: skip
    session.add(note)
    audit(session, actor, "session:note", number_of(case), case.area_code, audience=audience)
    return note


def open_note(session: Session, case: Case, note: SessionNote) -> str:
    return sealer_of(session, case).open(_place(note.uid), note.body)


def _note(session: Session, actor: Actor, number: str, note_uid: str) -> tuple[Case, SessionNote]:
    note = session.exec(select(SessionNote).where(SessionNote.uid == note_uid)).first()
    found = session.get(CounsellingSession, note.session_id) if note is not None else None
    if note is None or found is None:
        raise NotFound
    case, _ = access_session(session, actor, number, found.uid, alone=False)
    return case, note


def _checked(text: str) -> str:
    text, limit = clean_text(text), get_settings().text_max_chars
    if not text:
        raise Invalid("text", "required")
    if len(text) > limit:
        raise Invalid("text", "too_long", limit=limit, length=len(text))
    return text


def _place(uid: str) -> str:
    return f"session_note.body:{uid}"
