"""How a paper leaves the house: sealed, for hours and a few downloads, by whoever works on the case, and on record."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from cryptography.exceptions import InvalidTag
from sqlalchemy import or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import ErasedError
from rindu_app.access.session import after_commit
from rindu_app.adapters.file_store import get_file_store
from rindu_app.domain.cases.access import access_case, case_id, number_of, sealer_of
from rindu_app.domain.cases.assignment import require_work
from rindu_app.domain.cases.file import open_file
from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.files.rows import OpenedFile
from rindu_app.domain.papers.about import PaperSubject, list_paper_subjects, require_subject
from rindu_app.domain.papers.content import reference_of
from rindu_app.domain.papers.printing import Printed
from rindu_app.models import Account, Case, CaseExport
from rindu_app.models.base import new_uid
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import PaperKind
from rindu_app.words.labels import label
from rindu_app.words.papers import OPEN

PDF = "application/pdf"
SHOWN, BATCH = 50, 500


@dataclass(frozen=True)
class ExportRow:
    """A paper that was made. `ended`: why it cannot be downloaded any more, a code of `words/errors.py`; "" while it can."""

    uid: str
    kind: str
    label: str
    reference: str
    by: str
    at: datetime
    until: datetime
    left: int
    locked: bool
    ended: str


@dataclass(frozen=True)
class PapersView:
    """Newest first. `subjects`: what a paper about one thing could be about. `hours` and `downloads`: how long and how often the
    next one can be fetched."""

    head: CaseHead
    made: tuple[ExportRow, ...]
    subjects: tuple[PaperSubject, ...]
    hours: int
    downloads: int


def keep_export(session: Session, actor: Actor, *, number: str, printed: Printed) -> CaseExport:
    """Seal a printed paper with the key of its case, until it expires. Rights are asked again: printing took a moment.

    Raises `NotFound` outside the team, `Forbidden` for whoever broke the glass. A paper about somebody without a lock is a
    mistake of ours (`ValueError`).
    """
    case = access_case(session, actor, number, Permission.PAPER_MAKE)
    if not printed.password and printed.kind not in OPEN:
        raise ValueError(f"{printed.kind} leaves locked")
    if printed.number != number_of(case):
        raise NotFound
    uid, settings = new_uid(), get_settings()
    # The bytes are safe before the row is: a row without a file cannot be, a file without a row is swept.
    sealed = sealer_of(session, case).seal_bytes(_place(uid), printed.pdf)
    get_file_store().put(uid, sealed)
    row = CaseExport(
        uid=uid,
        case_id=case_id(case),
        kind=printed.kind,
        subject=printed.subject,
        called=printed.called,
        by_id=actor.id,
        at=clock.now(),
        size=len(printed.pdf),
        locked=bool(printed.password),
        expires_at=clock.now() + timedelta(hours=settings.paper_hours),
        downloads_left=settings.paper_downloads,
    )
    session.add(row)
    audit(session, actor, "paper:made", number_of(case), case.area_code, kind=row.kind)
    return row


def list_exports(session: Session, actor: Actor, *, number: str) -> PapersView:
    """The papers of a case that were made. Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    statement = (
        select(CaseExport, Account.display_name)
        .join(Account, col(Account.id) == col(CaseExport.by_id))
        .where(CaseExport.case_id == file.id)
        .order_by(col(CaseExport.id).desc())
        .limit(SHOWN)
    )
    subjects = list_paper_subjects(session, file.case)
    now = {(one.kind, one.uid) for one in subjects}
    rows = tuple(_row(row, by, file.head.number, now) for row, by in session.exec(statement))
    settings = get_settings()
    return PapersView(file.head, rows, subjects, settings.paper_hours, settings.paper_downloads)


def fetch_export(session: Session, actor: Actor, *, uid: str) -> OpenedFile:
    """The PDF, once more counted and noted. Everything is asked again: role, team, conflict of interest, time.

    Raises `NotFound` outside the team, `Forbidden` for whoever broke the glass, `Conflict` where it expired, was taken
    back, was fetched often enough, or might not be made of its subject any more: a consent ends letters too.
    """
    row, case = _find(session, actor, uid)
    if code := _ended(row):
        raise Conflict(code)
    if row.subject:
        require_subject(session, case, PaperKind(row.kind), row.subject)
    try:
        data = sealer_of(session, case).open_bytes(_place(uid), get_file_store().get(uid))
    except (KeyError, InvalidTag, ErasedError) as error:
        raise NotFound("file_gone") from error
    row.downloads_left -= 1
    session.add(row)
    audit(session, actor, "paper:fetched", number_of(case), case.area_code, kind=row.kind)
    return OpenedFile(f"{reference_of(row.called or number_of(case), PaperKind(row.kind))}.pdf", PDF, data)


def revoke_export(session: Session, actor: Actor, *, number: str, uid: str) -> CaseExport:
    """Take a paper back: nobody downloads it any more. What was downloaded cannot be fetched back.

    Raises `NotFound`, `Forbidden`, `Conflict` where it had ended already.
    """
    row, case = _find(session, actor, uid)
    if number_of(case) != number:
        raise NotFound
    if code := _ended(row):
        raise Conflict(code)
    row.revoked_at, row.revoked_by_id = clock.now(), actor.id
    _drop(session, row)
    audit(session, actor, "paper:revoked", number, case.area_code, kind=row.kind)
    return row


def sweep_exports(session: Session, actor: Actor) -> int:
    """Delete the files of papers whose time or downloads are over; their rows stay as the record. Returns how many."""
    over = or_(col(CaseExport.expires_at) <= clock.now(), col(CaseExport.downloads_left) <= 0)
    statement = select(CaseExport).where(col(CaseExport.gone_at).is_(None), over).limit(BATCH)
    rows = session.exec(statement).all()
    for row in rows:
        _drop(session, row)
    if rows:
        audit(session, actor, "paper:swept", count=len(rows))
    return len(rows)


def _find(session: Session, actor: Actor, uid: str) -> tuple[CaseExport, Case]:
    row = session.exec(select(CaseExport).where(CaseExport.uid == uid).with_for_update()).first()
    case = session.get(Case, row.case_id) if row is not None else None
    if row is None or case is None:
        raise NotFound
    if not actor.may(Permission.PAPER_MAKE):
        raise Forbidden
    require_work(session, actor, Permission.PAPER_MAKE, case_id=row.case_id, area_code=case.area_code)
    return row, case


def _ended(row: CaseExport) -> str:
    if row.revoked_at is not None:
        return "paper_revoked"
    if row.downloads_left <= 0:
        return "paper_used_up"
    return "paper_expired" if row.expires_at <= clock.now() else ""


def _drop(session: Session, row: CaseExport) -> None:
    row.gone_at = clock.now()
    session.add(row)
    after_commit(session, partial(get_file_store().delete, row.uid))


def _row(row: CaseExport, by: str, number: str, now: set[tuple[PaperKind, str]]) -> ExportRow:
    kind = PaperKind(row.kind)
    over = "paper_not_now" if row.subject and (kind, row.subject) not in now else ""
    return ExportRow(
        uid=row.uid,
        kind=row.kind,
        label=label(kind),
        reference=reference_of(row.called or number, kind),
        by=by,
        at=row.at,
        until=row.expires_at,
        left=row.downloads_left,
        locked=row.locked,
        ended=_ended(row) or over,
    )


def _place(uid: str) -> str:
    return f"case_export.file:{uid}"
