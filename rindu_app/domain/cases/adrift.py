"""Cases whose manager is gone, closed ones too while somebody is to be visited: a supervisor hands them over; where there is no supervisor, the house says so."""

from sqlalchemy import ColumnElement, exists, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.domain.aftercare.lists import is_alarm, is_planned
from rindu_app.domain.cases.lists import as_case_rows
from rindu_app.domain.cases.rows import CaseRow
from rindu_app.domain.reports.readers import CASEWORKERS
from rindu_app.models import Account, AftercareVisit, Case, CaseMember, ConflictBlock, Report
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, MemberKind, Role

MOST = 50


def list_adrift(session: Session, actor: Actor) -> tuple[CaseRow, ...]:
    """Of the area, the longest untouched first. For supervisors; raises `Forbidden`."""
    _require(actor)
    statement = select(Case).where(*_adrift()).order_by(col(Case.active_at), col(Case.id)).limit(MOST)
    return as_case_rows(session, list(session.exec(statement)))


def count_adrift(session: Session, actor: Actor) -> int:
    """How many they are. Raises `Forbidden`."""
    _require(actor)
    return session.exec(select(func.count(col(Case.id))).where(*_adrift())).one()


def count_unseen_cases(session: Session) -> int:
    """Open cases that nobody can open but in an emergency. For the system only: it sees every area."""
    statement = select(func.count(col(Case.id))).where(Case.status == CaseStatus.OPEN, ~_is_seen())
    return session.exec(statement).one()


def _adrift() -> list[ColumnElement[bool]]:
    manager = exists().where(
        col(CaseMember.case_id) == col(Case.id),
        col(CaseMember.kind) == MemberKind.MANAGER,
        col(CaseMember.until).is_(None),
    )
    visits = exists().where(col(AftercareVisit.case_id) == col(Case.id), or_(is_planned(), is_alarm()))
    return [or_(col(Case.status) == CaseStatus.OPEN, visits), ~manager]


def _is_seen() -> ColumnElement[bool]:
    """Somebody active is in its team or supervises its area, and is not blocked."""
    office, told = col(Account.area_code), aliased(Report)
    supervises = (col(Account.role) == Role.SUPERVISOR) & or_(
        office == "", office == Case.area_code, col(Case.area_code).like(office + ".%")
    )
    member = exists().where(
        col(CaseMember.case_id) == col(Case.id),
        col(CaseMember.account_id) == col(Account.id),
        col(CaseMember.kind) != MemberKind.BREAK_GLASS,
        or_(col(CaseMember.until).is_(None), col(CaseMember.until) > clock.now()),
    )
    blocked = exists().where(
        col(told.case_id) == col(Case.id),
        col(ConflictBlock.report_id) == col(told.id),
        col(ConflictBlock.account_id) == col(Account.id),
        col(ConflictBlock.until).is_(None),
    )
    works = col(Account.active).is_(True) & col(Account.role).in_(CASEWORKERS)
    return exists().where(works, or_(supervises, member), ~blocked)


def _require(actor: Actor) -> None:
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
