"""Reading the thread, each side its own."""

from sqlalchemy import or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.reports.access import access_own_report, access_report, number_of, sealer_of
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.reports.workflow import OPEN
from rindu_app.domain.threads.commands import mark_read
from rindu_app.domain.threads.rows import (
    AppointmentRow,
    FileRow,
    ReporterMessageRow,
    ReporterThread,
    StaffMessageRow,
    StaffThread,
)  # fmt: skip
from rindu_app.models import Account, Appointment, Attachment, Message, Report
from rindu_app.words.codes import (
    AppointmentStatus,
    Audience,
    Author,
    CounsellingMode,
    FileKind,
    ReportStatus,
)  # fmt: skip
from rindu_app.words.labels import REPORTER_STATUS, label


def read_thread(session: Session, actor: Actor, *, number: str) -> StaffThread:
    """The whole conversation with internal notes, for staff. Audited.

    Opening it does not say that somebody will answer: what is new stays new for the team until it is answered or set
    aside (`need_no_answer`), however many look.
    """
    report = access_report(session, actor, number, Permission.REPORT_READ)
    sealer = sealer_of(session, report)
    audit(session, actor, "report:thread", number_of(report), report.area_code)
    mark_read(session, report, reader=Author.STAFF)
    statement = (
        select(Message, Account.display_name)
        .join(Account, col(Account.id) == col(Message.by_id), isouter=True)
        .where(Message.report_id == report.id)
        .order_by(col(Message.id))
    )
    messages = tuple(
        StaffMessageRow(m.uid, m.author, by or "", m.audience, _text(sealer, m), m.at, m.read_at is not None)
        for m, by in session.exec(statement)
    )
    return StaffThread(messages, _appointments(session, report, sealer), _files(session, report, sealer))


def read_own_thread(session: Session, actor: Actor) -> ReporterThread:
    """What the reporter sees: messages meant for her, her appointments, her files, her status in plain words."""
    report = access_own_report(session, actor)
    sealer = sealer_of(session, report)
    audit(session, actor, "report:own_thread", number_of(report), report.area_code)
    mark_read(session, report, reader=Author.REPORTER)
    statement = (
        select(Message)
        .where(Message.report_id == report.id, Message.audience == Audience.REPORTER)
        .order_by(col(Message.id))
    )
    return ReporterThread(
        number=number_of(report),
        status=report.status,
        status_words=REPORTER_STATUS[ReportStatus(report.status)],
        waiting=report.status == ReportStatus.NEEDS_INFO,
        may_withdraw=report.status in OPEN,
        messages=tuple(
            ReporterMessageRow(m.author == Author.REPORTER, _text(sealer, m), m.at)
            for m in session.exec(statement)
        ),
        appointments=_appointments(session, report, sealer),
        files=_files(session, report, sealer, but_of=Audience.TEAM),
        timezone=timezone_of(session, report.area_code),
    )


def _text(sealer: Sealer, message: Message) -> str:
    return sealer.open(f"message.body:{message.uid}", message.body)


def _appointments(session: Session, report: Report, sealer: Sealer) -> tuple[AppointmentRow, ...]:
    statement = (
        select(Appointment).where(Appointment.report_id == report.id).order_by(col(Appointment.starts_at))
    )
    return tuple(
        AppointmentRow(
            a.uid,
            a.mode,
            label(CounsellingMode(a.mode)),
            a.starts_at,
            sealer.open(f"appointment.place:{a.uid}", a.place),
            a.status,
            label(AppointmentStatus(a.status)),
        )
        for a in session.exec(statement)
    )


def _files(
    session: Session, report: Report, sealer: Sealer, *, but_of: Audience | None = None
) -> tuple[FileRow, ...]:
    """One row per file: its working copy where there is one, else the original. What hangs on messages for `but_of` is left out."""
    hidden = select(Message.uid).where(Message.report_id == report.id, Message.audience == but_of)
    rows = session.exec(
        select(Attachment)
        .where(Attachment.report_id == report.id)
        .where(or_(col(Attachment.message_uid).is_(None), col(Attachment.message_uid).not_in(hidden)))
        .order_by(col(Attachment.at), col(Attachment.uid))
    ).all()
    copied = {row.original_uid for row in rows if row.kind == FileKind.WORKING}
    return tuple(
        FileRow(row.uid, sealer.open(f"attachment.name:{row.uid}", row.name), row.media_type, row.size)
        for row in rows
        if row.uid not in copied
    )
