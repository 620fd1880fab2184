"""Notes of a case: who reads them, how long their writer may mend them, what they said before, and what is added later."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import ChangedBeside, Conflict, Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import access_case, case_id, number_of, sealer_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.answers import required_text
from rindu_app.models import Case, CaseNote, FormerNote, SessionNote
from rindu_app.models.base import new_uid
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, NoteAudience

# The fact of a line of the timeline that names its note.
WRITTEN = "written"


@dataclass(frozen=True)
class NoteWords:
    """One note as its readers see it. `former`: (until when it said so, what it said), oldest first."""

    note: CaseNote
    text: str = field(repr=False)
    former: tuple[tuple[datetime, str], ...] = field(repr=False)


def write_case_note(
    session: Session, actor: Actor, *, number: str, text: str, audience: NoteAudience = NoteAudience.TEAM
) -> CaseNote:
    """In a closed case too. Raises `Invalid` (`text`)."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    return _add(session, actor, case, text=text, audience=audience)


def edit_case_note(
    session: Session, actor: Actor, *, number: str, uid: str, text: str, version: int
) -> CaseNote:
    """Its writer mends it while it is fresh; what it said before is kept.

    Raises `Forbidden` for anybody else, `Conflict` once its time is over (`note_fixed`), `ChangedBeside`: in another tab.
    """
    case, note = _note(session, actor, number, uid)
    sealer = sealer_of(session, case)
    before = sealer.open(_place(uid), note.body)
    require_editable(note, actor, version, before)
    words = required_text("text", text)
    keep_former(session, sealer, note, before)
    note.body = sealer.seal(_place(uid), words)
    note.edited_at, note.version = clock.now(), note.version + 1
    session.add(note)
    audit(session, actor, "case:note_edited", number_of(case), case.area_code)
    return note


def amend_case_note(session: Session, actor: Actor, *, number: str, uid: str, text: str) -> CaseNote:
    """What has to be added to a note that stays as it is. It is read by whoever reads the note."""
    case, note = _note(session, actor, number, uid)
    return _add(session, actor, case, text=text, audience=NoteAudience(note.audience), amends=note)


def require_editable(note: CaseNote | SessionNote, actor: Actor, version: int, text: str) -> None:
    """`text`: what the note says. Raises `Forbidden`, `Conflict`: see `edit_case_note`. Only its writer gets to see both versions."""
    if note.author_id != actor.id:
        raise Forbidden("note_of_another")
    if not is_fresh(note):
        raise Conflict("note_fixed", hours=get_settings().note_edit_hours)
    if note.version != version:
        raise ChangedBeside(text, note.version, actor.name, note.edited_at)


def is_fresh(note: CaseNote | SessionNote) -> bool:
    """Whether its author may still mend it."""
    return clock.now() - note.at <= timedelta(hours=get_settings().note_edit_hours)


def keep_former(session: Session, sealer: Sealer, note: CaseNote | SessionNote, words: str) -> None:
    """What the note says until now."""
    uid = new_uid()
    session.add(
        FormerNote(
            uid=uid, case_id=note.case_id, note_uid=note.uid, owner_id=note.owner_id, audience=note.audience,
            body=sealer.seal(f"former_note.body:{uid}", words), at=clock.now(),
        )
    )  # fmt: skip


def read_former(session: Session, case: Case, sealer: Sealer) -> dict[str, tuple[tuple[datetime, str], ...]]:
    """Former words of all notes of a case that the actor may read, by the note's uid. One query."""
    found = session.exec(select(FormerNote).where(FormerNote.case_id == case.id).order_by(col(FormerNote.id)))
    former: dict[str, tuple[tuple[datetime, str], ...]] = {}
    for row in found:
        said = (row.at, sealer.open(f"former_note.body:{row.uid}", row.body))
        former[row.note_uid] = (*former.get(row.note_uid, ()), said)
    return former


def read_notes(session: Session, case: Case, sealer: Sealer, uids: Iterable[str]) -> dict[str, NoteWords]:
    """Those of the notes that the actor may read: the scope leaves out the others. Two queries."""
    found = session.exec(
        select(CaseNote).where(CaseNote.case_id == case.id, col(CaseNote.uid).in_(set(uids)))
    ).all()
    former = read_former(session, case, sealer)
    return {
        note.uid: NoteWords(note, sealer.open(_place(note.uid), note.body), former.get(note.uid, ()))
        for note in found
    }


def _add(
    session: Session, actor: Actor, case: Case, *, text: str, audience: NoteAudience, amends: CaseNote | None = None
) -> CaseNote:  # fmt: skip
    uid = new_uid()
    note = CaseNote(
        uid=uid, case_id=case_id(case), author_id=actor.id, audience=audience, at=clock.now(),
        owner_id=amends.owner_id if amends else actor.id, amends_uid=(amends.amends_uid or amends.uid) if amends else None,
        body=sealer_of(session, case).seal(_place(uid), required_text("text", text)),
    )  # fmt: skip
    session.add(note)
    add_line(
        session, actor, case, CaseEventKind.NOTE_ADDED if amends else CaseEventKind.NOTE, **{WRITTEN: uid}
    )
    return note


def _note(session: Session, actor: Actor, number: str, uid: str) -> tuple[Case, CaseNote]:
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    note = session.exec(
        select(CaseNote).where(CaseNote.uid == uid, CaseNote.case_id == case.id).with_for_update()
    ).first()
    if note is None:
        raise NotFound
    return case, note


def _place(uid: str) -> str:
    return f"case_note.body:{uid}"
