"""A session and the appointment by which the person knows of it: one meeting, seen from two sides.

The appointment stands in her conversation, sealed with her report's key; the session stands in the file of the case.
"""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.reports.access import access_report, number_of, sealer_of
from rindu_app.domain.reports.history import tell_colleagues
from rindu_app.domain.sessions.booking import Plan
from rindu_app.domain.threads.commands import new_appointment
from rindu_app.models import Appointment, Case, CounsellingSession, Report
from rindu_app.words import clock
from rindu_app.words.codes import AppointmentStatus


def agreed_appointment(session: Session, actor: Actor, case: Case, uid: str, plan: Plan) -> Appointment:
    """The appointment that becomes a session; its report is held. Planned otherwise than she agreed, she is asked anew.

    Raises `NotFound`, `Conflict`.
    """
    appointment, _ = _appointment(session, actor, case, uid)
    if appointment.status != AppointmentStatus.ACCEPTED:
        raise Conflict("appointment_not_agreed")
    taken = select(CounsellingSession.id).where(CounsellingSession.appointment_uid == uid)
    if session.exec(taken).first() is not None:
        raise Conflict("appointment_has_session")
    if (appointment.starts_at, appointment.mode) != (plan.starts_at, plan.mode):
        move_invite(session, actor, case, uid, plan)
    return appointment


def invite(session: Session, actor: Actor, case: Case, report_number: str, plan: Plan) -> Appointment:
    """What was agreed otherwise appears in her conversation too. Raises `Invalid("tell", …)` for a report of another case."""
    report = access_report(session, actor, report_number, Permission.REPORT_WRITE, lock=True)
    if report.case_id != case.id:
        raise Invalid("tell", "unknown_choice")
    appointment = new_appointment(
        session, actor, report, mode=plan.mode, starts_at=plan.starts_at, place=plan.place
    )
    appointment.status, appointment.answered_at = AppointmentStatus.ACCEPTED, clock.now()
    session.add(appointment)
    return appointment


def move_invite(session: Session, actor: Actor, case: Case, uid: str, plan: Plan) -> None:
    """Another time is asked about anew: she answers on her page."""
    appointment, report = _appointment(session, actor, case, uid)
    same_time = appointment.starts_at == plan.starts_at and appointment.mode == plan.mode
    if not same_time or appointment.status != AppointmentStatus.ACCEPTED:
        appointment.status, appointment.answered_at = AppointmentStatus.PROPOSED, None
    appointment.starts_at, appointment.mode = plan.starts_at, plan.mode
    place = sealer_of(session, report).seal(f"appointment.place:{uid}", plan.place[:300])
    appointment.place = place
    session.add(appointment)
    audit(session, actor, "appointment:propose", number_of(report), report.area_code, mode=plan.mode)
    tell_colleagues(session, report)


def call_off(session: Session, actor: Actor, case: Case, uid: str) -> None:
    appointment, report = _appointment(session, actor, case, uid)
    appointment.status, appointment.answered_at = AppointmentStatus.CANCELLED, clock.now()
    session.add(appointment)
    audit(session, actor, "appointment:cancel", number_of(report), report.area_code)
    tell_colleagues(session, report)


def _appointment(session: Session, actor: Actor, case: Case, uid: str) -> tuple[Appointment, Report]:
    found = session.exec(
        select(Report)
        .join(Appointment, col(Appointment.report_id) == col(Report.id))
        .where(Appointment.uid == uid, Report.case_id == case.id)
    ).first()
    if found is None:
        raise NotFound
    report = access_report(session, actor, number_of(found), Permission.REPORT_WRITE, lock=True)
    return session.exec(select(Appointment).where(Appointment.uid == uid)).one(), report
