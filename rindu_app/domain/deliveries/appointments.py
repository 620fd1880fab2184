"""Reminding people of what they agreed to, in neutral words, and only as their safe contact allows (RR-05)."""

from datetime import timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import ErasedError
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT, standing_consent
from rindu_app.domain.contact.phones import normalise_phone
from rindu_app.domain.contact.safety import ContactRule, why_unsafe
from rindu_app.domain.deliveries.commands import CHANNELS, is_queued, queue_for_reporter
from rindu_app.domain.reports.access import sealer_of
from rindu_app.domain.reports.history import add_event
from rindu_app.domain.reports.view import newest_contact, timezone_of
from rindu_app.models import Appointment, Case, Report
from rindu_app.words import clock
from rindu_app.words.codes import AppointmentStatus, ReportAction
from rindu_app.words.notices import Notice

# From a day before on; later than this it would come with the meeting itself.
PREFIX = "reminder:"
FROM, UNTIL = timedelta(hours=24), timedelta(hours=1)


def remind_of_appointments(session: Session, actor: Actor) -> int:
    """Queue one notice for each appointment she accepted that comes within a day; returns how many.

    It is queued in a moment that is safe for her, so that it leaves at once: nothing waits for the next safe hour, which may
    come after the meeting. Where no hour before it is safe, or she chose no way out, nothing is sent. Another time that she
    accepted is reminded of anew.
    """
    now = clock.now()
    coming = (
        select(Appointment, Report)
        .join(Report, col(Report.id) == col(Appointment.report_id))
        .where(
            Appointment.status == AppointmentStatus.ACCEPTED,
            Appointment.starts_at > now + UNTIL,
            Appointment.starts_at <= now + FROM,
        )
        .order_by(col(Appointment.id))
    )
    return sum(_remind(session, actor, meeting, report) for meeting, report in session.exec(coming).all())


def _remind(session: Session, actor: Actor, meeting: Appointment, report: Report) -> bool:
    key = _key(meeting)
    if is_queued(session, key) or not _may_contact(session, report):
        return False
    contact, zone = newest_contact(session, report), timezone_of(session, report.area_code)
    rule = ContactRule.of(contact)
    way = next((way for way in CHANNELS if why_unsafe(rule, way, clock.now(), zone) is None), None)
    if way is None:
        return False
    try:
        details = sealer_of(session, report).open_json(f"safe_contact.details:{contact.uid}", contact.details)
    except ErasedError:
        return False
    phone = normalise_phone(details.get("phone", ""))
    if not phone:
        return False
    queue_for_reporter(
        session, report, CHANNELS[way], Notice.REMINDER, key, phone, overridden=False,
        useful_until=meeting.starts_at,
    )  # fmt: skip
    add_event(session, actor, report, ReportAction.NOTIFY, notice=Notice.REMINDER, broke="")
    return True


def is_still_agreed(session: Session, key: str) -> bool:
    """Whether a queued reminder is still right when it is to leave: its meeting may have been called off or moved since. True for
    whatever is no reminder of a meeting."""
    if not key.startswith(PREFIX):
        return True
    meeting = session.exec(select(Appointment).where(Appointment.uid == key.split(":")[1])).first()
    return meeting is not None and meeting.status == AppointmentStatus.ACCEPTED and _key(meeting) == key


def _key(meeting: Appointment) -> str:
    return f"{PREFIX}{meeting.uid}:{meeting.starts_at:%Y%m%d%H%M}"


def _may_contact(session: Session, report: Report) -> bool:
    """Once there is a case, her consent to be contacted decides; before that, only her safe contact."""
    case = session.get(Case, report.case_id) if report.case_id is not None else None
    return case is None or standing_consent(session, case, KEEP_AND_CONTACT) is not None
