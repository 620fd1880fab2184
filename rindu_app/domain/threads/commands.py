"""Writing to each other: messages, internal notes, questions, appointments, changes by the reporter herself."""

from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.contact.new_contact import new_contact
from rindu_app.domain.reports.access import access_own_report, access_report, number_of, own_id, sealer_of
from rindu_app.domain.reports.answers import Answers, clean_text
from rindu_app.domain.reports.history import take_step, tell_colleagues
from rindu_app.domain.schedule.slots import give_back, make_firm, offer_time
from rindu_app.domain.threads.workflow import require_step
from rindu_app.models import Appointment, CounsellingSession, Message, Report, SafeContact
from rindu_app.models.base import new_uid
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import AppointmentStatus, Audience, Author, CounsellingMode, ReportAction


def write_message(session: Session, actor: Actor, *, text: str, client_key: str) -> Message:
    """The reporter writes. The same `client_key` twice is one message. Writing after the end opens the report again."""
    report = access_own_report(session, actor, lock=True)
    earlier = session.exec(
        select(Message).where(Message.client_key == client_key, Message.report_id == report.id)
    ).first()
    if earlier is not None:
        return earlier
    message = _add(session, actor, report, text, Author.REPORTER, Audience.REPORTER, client_key)
    take_step(session, actor, report, ReportAction.ANSWER)
    report.unread, report.held_group = True, None  # whoever comes back with her code is no machine
    return message


def reply(session: Session, actor: Actor, *, number: str, text: str, ask: bool = False) -> Message:
    """A counsellor answers on the page; `ask` marks that her answer is waited for. Stops the clock of the first answer."""
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    message = _add(session, actor, report, text, Author.STAFF, Audience.REPORTER)
    if ask:
        take_step(session, actor, report, ReportAction.ASK)
    _answered(session, report)
    audit(session, actor, "report:reply", number_of(report), report.area_code)
    return message


def write_note(session: Session, actor: Actor, *, number: str, text: str) -> Message:
    """An internal note; never shown to the reporter."""
    report = access_report(session, actor, number, Permission.REPORT_WRITE)
    audit(session, actor, "report:note", number_of(report), report.area_code)
    tell_colleagues(session, report)
    return _add(session, actor, report, text, Author.STAFF, Audience.TEAM)


def propose_appointment(
    session: Session, actor: Actor, *, number: str, mode: CounsellingMode, starts_at: datetime, place: str
) -> Appointment:
    """Offer a meeting; she accepts or declines it on her page. `place` is an address, a room link or a phone number.

    Raises `Invalid` for a time that has passed, `Conflict` where the counsellor is expected elsewhere (`calendar_taken`).
    """
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    if starts_at <= clock.now():
        raise Invalid("starts_at", "time_past")
    appointment = new_appointment(session, actor, report, mode=mode, starts_at=starts_at, place=place)
    offer_time(session, actor.id, appointment.uid, starts_at)
    return appointment


def new_appointment(
    session: Session,
    actor: Actor,
    report: Report,
    *,
    mode: CounsellingMode,
    starts_at: datetime,
    place: str,
) -> Appointment:
    """Put an appointment into her conversation. Its time in the calendar is its caller's to take."""
    uid = new_uid()
    sealed = sealer_of(session, report).seal(f"appointment.place:{uid}", clean_text(place)[:300])
    appointment = Appointment(
        uid=uid, report_id=own_id(report), by_id=actor.id, mode=mode, starts_at=starts_at, place=sealed
    )
    session.add(appointment)
    _answered(session, report)
    audit(session, actor, "appointment:propose", number_of(report), report.area_code, mode=mode)
    return appointment


