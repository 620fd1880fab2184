"""Lists of cases, colleagues and broken glass: a fixed number of queries each."""

from datetime import datetime

from sqlalchemy import and_, func, or_
from sqlalchemy import case as case_when
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import open_sealers
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.cases.access import number_of, sealer_of
from rindu_app.domain.cases.quiet import quiet_days
from rindu_app.domain.cases.rows import BrokenGlassRow, CasePage, CaseRow, ColleagueRow
from rindu_app.models import Account, Case, CaseMember, CaseTask
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, MemberKind, Risk, Role
from rindu_app.words.labels import label

PAGE = 25
NO_TASKS: tuple[int, datetime | None, int] = (0, None, 0)


def list_cases(
    session: Session,
    actor: Actor,
    *,
    view: str = "mine",
    status: str = CaseStatus.OPEN,
    after: str = "",
    manager_id: int | None = None,
) -> CasePage:
    """Cases by last activity, newest first. `view`: mine (I am in the team) or area (what a supervisor may see); with
    `manager_id` only those that this worker manages.
    """
    if not actor.may(Permission.CASE_READ):
        raise Forbidden
    statement = select(Case).where(Case.status == status)
    if view == "mine":
        mine = select(CaseMember.case_id).where(
            CaseMember.account_id == actor.id, col(CaseMember.until).is_(None)
        )
        statement = statement.where(col(Case.id).in_(mine))
    if manager_id is not None:
        statement = statement.where(Case.manager_id == manager_id)
    if after:
        moment, row_id = after.split("_")
        active = datetime.fromisoformat(moment)
        statement = statement.where(
            or_(col(Case.active_at) < active, and_(col(Case.active_at) == active, col(Case.id) < int(row_id)))
        )
    found = session.exec(
        statement.order_by(col(Case.active_at).desc(), col(Case.id).desc()).limit(PAGE + 1)
    ).all()
    last = found[PAGE - 1] if len(found) > PAGE else None
    return CasePage(
        as_case_rows(session, list(found[:PAGE])), f"{last.active_at.isoformat()}_{last.id}" if last else ""
    )


def list_colleagues(session: Session, actor: Actor) -> tuple[ColleagueRow, ...]:
    """Who does casework in the actor's area, for choosing an assignee or a team member."""
    if not actor.may(Permission.REPORT_READ):
        raise Forbidden
    statement = select(Account).where(
        col(Account.active).is_(True), col(Account.role).in_((Role.COUNSELLOR, Role.SUPERVISOR))
    )
    statement = statement.where(
        or_(
            col(Account.area_code) == actor.area_code,
            col(Account.area_code).startswith(f"{actor.area_code}."),
        )
    )
    return tuple(
        ColleagueRow(account.id or 0, account.display_name, label(Role(account.role)))
        for account in session.exec(statement.order_by(col(Account.display_name)))
    )


def list_broken_glass(session: Session, actor: Actor) -> tuple[BrokenGlassRow, ...]:
    """Emergency openings of the area, unseen ones first; for supervisors."""
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
    audit(session, actor, "case:glass_list", "", actor.area_code)
    statement = (
        select(CaseMember, Case, Account.display_name)
        .join(Case, col(Case.id) == col(CaseMember.case_id))
        .join(Account, col(Account.id) == col(CaseMember.account_id))
        .where(CaseMember.kind == MemberKind.BREAK_GLASS)
        .order_by(col(CaseMember.told_at).is_not(None), col(CaseMember.id).desc())
        .limit(50)
    )
    found = session.exec(statement).all()
    open_sealers(session, {case.key_uid for _, case, _ in found})
    return tuple(
        BrokenGlassRow(
            member.uid,
            number_of(case),
            name,
            member.since,
            member.until,
            sealer_of(session, case).open(f"case_member.reason:{member.uid}", member.reason)
            if member.reason
            else "",
            member.told_at is not None,
        )
        for member, case, name in found
    )


def count_unseen_glass(session: Session, actor: Actor) -> int:
    """Emergency openings of the area that no supervisor has looked at yet. Raises `Forbidden`."""
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
    unseen = select(func.count(col(CaseMember.id))).where(
        CaseMember.kind == MemberKind.BREAK_GLASS, col(CaseMember.told_at).is_(None)
    )
    return session.exec(unseen).one()


def as_case_rows(session: Session, cases: list[Case]) -> tuple[CaseRow, ...]:
    """Three queries for the whole page: tasks, places, and managers that are still there."""
    ids = [case.id for case in cases]
    late = func.sum(case_when((col(CaseTask.due_at) < clock.now(), 1), else_=0))
    tasks = {
        case_id: (count, due, late_count)
        for case_id, count, due, late_count in session.exec(
            select(CaseTask.case_id, func.count(col(CaseTask.id)), func.min(CaseTask.due_at), late)
            .where(col(CaseTask.case_id).in_(ids), col(CaseTask.done_at).is_(None))
            .group_by(col(CaseTask.case_id))
        )
    }
    places = read_area_paths(session, {case.area_code for case in cases})
    managers = dict(
        session.exec(
            select(CaseMember.case_id, Account.display_name)
            .join(Account, col(Account.id) == col(CaseMember.account_id))
            .where(col(CaseMember.case_id).in_(ids), CaseMember.kind == MemberKind.MANAGER)
            .where(col(CaseMember.until).is_(None))
        ).all()
    )
    return tuple(
        CaseRow(
            number=number_of(case),
            risk=case.risk,
            risk_label=label(Risk(case.risk)),
            status=case.status,
            status_label=label(CaseStatus(case.status)),
            place=places[case.area_code].name if case.area_code in places else "",
            manager=managers.get(case.id or 0, ""),
            open_tasks=tasks.get(case.id or 0, NO_TASKS)[0],
            next_due=tasks.get(case.id or 0, NO_TASKS)[1],
            late_tasks=tasks.get(case.id or 0, NO_TASKS)[2],
            active=case.active_at,
            quiet_days=quiet_days(case),
        )
        for case in cases
    )
