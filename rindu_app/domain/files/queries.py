"""Listing and opening files. Opening leaves a line in the audit trail."""

from cryptography.exceptions import InvalidTag
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.roles import Kind
from rindu_app.access.sealing import ErasedError, Sealer, open_sealer
from rindu_app.adapters.file_store import get_file_store
from rindu_app.domain.files.rows import OpenedFile
from rindu_app.domain.threads.rows import FileRow
from rindu_app.models import Attachment, Message, Report
from rindu_app.words.codes import Audience


def file_place(uid: str) -> str:
    return f"attachment.file:{uid}"


def name_place(uid: str) -> str:
    return f"attachment.name:{uid}"


def list_draft_files(session: Session, sealer: Sealer, *, visit_hash: str) -> tuple[FileRow, ...]:
    """Files of a visit that are not sent yet. What a report has is part of its thread (domain/threads)."""
    mine = select(Attachment).where(Attachment.visit_hash == visit_hash)
    rows = session.exec(mine.order_by(col(Attachment.at), col(Attachment.uid))).all()
    copied = {row.original_uid for row in rows}
    return tuple(
        FileRow(row.uid, sealer.open(name_place(row.uid), row.name), row.media_type, row.size)
        for row in rows
        if row.uid not in copied
    )


def open_file(session: Session, actor: Actor, uid: str) -> OpenedFile:
    """The bytes of a report's file, in the clear, for one who may see the report. Raises `NotFound`, `Forbidden`."""
    if not (actor.may(Permission.REPORT_READ) or actor.may(Permission.OWN_REPORT)):
        raise Forbidden
    row = session.exec(
        select(Attachment).where(Attachment.uid == uid, col(Attachment.report_id).is_not(None))
    ).first()
    report = session.get(Report, row.report_id) if row is not None else None
    if row is None or report is None or not _may_see(session, actor, row):
        raise NotFound
    audit(session, actor, "file:read", uid, report.area_code, kind=row.kind)
    try:
        return _open(open_sealer(session, report.key_uid), row)
    except ErasedError as error:
        raise NotFound from error


def open_draft_file(session: Session, sealer: Sealer, *, visit_hash: str, uid: str) -> OpenedFile:
    """A file of a visit that is not sent yet, for the one who holds the visit's cookie. Raises `NotFound`."""
    mine = select(Attachment).where(Attachment.uid == uid, Attachment.visit_hash == visit_hash)
    row = session.exec(mine).first()
    if row is None:
        raise NotFound
    return _open(sealer, row)


def _open(sealer: Sealer, row: Attachment) -> OpenedFile:
    try:
        data = sealer.open_bytes(file_place(row.uid), get_file_store().get(row.uid))
    except (KeyError, InvalidTag) as error:
        raise NotFound("file_gone") from error
    return OpenedFile(sealer.open(name_place(row.uid), row.name), row.media_type, data)


def _may_see(session: Session, actor: Actor, row: Attachment) -> bool:
    """A file of an internal note is the team's, like the note."""
    if actor.kind is not Kind.REPORTER or row.message_uid is None:
        return True
    message = session.exec(select(Message).where(Message.uid == row.message_uid)).first()
    return message is not None and message.audience == Audience.REPORTER
