"""Who can read a report or case, and who must not: where somebody is shut out, a second pair of eyes has to stay (ADR 60)."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.scopes import codes_over
from rindu_app.access.session import widened
from rindu_app.models import Account, Case, CaseMember, ConflictBlock, Report
from rindu_app.words import clock
from rindu_app.words.codes import MemberKind, Role

CASEWORKERS = (Role.COUNSELLOR, Role.SUPERVISOR)


def standing_blocks(session: Session, reports: Iterable[Report]) -> list[ConflictBlock]:
    """What stands against anybody on these reports, whether or not the actor sees all of them."""
    keys = {report.id for report in reports}
    with widened(session, "who is shut out"):
        statement = select(ConflictBlock).where(
            col(ConflictBlock.report_id).in_(keys), col(ConflictBlock.until).is_(None)
        )
        return list(session.exec(statement.order_by(col(ConflictBlock.id))))


def blocked_from_report(session: Session, report: Report) -> set[int]:
    """Accounts that must not come near this report."""
    return {row.account_id for row in standing_blocks(session, [report])}


def blocked_from_case(session: Session, case_id: int) -> set[int]:
    """Accounts that must not come near this case."""
    return {row.account_id for row in standing_blocks(session, _reports_of(session, case_id))}


def require_another_reader(session: Session, actor: Actor, reports: Iterable[Report]) -> None:
    """Where a block keeps one reader out, somebody besides the actor must be able to read on.

    Nobody can so hide a report from everybody else, or leave it without anybody. Raises `Conflict("nobody_left")`.
    """
    for report in reports:
        blocked = blocked_from_report(session, report)
        if not blocked:
            continue
        readers = _readers_of(session, report)
        if readers & blocked and not readers - blocked - {actor.account_id}:
            raise Conflict("nobody_left")


def require_another_reader_of_case(session: Session, actor: Actor, case_id: int) -> None:
    """The same for a case whose team changes."""
    require_another_reader(session, actor, _reports_of(session, case_id))


def workers_over(session: Session, area_code: str) -> set[int]:
    """Open accounts of caseworkers whose area covers this one."""
    statement = select(Account.id).where(
        col(Account.area_code).in_(codes_over(area_code)),
        col(Account.active).is_(True),
        col(Account.role).in_(CASEWORKERS),
    )
    return {found or 0 for found in session.exec(statement)}


def _reports_of(session: Session, case_id: int) -> list[Report]:
    with widened(session, "who is shut out"):
        return list(session.exec(select(Report).where(Report.case_id == case_id)))


def _readers_of(session: Session, report: Report) -> set[int]:
    """Open accounts that could read it if nobody were blocked: of its area; of a case, its team and the supervisors."""
    with widened(session, "who is shut out"):
        case = session.get(Case, report.case_id) if report.case_id is not None else None
        able: ColumnElement[bool] = col(Account.area_code).in_(
            codes_over(case.area_code if case else report.area_code)
        )
        if case is not None:
            team = select(CaseMember.account_id).where(
                CaseMember.case_id == case.id,
                CaseMember.kind != MemberKind.BREAK_GLASS,
                or_(col(CaseMember.until).is_(None), col(CaseMember.until) > clock.now()),
            )
            able = or_(and_(able, col(Account.role) == Role.SUPERVISOR), col(Account.id).in_(team))
        statement = select(Account.id).where(
            able, col(Account.active).is_(True), col(Account.role).in_(CASEWORKERS)
        )
        return {found or 0 for found in session.exec(statement)}
