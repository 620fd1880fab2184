"""Putting a case into a group and taking it out again: always the act of the case's own team."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.standing import HANDLING
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.sessions.booking import Plan
from rindu_app.domain.sessions.coming import coming_sessions
from rindu_app.domain.sessions.ending import COUNSELLING
from rindu_app.domain.sessions.groups import (
    NAME_LENGTH,
    access_group,
    group_id,
    group_sealer,
    planned_meetings,
)
from rindu_app.domain.sessions.seats import blocked_cases, call_off_seats, take_seat
from rindu_app.models import Case, CounsellingGroup, CounsellingSession, GroupMeeting, GroupMember
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind


def join_group(session: Session, actor: Actor, *, number: str, uid: str, alias: str) -> GroupMember:
    """Put a case into a group, as `alias` there, and into its planned meetings.

    Raises `Invalid` without a name, `Conflict` without her consent, for a member, and where the group's leader is or knows
    the reported person (`leader_blocked`).
    """
    group = access_group(session, actor, uid, lock=True)
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    if group.ended_at is not None:
        raise Conflict("group_over")
    if not (alias := clean_text(alias)[:NAME_LENGTH]):
        raise Invalid("alias", "required")
    require_consent(session, actor, case, HANDLING, subject=COUNSELLING)
    if _membership(session, group, case) is not None:
        raise Conflict("member_already")
    if blocked_cases(session, group.leader_id, {case_id(case)}):
        raise Conflict("leader_blocked")
    member_uid = new_uid()
    member = GroupMember(
        uid=member_uid, group_id=group_id(group), case_id=case_id(case), by_id=actor.id, since=clock.now(),
        alias=group_sealer(session, group).seal(f"group_member.alias:{member_uid}", alias),
    )  # fmt: skip
    session.add(member)
    session.flush()
    add_line(session, actor, case, CaseEventKind.GROUP_JOINED, group=uid)
    for meeting in planned_meetings(session, group):
        take_seat(session, actor, meeting, case, _plan_of(session, group, meeting), meeting.outside)
    return member


def leave_group(session: Session, actor: Actor, *, number: str, uid: str) -> None:
    """She leaves the group, and its planned meetings, at once. What was, stays. Raises `NotFound`."""
    group = access_group(session, actor, uid, lock=True)
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    member = _membership(session, group, case)
    if member is None:
        raise NotFound
    member.until = clock.now()
    session.add(member)
    coming = (
        coming_sessions(case)
        .join(GroupMeeting, col(GroupMeeting.id) == col(CounsellingSession.meeting_id))
        .where(GroupMeeting.group_id == group.id)
    )
    call_off_seats(session, actor, [(row, case) for row in session.exec(coming).all()])
    add_line(session, actor, case, CaseEventKind.GROUP_LEFT, group=uid)


def _membership(session: Session, group: CounsellingGroup, case: Case) -> GroupMember | None:
    statement = select(GroupMember).where(
        GroupMember.group_id == group.id, GroupMember.case_id == case.id, col(GroupMember.until).is_(None)
    )
    return session.exec(statement).first()


def _plan_of(session: Session, group: CounsellingGroup, meeting: GroupMeeting) -> Plan:
    place = group_sealer(session, group).open(f"group_meeting.place:{meeting.uid}", meeting.place)
    return Plan(
        meeting.service, meeting.counsellor_id, meeting.starts_at, meeting.minutes, place=place,
        travel_before=meeting.travel_before, travel_after=meeting.travel_after,
    )  # fmt: skip
