"""Who may work on a case, as against look into it. Broken glass is for reading: it saves nobody's file from being written over."""

from sqlalchemy import or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.roles import Kind
from rindu_app.access.scopes import is_within
from rindu_app.models import CaseMember
from rindu_app.words import clock
from rindu_app.words.codes import MemberKind, Role

READING = frozenset({Permission.CASE_READ, Permission.REPORT_READ})


def may_work(session: Session, actor: Actor, *, case_id: int, area_code: str) -> bool:
    """In the team now, or the supervisor of its area."""
    if actor.kind is Kind.SYSTEM or actor.kind is Kind.REPORTER:
        return True
    if actor.kind is Role.SUPERVISOR and is_within(area_code, actor.area_code):
        return True
    assigned = select(CaseMember.id).where(
        CaseMember.case_id == case_id,
        CaseMember.account_id == actor.account_id,
        CaseMember.kind != MemberKind.BREAK_GLASS,
        or_(col(CaseMember.until).is_(None), col(CaseMember.until) > clock.now()),
    )
    return session.exec(assigned.limit(1)).first() is not None


def require_work(
    session: Session, actor: Actor, permission: Permission, *, case_id: int, area_code: str
) -> None:
    """Raises `Forbidden` where somebody who only broke the glass wants to do more than read."""
    if permission not in READING and not may_work(session, actor, case_id=case_id, area_code=area_code):
        raise Forbidden("glass_reads_only")
