"""Reaching the members of a group without learning of their cases: the one place that sees beyond the actor for it.

Whoever leads a group plans and settles its meetings for all members, whether she may open their files or not. What is written
here goes into those files; nothing of them comes back but how many there are, and what they are called in the group.
"""

from sqlmodel import Session, col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.session import widened
from rindu_app.domain.cases.access import case_id, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.standing import HANDLING
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.sessions.booking import Plan
from rindu_app.domain.sessions.ending import COUNSELLING
from rindu_app.domain.sessions.outcome import KINDS, settle
from rindu_app.domain.sessions.planning import write_plan
from rindu_app.domain.sessions.workflow import next_status
from rindu_app.models import (
    Case,
    ConflictBlock,
    CounsellingGroup,
    CounsellingSession,
    GroupMeeting,
    GroupMember,
    Report,
)
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, CaseStatus, SessionAction, SessionStatus

Seat = tuple[CounsellingSession, Case]


def hold_cases(session: Session, group: CounsellingGroup) -> list[Case]:
    """The members' cases in the order of their ids, so that two meetings never wait for each other."""
    statement = (
        select(Case)
        .join(GroupMember, col(GroupMember.case_id) == col(Case.id))
        .where(GroupMember.group_id == group.id, col(GroupMember.until).is_(None))
        .order_by(col(Case.id))
        .with_for_update()
    )
    with widened(session, "a group meets as a whole"):
        return list(session.exec(statement))


def hold_seats(session: Session, meeting: GroupMeeting) -> list[Seat]:
    """The members' own sessions of a meeting, but those that were called off; their cases are held.

    First the cases and then their sessions, as whoever ends what is planned in one case does: nobody waits for the other.
    """
    here = (
        CounsellingSession.meeting_id == meeting.id,
        CounsellingSession.status != SessionStatus.CANCELLED,
    )
    cases = select(Case).where(col(Case.id).in_(select(CounsellingSession.case_id).where(*here)))
    seats = (
        select(CounsellingSession, Case)
        .join(Case, col(Case.id) == col(CounsellingSession.case_id))
        .where(*here)
        .order_by(col(Case.id))
    )
    with widened(session, "a group meets as a whole"):
        session.exec(cases.order_by(col(Case.id)).with_for_update()).all()
        return list(session.exec(seats))


def may_attend(session: Session, actor: Actor, case: Case) -> bool:
    """Her case is open and she agreed to counselling, or an exception stands."""
    if case.status != CaseStatus.OPEN:
        return False
    try:
        with widened(session, "whether a member agreed to counselling"):
            require_consent(session, actor, case, HANDLING, subject=COUNSELLING)
    except Conflict:
        return False
    return True


def take_seat(
    session: Session, actor: Actor, meeting: GroupMeeting, case: Case, plan: Plan, outside: list[str]
) -> None:
    """Her own session of the meeting, in her own file."""
    row = CounsellingSession(
        uid=new_uid(), case_id=case_id(case), meeting_id=meeting.id, counsellor_id=plan.counsellor_id, by_id=actor.id,
        service="", uptd="", simfoni="", component="", mode="", starts_at=plan.starts_at, minutes=plan.minutes, place=b"",
        created_at=clock.now(),
    )  # fmt: skip
    with widened(session, "a member's own session of a meeting"):
        write_plan(session, sealer_of(session, case), row, plan, outside=outside, for_groups=True)
        session.add(row)
        add_line(session, actor, case, CaseEventKind.SESSION_PLANNED, mode=plan.mode, booking=row.uid)
        session.flush()


def move_seats(session: Session, actor: Actor, seats: list[Seat], plan: Plan, outside: list[str]) -> None:
    with widened(session, "a meeting is moved for all"):
        for row, case in seats:
            write_plan(session, sealer_of(session, case), row, plan, outside=outside, for_groups=True)
            session.add(row)
            add_line(session, actor, case, CaseEventKind.SESSION_MOVED, mode=plan.mode, booking=row.uid)
        session.flush()


def call_off_seats(session: Session, actor: Actor, seats: list[Seat]) -> None:
    """Whatever was still planned. Why stays with the group."""
    with widened(session, "a meeting is called off for all"):
        for row, case in seats:
            row.status, row.settled_at = next_status(row.status, SessionAction.CANCEL), clock.now()
            session.add(row)
            add_line(session, actor, case, CaseEventKind.SESSION_CANCELLED, booking=row.uid)
        session.flush()


def settle_seats(
    session: Session, actor: Actor, group: CounsellingGroup, seats: list[Seat], present: set[str]
) -> None:
    """`present` names the members who came. Said again, only what changed is written."""
    with widened(session, "who came to a meeting"):
        members = session.exec(select(GroupMember).where(GroupMember.group_id == group.id))
        here = {member.case_id for member in members if member.uid in present}
        for row, case in seats:
            _settle_seat(session, actor, case, row, came=row.case_id in here)
        session.flush()


def _settle_seat(session: Session, actor: Actor, case: Case, row: CounsellingSession, *, came: bool) -> None:
    if row.status == (SessionStatus.HELD if came else SessionStatus.MISSED):
        return
    action = SessionAction.HOLD if came else SessionAction.MISS
    settle(row, next_status(row.status, action))
    session.add(row)
    add_line(session, actor, case, KINDS[action], mode=row.mode, booking=row.uid)


def blocked_cases(session: Session, account_id: int, case_ids: set[int]) -> set[int]:
    """Those of the cases whose reported person this account is or knows (X-07)."""
    statement = (
        select(Report.case_id)
        .join(ConflictBlock, col(ConflictBlock.report_id) == col(Report.id))
        .where(
            col(Report.case_id).in_(case_ids),
            ConflictBlock.account_id == account_id,
            col(ConflictBlock.until).is_(None),
        )
    )
    with widened(session, "who must not meet whom in a group"):
        return {row for row in session.exec(statement) if row is not None}


def named_seats(session: Session, group: CounsellingGroup) -> list[tuple[str, bytes, int]]:
    """(uid, sealed name, case) of everybody in the group now. The case never leaves the domain."""
    statement = (
        select(GroupMember.uid, GroupMember.alias, GroupMember.case_id)
        .where(GroupMember.group_id == group.id, col(GroupMember.until).is_(None))
        .order_by(col(GroupMember.id))
    )
    with widened(session, "what members are called in their group"):
        return list(session.exec(statement))


def count_members(session: Session, group_ids: set[int]) -> dict[int, int]:
    """How many are in each group. One query."""
    statement = (
        select(GroupMember.group_id, func.count())
        .where(col(GroupMember.group_id).in_(group_ids), col(GroupMember.until).is_(None))
        .group_by(col(GroupMember.group_id))
    )
    with widened(session, "how many are in a group"):
        return dict(session.exec(statement).all())


def seat_statuses(session: Session, meeting_ids: set[int]) -> dict[int, dict[int, str]]:
    """Status by case of each meeting. One query."""
    statement = select(
        CounsellingSession.meeting_id, CounsellingSession.case_id, CounsellingSession.status
    ).where(col(CounsellingSession.meeting_id).in_(meeting_ids))
    found: dict[int, dict[int, str]] = {}
    with widened(session, "who came to the meetings of a group"):
        for meeting, case, status in session.exec(statement):
            found.setdefault(meeting or 0, {})[case] = status
    return found
