"""Keeping and discarding files."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from sqlmodel import Session, col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.access.session import after_commit
from rindu_app.adapters.file_store import get_file_store
from rindu_app.domain.cases.assignment import require_work
from rindu_app.domain.files.checking import CheckedFile
from rindu_app.domain.files.queries import file_place, name_place
from rindu_app.domain.files.types import FIELD
from rindu_app.domain.reports.history import tell_colleagues
from rindu_app.models import Attachment, Report
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import FileKind

# A thread may gather more than one visit brings, but not without end.
PER_REPORT = 60


def keep_upload(
    session: Session,
    actor: Actor,
    sealer: Sealer,
    *,
    file: CheckedFile,
    report_id: int | None = None,
    visit_hash: str | None = None,
    message_uid: str | None = None,
) -> str:
    """Seal a checked file for a report, or for a visit whose report is not sent yet; returns the uid to show.

    The original stays as evidence with its hash in the audit trail; of a picture the working copy is what people get.
    The same bytes again are the same file: a resend keeps one. Raises `Invalid` (`file_too_many`), `Forbidden`, `NotFound`.
    """
    _require(session, actor, report_id, visit_hash)
    if same := _same_file(session, file, report_id, visit_hash):
        return same
    _check_room(session, report_id, visit_hash)
    original = _add(session, sealer, file.name, Attachment(
        kind=FileKind.ORIGINAL, report_id=report_id, visit_hash=visit_hash, message_uid=message_uid,
        media_type=file.type.media_type, size=len(file.data), sha256=file.sha256, name=b"", at=_moment(actor),
    ), file.data)  # fmt: skip
    shown = original
    if file.working is not None:
        shown = _add(session, sealer, file.name, Attachment(
            kind=FileKind.WORKING, report_id=report_id, visit_hash=visit_hash, message_uid=message_uid,
            original_uid=original, media_type=file.working.media_type, size=len(file.working.data),
            sha256=file.sha256, name=b"", at=_moment(actor),
        ), file.working.data)  # fmt: skip
    _tell(session, actor, report_id)
    audit(session, actor, "file:kept", original, sha256=file.sha256, size=len(file.data))
    return shown


def _require(session: Session, actor: Actor, report_id: int | None, visit_hash: str | None) -> None:
    if (report_id is None) == (visit_hash is None):
        raise ValueError("a file belongs to a report or to a visit")
    if report_id is None:
        if not actor.may(Permission.REPORT_SUBMIT):
            raise Forbidden
        return
    report = session.get(Report, report_id)
    if report is None:
        raise NotFound
    if not (actor.may(Permission.REPORT_WRITE) or actor.may(Permission.OWN_REPORT)):
        raise Forbidden
    if report.case_id is not None:
        require_work(
            session, actor, Permission.REPORT_WRITE, case_id=report.case_id, area_code=report.area_code
        )


def _tell(session: Session, actor: Actor, report_id: int | None) -> None:
    """What she adds later waits for somebody, like a message of hers."""
    report = session.get(Report, report_id) if report_id is not None else None
    if report is None:
        return
    if not actor.is_staff:
        report.unread = True
        session.add(report)
    tell_colleagues(session, report)


def _same_file(
    session: Session, file: CheckedFile, report_id: int | None, visit_hash: str | None
) -> str | None:
    kind = FileKind.ORIGINAL if file.working is None else FileKind.WORKING
    return session.exec(
        select(Attachment.uid).where(
            Attachment.sha256 == file.sha256,
            Attachment.kind == kind,
            Attachment.report_id == report_id,
            Attachment.visit_hash == visit_hash,
        )
    ).first()


def _check_room(session: Session, report_id: int | None, visit_hash: str | None) -> None:
    limit = get_settings().upload_max_files if report_id is None else PER_REPORT
    count = session.exec(
        select(func.count()).select_from(Attachment).where(
            Attachment.kind == FileKind.ORIGINAL,
            Attachment.report_id == report_id,
            Attachment.visit_hash == visit_hash,
        )
    ).one()  # fmt: skip
    if count >= limit:
        raise Invalid(FIELD, "file_too_many", limit=limit)


def _moment(actor: Actor) -> datetime:
    return clock.now() if actor.is_staff else clock.coarse_now()


def _add(session: Session, sealer: Sealer, name: str, row: Attachment, data: bytes) -> str:
    # The bytes are safe before the row is: a row without a file cannot be, a file without a row is swept.
    row.name = sealer.seal(name_place(row.uid), name)
    get_file_store().put(row.uid, sealer.seal_bytes(file_place(row.uid), data))
    session.add(row)
    return row.uid


def discard_draft_file(session: Session, *, visit_hash: str, uid: str) -> None:
    """Take one file back before sending, its original with it. Raises `NotFound`."""
    mine = Attachment.visit_hash == visit_hash
    row = session.exec(select(Attachment).where(mine, Attachment.uid == uid)).first()
    if row is None:
        raise NotFound
    uids = {uid, row.original_uid or uid}
    _discard(session, session.exec(select(Attachment).where(mine, col(Attachment.uid).in_(uids))).all())


def discard_draft_files(session: Session, *, visit_hash: str) -> int:
    """All files of a visit that ends without sending. Returns how many rows went."""
    rows = session.exec(select(Attachment).where(Attachment.visit_hash == visit_hash)).all()
    _discard(session, rows)
    return len(rows)


def _discard(session: Session, rows: Sequence[Attachment]) -> None:
    store = get_file_store()
    for row in rows:
        session.delete(row)
        after_commit(session, partial(store.delete, row.uid))
