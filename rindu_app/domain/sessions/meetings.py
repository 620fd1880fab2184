"""Meetings of a group. Each member's file holds a session of her own, which is moved and settled here for all at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.schedule.slots import give_back
from rindu_app.domain.sessions.booking import Plan, book, check_plan
from rindu_app.domain.sessions.catalogue import service_of
from rindu_app.domain.sessions.groups import access_group, group_id, group_sealer
from rindu_app.domain.sessions.outcome import settle
from rindu_app.domain.sessions.planning import PLACE_LENGTH
from rindu_app.domain.sessions.seats import (
    call_off_seats,
    hold_cases,
    hold_seats,
    may_attend,
    move_seats,
    settle_seats,
    take_seat,
)
from rindu_app.domain.sessions.workflow import next_status
from rindu_app.models import CounsellingGroup, GroupMeeting
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode, EntryKind, SessionAction, SessionStatus


@dataclass(frozen=True)
class Planned:
    """`left_out`: members without a standing consent, or whose case is closed."""

    uid: str
    invited: int
    left_out: int


def plan_meeting(session: Session, actor: Actor, *, group_uid: str, plan: Plan) -> Planned:
    """The group's leader meets all members who consented, face to face.

    Raises `NotFound`, `Forbidden` (`group_leader_only`), `Invalid` with the field, `Conflict` for a group that is over, for time
    that is taken, or that is unusual without a reason.
    """
    group = access_group(session, actor, group_uid, lead=True)
    if group.ended_at is not None:
        raise Conflict("group_over")
    plan, uid = _checked(session, group, plan), new_uid()
    cases = hold_cases(session, group)
    outside = [str(code) for code in book(session, plan, kind=EntryKind.MEETING, source_uid=uid)]
    meeting = GroupMeeting(
        uid=uid, group_id=group_id(group), counsellor_id=group.leader_id, service="", starts_at=plan.starts_at,
        minutes=plan.minutes, place=b"",
    )  # fmt: skip
    _write(session, group, meeting, plan, outside)
    session.flush()
    ready = [case for case in cases if may_attend(session, actor, case)]
    for case in ready:
        take_seat(session, actor, meeting, case, plan, outside)
    audit(session, actor, "group:meeting", group_uid, group.area_code, invited=len(ready))
    return Planned(uid, len(ready), len(cases) - len(ready))


def move_meeting(session: Session, actor: Actor, *, group_uid: str, uid: str, plan: Plan) -> GroupMeeting:
    """Another time or place for all. Raises as `plan_meeting`."""
    group = access_group(session, actor, group_uid, lead=True)
    meeting = _meeting(session, group, uid)
    next_status(meeting.status, SessionAction.MOVE)
    plan = _checked(session, group, plan)
    seats = hold_seats(session, meeting)
    outside = [str(code) for code in book(session, plan, kind=EntryKind.MEETING, source_uid=uid)]
    _write(session, group, meeting, plan, outside)
    move_seats(session, actor, seats, plan, outside)
    audit(session, actor, "group:meeting_moved", group_uid, group.area_code)
    return meeting


def cancel_meeting(session: Session, actor: Actor, *, group_uid: str, uid: str, reason: str) -> GroupMeeting:
    """Call it off for all. The reason stays with the group. Raises `Invalid` without one, `Conflict`."""
    group = access_group(session, actor, group_uid, lead=True)
    meeting = _meeting(session, group, uid)
    target = next_status(meeting.status, SessionAction.CANCEL)
    if not (reason := clean_text(reason)[:500]):
        raise Invalid("reason", "reason_missing")
    meeting.status = target
    meeting.ending = group_sealer(session, group).seal(f"group_meeting.ending:{uid}", reason)
    meeting.settled_at = clock.now()
    session.add(meeting)
    call_off_seats(session, actor, hold_seats(session, meeting))
    give_back(session, uid)
    audit(session, actor, "group:meeting_cancelled", group_uid, group.area_code)
    return meeting


def hold_meeting(
    session: Session, actor: Actor, *, group_uid: str, uid: str, came: Iterable[str]
) -> GroupMeeting:
    """It took place; `came` names the members (by their uid) who were there, the others were not.

    Can be said again while notes can be mended. Raises `Conflict` before it begins or once it is settled for good.
    """
    group = access_group(session, actor, group_uid, lead=True)
    meeting, present = _meeting(session, group, uid), set(came)
    if meeting.status != SessionStatus.HELD:
        next_status(meeting.status, SessionAction.HOLD)
    settle(meeting, SessionStatus.HELD)
    session.add(meeting)
    settle_seats(session, actor, group, hold_seats(session, meeting), present)
    audit(session, actor, "group:meeting_held", group_uid, group.area_code, present=len(present))
    return meeting


def _checked(session: Session, group: CounsellingGroup, plan: Plan) -> Plan:
    plan = replace(plan, counsellor_id=group.leader_id, mode=CounsellingMode.FACE)
    check_plan(plan)
    service_of(session, plan.service, for_groups=True)
    return plan


def _meeting(session: Session, group: CounsellingGroup, uid: str) -> GroupMeeting:
    statement = select(GroupMeeting).where(GroupMeeting.uid == uid, GroupMeeting.group_id == group.id)
    found = session.exec(statement).first()
    if found is None:
        raise NotFound
    return found


def _write(
    session: Session, group: CounsellingGroup, meeting: GroupMeeting, plan: Plan, outside: list[str]
) -> None:
    sealer, anyway = group_sealer(session, group), clean_text(plan.anyway)[:500]
    meeting.service, meeting.starts_at, meeting.minutes = plan.service, plan.starts_at, plan.minutes
    meeting.travel_before, meeting.travel_after = plan.travel_before, plan.travel_after
    place = clean_text(plan.place)[:PLACE_LENGTH]
    meeting.place = sealer.seal(f"group_meeting.place:{meeting.uid}", place)
    meeting.outside = outside
    named = f"group_meeting.anyway:{meeting.uid}"
    meeting.anyway = sealer.seal(named, anyway) if outside and anyway else None
    session.add(meeting)
