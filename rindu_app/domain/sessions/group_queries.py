"""Groups as screens show them: each reader sees her own slice of who is in them."""

from datetime import datetime, timedelta

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import within_area
from rindu_app.access.sealing import Sealer, open_sealers
from rindu_app.domain.areas.codes import area_lineage
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.sessions.catalogue import LIST, list_services
from rindu_app.domain.sessions.groups import access_group, group_sealer, leads
from rindu_app.domain.sessions.rows import GroupRow, GroupView, MeetingRow, MemberSeatRow, OptionRow
from rindu_app.domain.sessions.seats import blocked_cases, count_members, named_seats, seat_statuses
from rindu_app.models import Account, Case, CounsellingGroup, GroupMeeting, GroupMember
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import SessionStatus
from rindu_app.words.labels import label

SHOWN = 100
MEETINGS = 50


def list_groups(session: Session, actor: Actor) -> tuple[GroupRow, ...]:
    """Groups of the own area and around it, those that go on first. Five queries. Raises `Forbidden`."""
    if not actor.may(Permission.CASE_READ):
        raise Forbidden
    found = _near(session, actor)
    sealers = open_sealers(session, {group.key_uid for group, _ in found})
    ids = {group.id or 0 for group, _ in found}
    counts, coming = count_members(session, ids), _next_meetings(session, ids)
    rows = [
        GroupRow(
            group.uid, _name(sealers[group.key_uid], group), leader, counts.get(group.id or 0, 0),
            leads(actor, group), group.ended_at is not None, coming.get(group.id or 0),
        )
        for group, leader in found
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (row.is_over, row.name)))


def near_groups(session: Session, actor: Actor) -> tuple[OptionRow, ...]:
    """Groups that a case could join. Two queries."""
    found = [(group, leader) for group, leader in _near(session, actor) if group.ended_at is None]
    sealers = open_sealers(session, {group.key_uid for group, _ in found})
    return tuple(
        OptionRow(group.uid, f"{_name(sealers[group.key_uid], group)}, dipimpin {leader}")
        for group, leader in found
    )


def read_group(session: Session, actor: Actor, *, uid: str) -> GroupView:
    """A group with its members and meetings. Raises `NotFound`, `Forbidden`."""
    group = access_group(session, actor, uid)
    audit(session, actor, "group:read", uid, group.area_code)
    sealer, in_charge = group_sealer(session, group), leads(actor, group)
    leader = session.get_one(Account, group.leader_id)
    seats = named_seats(session, group)
    members = _members(session, actor, group, sealer, seats)
    meetings = _meetings(session, group, sealer, seats if in_charge else [])
    return GroupView(
        uid=uid,
        name=_name(sealer, group),
        leader=leader.display_name,
        leads=in_charge and group.ended_at is None,
        is_over=group.ended_at is not None,
        members=members,
        coming=tuple(row for row in reversed(meetings) if row.status == SessionStatus.PLANNED),
        past=tuple(row for row in meetings if row.status != SessionStatus.PLANNED),
        services=tuple(OptionRow(row.code, row.label) for row in list_services(session, for_groups=True)),
    )


def _near(session: Session, actor: Actor) -> list[tuple[CounsellingGroup, str]]:
    around = [within_area(CounsellingGroup.area_code, actor.area_code)]
    if actor.area_code:
        around.append(col(CounsellingGroup.area_code).in_(area_lineage(actor.area_code)))
    statement = (
        select(CounsellingGroup, Account.display_name)
        .join(Account, col(Account.id) == col(CounsellingGroup.leader_id))
        .where(or_(col(CounsellingGroup.leader_id) == actor.account_id, *around))
        .order_by(col(CounsellingGroup.id).desc())
        .limit(SHOWN)
    )
    return list(session.exec(statement))


def _next_meetings(session: Session, group_ids: set[int]) -> dict[int, datetime]:
    statement = (
        select(GroupMeeting.group_id, func.min(GroupMeeting.starts_at))
        .where(
            col(GroupMeeting.group_id).in_(group_ids),
            GroupMeeting.status == SessionStatus.PLANNED,
            GroupMeeting.starts_at > clock.now(),
        )
        .group_by(col(GroupMeeting.group_id))
    )
    return dict(session.exec(statement).all())


def _members(
    session: Session,
    actor: Actor,
    group: CounsellingGroup,
    sealer: Sealer,
    seats: list[tuple[str, bytes, int]],
) -> tuple[MemberSeatRow, ...]:
    """The number of a case only where the scope lets the actor see it; her name in the group only for who leads it, unless
    that person must know nothing of the case."""
    mine = session.exec(
        select(GroupMember.uid, Case)
        .join(Case, col(Case.id) == col(GroupMember.case_id))
        .where(GroupMember.group_id == group.id, col(GroupMember.until).is_(None))
    )
    numbers = {uid: number_of(case) for uid, case in mine}
    names: dict[str, str] = {}
    if leads(actor, group):
        hidden = blocked_cases(session, actor.id, {case for _, _, case in seats})
        names = {
            uid: sealer.open(f"group_member.alias:{uid}", alias)
            for uid, alias, case in seats
            if case not in hidden
        }
    return tuple(MemberSeatRow(uid, names.get(uid, ""), numbers.get(uid, "")) for uid, _, _ in seats)


def _meetings(
    session: Session, group: CounsellingGroup, sealer: Sealer, seats: list[tuple[str, bytes, int]]
) -> list[MeetingRow]:
    statement = (
        select(GroupMeeting)
        .where(GroupMeeting.group_id == group.id)
        .order_by(col(GroupMeeting.starts_at).desc())
        .limit(MEETINGS)
    )
    found = session.exec(statement).all()
    labels = read_labels(session, LIST)
    statuses = seat_statuses(session, {meeting.id or 0 for meeting in found}) if seats else {}
    return [_meeting_row(row, sealer, labels, statuses.get(row.id or 0, {}), seats) for row in found]


def _meeting_row(
    row: GroupMeeting,
    sealer: Sealer,
    labels: dict[str, str],
    statuses: dict[int, str],
    seats: list[tuple[str, bytes, int]],
) -> MeetingRow:
    window = timedelta(hours=get_settings().note_edit_hours)
    fresh = row.settled_at is not None and clock.now() - row.settled_at <= window
    place = sealer.open(f"group_meeting.place:{row.uid}", row.place)
    ending = sealer.open(f"group_meeting.ending:{row.uid}", row.ending) if row.ending else ""
    with_status = {uid: statuses.get(case, "") for uid, _, case in seats}
    return MeetingRow(
        uid=row.uid,
        service=row.service,
        service_label=labels.get(row.service, row.service),
        starts=row.starts_at,
        minutes=row.minutes,
        place=place,
        travel_before=row.travel_before,
        travel_after=row.travel_after,
        status=row.status,
        status_label=label(SessionStatus(row.status)),
        has_begun=row.starts_at <= clock.now(),
        may_mend=fresh and row.status == SessionStatus.HELD,
        ending=ending,
        came=tuple(uid for uid, status in with_status.items() if status == SessionStatus.HELD),
        missed=tuple(uid for uid, status in with_status.items() if status == SessionStatus.MISSED),
    )


def _name(sealer: Sealer, group: CounsellingGroup) -> str:
    return sealer.open(f"counselling_group.name:{group.uid}", group.name)
