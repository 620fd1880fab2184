"""Whom a report or case can be given to, and whom it can be closed to: lists to choose from, two or three queries each."""

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import codes_over, within_area
from rindu_app.domain.cases.access import access_case, case_id
from rindu_app.domain.cases.rows import ColleagueRow
from rindu_app.domain.reports.access import access_report
from rindu_app.domain.reports.readers import CASEWORKERS, blocked_from_case, blocked_from_report
from rindu_app.models import Account, CaseMember
from rindu_app.words.codes import Role
from rindu_app.words.labels import label


def list_assignable(session: Session, actor: Actor, *, number: str) -> tuple[ColleagueRow, ...]:
    """Caseworkers of the report's place, whoever is blocked from it left out. Raises `NotFound`."""
    report = access_report(session, actor, number, Permission.REPORT_READ)
    return _rows(session, _of_place(report.area_code), but=blocked_from_report(session, report))


def list_candidates(session: Session, actor: Actor, *, number: str) -> tuple[ColleagueRow, ...]:
    """Caseworkers of the case's place, for its team. Raises `NotFound`."""
    case = access_case(session, actor, number, Permission.CASE_READ)
    return _rows(session, _of_place(case.area_code), but=blocked_from_case(session, case_id(case)))


def list_blockable(session: Session, actor: Actor, *, number: str) -> tuple[ColleagueRow, ...]:
    """Everybody who could come near the report: of her own office and below it, of those above, of its case's team, of the
    shelter. Raises `NotFound`.
    """
    report = access_report(session, actor, number, Permission.REPORT_READ)
    near = or_(
        within_area(Account.area_code, actor.area_code),
        col(Account.area_code).in_(codes_over(report.area_code)),
    )
    if report.case_id is not None:
        members = select(CaseMember.account_id).where(CaseMember.case_id == report.case_id)
        near = or_(near, col(Account.id).in_(members))
    reads = col(Account.role) != Role.ADMIN
    return _rows(session, near & reads, but=blocked_from_report(session, report))


def _of_place(area_code: str) -> ColumnElement[bool]:
    return col(Account.area_code).in_(codes_over(area_code)) & col(Account.role).in_(CASEWORKERS)


def _rows(session: Session, who: ColumnElement[bool], *, but: set[int]) -> tuple[ColleagueRow, ...]:
    statement = select(Account).where(who, col(Account.active).is_(True), col(Account.id).not_in(but))
    return tuple(
        ColleagueRow(account.id or 0, account.display_name, label(Role(account.role)))
        for account in session.exec(statement.order_by(col(Account.display_name)))
    )