def answer_appointment(session: Session, actor: Actor, *, uid: str, accept: bool) -> Appointment:
    """The reporter says yes or no. Raises `Conflict` where it no longer waits, or its time has gone to somebody else."""
    report = access_own_report(session, actor, lock=True)
    appointment = session.exec(select(Appointment).where(Appointment.uid == uid)).first()
    if appointment is None:
        raise NotFound
    if accept:
        make_firm(session, uid)
    _settle(appointment, AppointmentStatus.ACCEPTED if accept else AppointmentStatus.DECLINED)
    if not accept:
        give_back(session, uid)
    report.unread = True
    session.add(report)
    audit(session, actor, "appointment:answer", number_of(report), report.area_code, accept=accept)
    tell_colleagues(session, report)
    return appointment


def cancel_appointment(session: Session, actor: Actor, *, number: str, uid: str) -> Appointment:
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    appointment = session.exec(
        select(Appointment).where(Appointment.uid == uid, Appointment.report_id == report.id)
    ).first()
    if appointment is None:
        raise NotFound
    if session.exec(select(CounsellingSession.id).where(CounsellingSession.appointment_uid == uid)).first():
        raise Conflict("appointment_has_session")
    _settle(appointment, AppointmentStatus.CANCELLED)
    give_back(session, uid)
    audit(session, actor, "appointment:cancel", number_of(report), report.area_code)
    tell_colleagues(session, report)
    return appointment


def need_no_answer(session: Session, actor: Actor, *, number: str) -> Report:
    """What she wrote last has been read and asks for nothing ("terima kasih"): it no longer waits for anybody."""
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    report.unread = False
    session.add(report)
    audit(session, actor, "report:need_no_answer", number_of(report), report.area_code)
    tell_colleagues(session, report)
    return report


def change_safe_contact(session: Session, actor: Actor, *, answers: Answers) -> SafeContact:
    """The reporter says anew how she may be reached. The old row stays as history; the newest holds."""
    report = access_own_report(session, actor, lock=True)
    contact = new_contact(own_id(report), answers, sealer_of(session, report))
    session.add(contact)
    report.unread = True
    session.add(report)
    audit(session, actor, "report:safe_contact", number_of(report), report.area_code)
    tell_colleagues(session, report)
    return contact


def withdraw_report(session: Session, actor: Actor) -> Report:
    """The reporter takes her report back. A case goes on as its consents say; her wish is on its timeline at once."""
    report = access_own_report(session, actor, lock=True)
    take_step(session, actor, report, ReportAction.WITHDRAW)
    report.unread = True
    return report


def mark_read(session: Session, report: Report, *, reader: Author) -> None:
    """What the other side wrote has now been seen."""
    statement = select(Message).where(
        Message.report_id == report.id,
        Message.author != reader,
        Message.audience == Audience.REPORTER,
        col(Message.read_at).is_(None),
    )
    at = clock.coarse_now() if reader is Author.REPORTER else clock.now()
    for message in session.exec(statement):
        message.read_at = at
        session.add(message)


def _add(
    session: Session,
    actor: Actor,
    report: Report,
    text: str,
    author: Author,
    audience: Audience,
    key: str | None = None,
) -> Message:
    text, limit = clean_text(text), get_settings().text_max_chars
    if not text:
        raise Invalid("text", "message_empty")
    if len(text) > limit:
        raise Invalid("text", "too_long", limit=limit, length=len(text))
    uid = new_uid()
    message = Message(
        uid=uid,
        report_id=own_id(report),
        author=author,
        by_id=actor.account_id,
        audience=audience,
        body=sealer_of(session, report).seal(f"message.body:{uid}", text),
        at=clock.coarse_now() if author is Author.REPORTER else clock.now(),
        client_key=key,
    )
    session.add(message)
    return message


def _answered(session: Session, report: Report) -> None:
    """Somebody turned to her: the first clock stops, and nothing of hers waits. Opening a thread does neither."""
    report.answered_at = report.answered_at or clock.now()
    report.unread = False
    session.add(report)
    tell_colleagues(session, report)


def _settle(appointment: Appointment, status: AppointmentStatus) -> None:
    require_step(appointment.status, status)
    appointment.status = status
    appointment.answered_at = clock.coarse_now()
