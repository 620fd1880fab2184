"""What is planned ends where it may not go on: her consent is gone, or her case is closed. What was held stays.

Whoever calls has access to the case and holds its row.
"""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.access import sealer_of
from rindu_app.domain.cases.standing import HANDLING, VIDEO_CALL
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.domain.schedule.slots import give_back
from rindu_app.domain.sessions.access import place_of
from rindu_app.domain.sessions.coming import coming_sessions, open_appointments
from rindu_app.domain.sessions.invites import call_off
from rindu_app.domain.sessions.workflow import next_status
from rindu_app.domain.threads.commands import cancel_appointment
from rindu_app.models import Case, CounsellingGroup, CounsellingSession, GroupMember, Report
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, CounsellingMode, SessionAction

COUNSELLING = "counselling"


def stop_sessions(
    session: Session, actor: Actor, case: Case, purpose: str, subject: str, reason: str
) -> None:
    """She said no to this, or no longer: what is planned of it does not happen, and nobody reminds her of it."""
    if (purpose, subject) == (HANDLING, COUNSELLING):
        end_counselling(session, actor, case, reason)
    elif purpose == VIDEO_CALL:
        end_sessions(session, actor, case, reason, mode=CounsellingMode.VIDEO)
        end_appointments(session, actor, case, reason, mode=CounsellingMode.VIDEO)


def end_counselling(session: Session, actor: Actor, case: Case, reason: str) -> None:
    """She leaves every group, and nothing that is to come takes place. The groups' own rows are left alone, so that nobody waits."""
    found = (
        select(GroupMember, CounsellingGroup.uid)
        .join(CounsellingGroup, col(CounsellingGroup.id) == col(GroupMember.group_id))
        .where(GroupMember.case_id == case.id, col(GroupMember.until).is_(None))
    )
    for member, uid in session.exec(found).all():
        member.until = clock.now()
        session.add(member)
        add_line(session, actor, case, CaseEventKind.GROUP_LEFT, note=reason, group=uid)
    end_sessions(session, actor, case, reason)


def end_session(session: Session, actor: Actor, case: Case, row: CounsellingSession, reason: str) -> None:
    """Its time is free again, and her appointment is called off. Raises `Conflict` once it is settled."""
    row.status = next_status(row.status, SessionAction.CANCEL)
    row.ending = sealer_of(session, case).seal(place_of("ending", row.uid), reason)
    row.settled_at = clock.now()
    session.add(row)
    if row.appointment_uid:
        call_off(session, actor, case, row.appointment_uid)
    give_back(session, row.uid)
    add_line(session, actor, case, CaseEventKind.SESSION_CANCELLED, note=reason, booking=row.uid)


def end_sessions(
    session: Session, actor: Actor, case: Case, reason: str, *, mode: CounsellingMode | None = None
) -> None:
    """Everything that is to come, her seats at the meetings of groups included; only that of one `mode` where it is named."""
    coming = coming_sessions(case)
    if mode is not None:
        coming = coming.where(CounsellingSession.mode == mode)
    for row in session.exec(coming.order_by(col(CounsellingSession.id))).all():
        end_session(session, actor, case, row, reason)


def end_appointments(
    session: Session, actor: Actor, case: Case, reason: str, *, mode: CounsellingMode | None = None
) -> None:
    """What was offered or agreed in her conversation and is no session."""
    reports = {row.id: row for row in session.exec(select(Report).where(Report.case_id == case.id))}
    for appointment in session.exec(open_appointments(case)).all():
        if mode is None or appointment.mode == mode:
            number = report_number(reports[appointment.report_id])
            cancel_appointment(session, actor, number=number, uid=appointment.uid)
            add_line(session, actor, case, CaseEventKind.APPOINTMENT_CANCELLED, note=reason, report=number)
