"""Who is to be visited: my cases, and for a supervisor those of the area. What nobody acted on stands first."""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.domain.aftercare.recording import AHEAD
from rindu_app.domain.aftercare.rows import DueRow
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.codes.clocks import length_of
from rindu_app.models import Account, AftercareVisit, Case, CaseMember
from rindu_app.words import clock
from rindu_app.words.codes import AftercareStatus, CaseStatus, MemberKind

# Whoever acts on these sees the next.
MOST = 100


def list_due(session: Session, actor: Actor) -> tuple[DueRow, ...]:
    """Alarms first, then what is longest due; at most `MOST`. Three queries. Raises `Forbidden`."""
    if not actor.may(Permission.CASE_READ):
        raise Forbidden
    manager = (
        select(CaseMember.case_id, Account.display_name)
        .join(Account, col(Account.id) == col(CaseMember.account_id))
        .where(CaseMember.kind == MemberKind.MANAGER, col(CaseMember.until).is_(None))
        .subquery()
    )
    ahead = length_of(session, "aftercare_ahead", AHEAD)
    statement = (
        select(AftercareVisit, Case, manager.c.display_name)
        .join(Case, col(Case.id) == col(AftercareVisit.case_id))
        .outerjoin(manager, manager.c.case_id == col(Case.id))
        .where(Case.status == CaseStatus.CLOSED, or_(_is_planned_before(clock.now() + ahead), is_alarm()))
        .order_by(col(AftercareVisit.alarming).desc(), col(AftercareVisit.due_at), col(AftercareVisit.id))
        .limit(MOST)
    )
    if not actor.may(Permission.CASE_SUPERVISE):
        statement = statement.where(Case.manager_id == actor.id)
    found = session.exec(statement).all()
    places = read_area_paths(session, {case.area_code for _, case, _ in found})
    return tuple(
        DueRow(
            number=number_of(case),
            place=places[case.area_code].name if case.area_code in places else "",
            month=visit.month,
            due=visit.due_at,
            late=visit.due_at < clock.now(),
            alarm=visit.alarming,
            raised=visit.raised_at is not None,
            tries=visit.tries,
            manager=name or "",
        )
        for visit, case, name in found
    )


def count_due(session: Session, actor: Actor) -> int:
    """How many wait for me: of my cases what is due or alarming, for a supervisor also what was passed on to her."""
    if not actor.may(Permission.CASE_READ):
        raise Forbidden
    waits = and_(col(Case.manager_id) == actor.id, or_(_is_planned_before(clock.now()), is_alarm()))
    if actor.may(Permission.CASE_SUPERVISE):
        waits = or_(waits, and_(_is_planned_before(clock.now()), _is_raised()), is_alarm())
    statement = (
        select(func.count(col(AftercareVisit.id)))
        .join(Case, col(Case.id) == col(AftercareVisit.case_id))
        .where(Case.status == CaseStatus.CLOSED, waits)
    )
    return session.exec(statement).one()


def is_alarm() -> Any:
    """What was found asks for somebody to act, and nobody has."""
    return and_(col(AftercareVisit.alarming).is_(True), col(AftercareVisit.settled_at).is_(None))


def is_planned() -> Any:
    return col(AftercareVisit.status) == AftercareStatus.PLANNED


def _is_raised() -> Any:
    return col(AftercareVisit.raised_at).is_not(None)


def _is_planned_before(moment: datetime) -> Any:
    return and_(is_planned(), col(AftercareVisit.due_at) <= moment)
