"""The way into a video room, made at the moment somebody opens it: the counsellor as host, her client as guest.

The link is a key. It is handed to one browser and kept nowhere: not in the database, not in a State, not in the trail.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.session import widened
from rindu_app.adapters.video import Visit, get_video
from rindu_app.domain.cases.access import access_case, number_of, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.standing import VIDEO_CALL
from rindu_app.domain.reports.access import access_own_report
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.domain.sessions.access import place_of
from rindu_app.models import Appointment, Case, CounsellingSession
from rindu_app.words import clock
from rindu_app.words.codes import AppointmentStatus, CaseStatus, CounsellingMode, SessionStatus

OPENS_BEFORE = timedelta(minutes=15)
CLOSES_AFTER = timedelta(minutes=30)


def make_room_link(session: Session, actor: Actor, *, uid: str) -> str:
    """The host's link, for the session's own counsellor.

    Raises `NotFound` for strangers, `Forbidden` (`room_of_another`), `Conflict` with the reason why there is no way in now.
    """
    row = session.exec(select(CounsellingSession).where(CounsellingSession.uid == uid)).first()
    found = session.get(Case, row.case_id) if row is not None else None
    if row is None or found is None:
        raise NotFound
    case = access_case(session, actor, number_of(found), Permission.CASE_WRITE)
    if row.counsellor_id != actor.account_id:
        raise Forbidden("room_of_another")
    link = _link(session, actor, case, row, moderator=True)
    audit(session, actor, "session:room", number_of(case), case.area_code)
    return link


def make_own_room_link(session: Session, actor: Actor, *, uid: str) -> str:
    """The guest's link, for whoever was told of the session in her conversation: `uid` is that of her appointment.

    Raises `NotFound` for anybody else's, `Forbidden`, `Conflict` with the reason why there is no way in now.
    """
    report = access_own_report(session, actor)
    appointment = session.exec(select(Appointment).where(Appointment.uid == uid)).first()
    if appointment is None:
        raise NotFound
    if appointment.status == AppointmentStatus.PROPOSED:
        raise Conflict("room_answer_first")
    with widened(session, "the client's own room, by her own appointment"):
        row = session.exec(
            select(CounsellingSession).where(CounsellingSession.appointment_uid == uid)
        ).first()
        case = session.get(Case, row.case_id) if row is not None else None
        if row is None or case is None or appointment.status != AppointmentStatus.ACCEPTED:
            raise Conflict("room_none")
        link = _link(session, actor, case, row, moderator=False)
    audit(session, actor, "session:own_room", report_number(report), report.area_code)
    return link


def _link(session: Session, actor: Actor, case: Case, row: CounsellingSession, *, moderator: bool) -> str:
    """In the order in which it helps to know: is there a room at all, is it time, did she agree, is there a server."""
    if row.mode != CounsellingMode.VIDEO or row.room is None or case.status != CaseStatus.OPEN:
        raise Conflict("room_none")
    if row.status != SessionStatus.PLANNED:
        raise Conflict("room_over")
    opens, closes = room_times(row)
    if clock.now() < opens:
        raise Conflict("room_early", minutes=minutes_of(OPENS_BEFORE))
    if clock.now() >= closes:
        raise Conflict("room_over")
    require_consent(session, actor, case, VIDEO_CALL)
    rooms = get_video()
    if not rooms.is_on:
        raise Conflict("video_off")
    room = sealer_of(session, case).open(place_of("room", row.uid), row.room)
    return rooms.link(Visit(room, moderator, opens, closes))


def room_times(row: CounsellingSession) -> tuple[datetime, datetime]:
    """From when until when the room of a session is open."""
    end = row.starts_at + timedelta(minutes=row.minutes)
    return row.starts_at - OPENS_BEFORE, end + CLOSES_AFTER


def minutes_of(length: timedelta) -> int:
    return int(length.total_seconds() // 60)
