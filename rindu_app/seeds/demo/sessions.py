"""Steps of a story that plan sessions, say what became of them, and let a group meet."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.sessions import groups, meetings, members, outcome, planning
from rindu_app.domain.sessions.booking import Plan
from rindu_app.domain.sessions.group_queries import list_groups, read_group
from rindu_app.models import CounsellingSession
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode, NoteAudience, SessionStatus

Step = dict[str, Any]


def _plan(session: Session, actor: Actor, step: Step, service: str) -> Plan:
    """On whichever weekday the demo is loaded: where that is a free day, there is a reason."""
    return Plan(
        service=step.get("service", service), counsellor_id=actor.id, starts_at=_moment(session, actor, step),
        minutes=step.get("minutes", 60), mode=CounsellingMode(step.get("mode", "face")), place=step.get("place", ""),
        travel_before=step.get("travel", 0), travel_after=step.get("travel", 0), anyway="Klien hanya bisa pada waktu itu.",
    )  # fmt: skip


def _moment(session: Session, actor: Actor, step: Step) -> datetime:
    zone = ZoneInfo(timezone_of(session, actor.area_code))
    day = (clock.now() + timedelta(days=step["days"])).astimezone(zone)
    return day.replace(hour=step["hour"], minute=0, second=0, microsecond=0)


def plan(session: Session, actor: Actor, story: Any, step: Step) -> None:
    tell = story.number if step.get("tell") else ""
    wanted = _plan(session, actor, step, "individual")
    planning.plan_session(session, actor, number=story.case, plan=wanted, tell=tell)


def settle(session: Session, actor: Actor, story: Any, step: Step) -> None:
    """The earliest session of the case that waits for it."""
    case = access_case(session, actor, story.case, Permission.CASE_READ)
    waiting = select(CounsellingSession.uid).where(
        CounsellingSession.case_id == case.id, CounsellingSession.status == SessionStatus.PLANNED,
        CounsellingSession.starts_at <= clock.now(), col(CounsellingSession.meeting_id).is_(None),
    )  # fmt: skip
    uid = session.exec(waiting.order_by(col(CounsellingSession.starts_at))).first()
    assert uid is not None, f"no session of {story.case} has begun"
    outcome.settle_session(
        session, actor, number=story.case, uid=uid, came=step.get("came", True), note=step.get("note", ""),
        audience=NoteAudience(step.get("audience", "team")),
    )  # fmt: skip


def start_group(session: Session, actor: Actor, story: Any, step: Step) -> None:
    groups.create_group(session, actor, name=step["name"], leader_id=actor.id)


def join_group(session: Session, actor: Actor, story: Any, step: Step) -> None:
    uid = _group(session, actor, step["name"])
    members.join_group(session, actor, number=story.case, uid=uid, alias=step["alias"])


def meet(session: Session, actor: Actor, story: Any, step: Step) -> None:
    uid = _group(session, actor, step["name"])
    meetings.plan_meeting(session, actor, group_uid=uid, plan=_plan(session, actor, step, "group_support"))


def hold(session: Session, actor: Actor, story: Any, step: Step) -> None:
    """Everybody came but those who are named."""
    uid = _group(session, actor, step["name"])
    view = read_group(session, actor, uid=uid)
    came = [row.uid for row in view.members if row.alias not in step.get("missed", [])]
    meetings.hold_meeting(session, actor, group_uid=uid, uid=view.coming[0].uid, came=came)


def _group(session: Session, actor: Actor, name: str) -> str:
    return next(row.uid for row in list_groups(session, actor) if row.name == name)
