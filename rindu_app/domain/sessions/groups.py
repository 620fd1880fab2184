"""Groups: who leads them, and which cases are in them. Nobody learns of a case by way of a group.

A case is put into a group by its own team, under a name that she chose for the group (`members`). The leader knows that
name, and the number of a case only where she may open it. For everybody else the others are "anggota lain".
"""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.access.sealing import Sealer, new_sealer, open_sealer, store_key
from rindu_app.domain.reports.answers import clean_text
from rindu_app.models import Account, CounsellingGroup, GroupMeeting
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import Role, SessionStatus

NAME_LENGTH = 60


def create_group(session: Session, actor: Actor, *, name: str, leader_id: int) -> CounsellingGroup:
    """A new group of the actor's area. Raises `Forbidden`, `Invalid` (`required`, `assignee_not_here`)."""
    if not actor.may(Permission.CASE_WRITE):
        raise Forbidden
    name, leader = clean_text(name)[:NAME_LENGTH], session.get(Account, leader_id)
    if not name:
        raise Invalid("name", "required")
    if leader is None or not _may_lead(leader, actor):
        raise Invalid("leader", "assignee_not_here")
    sealer, uid = new_sealer(), new_uid()
    store_key(session, sealer)
    session.info.setdefault("sealers", {})[sealer.uid] = sealer
    group = CounsellingGroup(
        uid=uid, key_uid=sealer.uid, area_code=actor.area_code, leader_id=leader_id,
        name=sealer.seal(f"counselling_group.name:{uid}", name), created_at=clock.now(),
    )  # fmt: skip
    session.add(group)
    session.flush()
    audit(session, actor, "group:create", uid, group.area_code)
    return group


def end_group(session: Session, actor: Actor, *, uid: str) -> CounsellingGroup:
    """It meets no more. Raises `Conflict` while a meeting is planned."""
    group = access_group(session, actor, uid, lead=True)
    if planned_meetings(session, group):
        raise Conflict("group_has_meetings")
    group.ended_at = group.ended_at or clock.now()
    session.add(group)
    audit(session, actor, "group:end", uid, group.area_code)
    return group


def access_group(
    session: Session, actor: Actor, uid: str, *, lead: bool = False, lock: bool = False
) -> CounsellingGroup:
    """A group of the own area, of one above or below. `lead`: to be changed, by its leader or the area's supervisor.

    `lock` holds its row, always before those of its members' cases, so that nobody joins while a meeting is being planned.

    Raises `NotFound` elsewhere, `Forbidden` without the permission or for who does not lead it.
    """
    if not actor.may(Permission.CASE_WRITE if lead or lock else Permission.CASE_READ):
        raise Forbidden
    found = select(CounsellingGroup).where(CounsellingGroup.uid == uid)
    group = session.exec(found.with_for_update() if lead or lock else found).first()
    if group is None or not _is_near(group, actor):
        raise NotFound
    if lead and not leads(actor, group):
        raise Forbidden("group_leader_only")
    return group


def leads(actor: Actor, group: CounsellingGroup) -> bool:
    if actor.kind is Role.SUPERVISOR and is_within(group.area_code, actor.area_code):
        return True
    return group.leader_id == actor.account_id


def planned_meetings(session: Session, group: CounsellingGroup) -> list[GroupMeeting]:
    statement = select(GroupMeeting).where(
        GroupMeeting.group_id == group.id, GroupMeeting.status == SessionStatus.PLANNED
    )
    return list(session.exec(statement.order_by(col(GroupMeeting.id))))


def group_sealer(session: Session, group: CounsellingGroup) -> Sealer:
    return open_sealer(session, group.key_uid)


def group_id(group: CounsellingGroup) -> int:
    """The id of a group that is stored."""
    assert group.id is not None
    return group.id


def _may_lead(leader: Account, actor: Actor) -> bool:
    is_here = is_within(leader.area_code, actor.area_code)
    return leader.active and is_here and leader.role in (Role.COUNSELLOR, Role.SUPERVISOR)


def _is_near(group: CounsellingGroup, actor: Actor) -> bool:
    near = is_within(group.area_code, actor.area_code) or is_within(actor.area_code, group.area_code)
    return near or group.leader_id == actor.account_id
