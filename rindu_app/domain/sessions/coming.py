"""What of a case is still to come: sessions, and meetings agreed in her conversation."""

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from rindu_app.models import Appointment, Case, CounsellingSession, Report
from rindu_app.words import clock
from rindu_app.words.codes import AppointmentStatus, SessionStatus


def is_coming() -> tuple[ColumnElement[bool], ...]:
    """Planned, alone or in a group, and not begun: what has begun waits for somebody to say how it went."""
    return (
        col(CounsellingSession.status) == SessionStatus.PLANNED,
        col(CounsellingSession.starts_at) > clock.now(),
    )


def coming_sessions(case: Case) -> SelectOfScalar[CounsellingSession]:
    return select(CounsellingSession).where(CounsellingSession.case_id == case.id, *is_coming())


def open_appointments(case: Case) -> SelectOfScalar[Appointment]:
    """Of its reports: those that wait for her answer, and agreed ones that are still to come and are no session."""
    of_session = select(CounsellingSession.id).where(
        CounsellingSession.appointment_uid == col(Appointment.uid)
    )
    return (
        select(Appointment)
        .join(Report, col(Report.id) == col(Appointment.report_id))
        .where(
            Report.case_id == case.id,
            or_(
                col(Appointment.status) == AppointmentStatus.PROPOSED,
                (col(Appointment.status) == AppointmentStatus.ACCEPTED)
                & (col(Appointment.starts_at) > clock.now()),
            ),
            ~of_session.exists(),
        )
    )
