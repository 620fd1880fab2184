"""What an account worked on stays behind when it moves to another office, does other work or is closed (X-01)."""

from sqlalchemy import or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.scopes import is_within
from rindu_app.access.session import widened
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.readers import CASEWORKERS
from rindu_app.models import Account, Case, CaseMember, Report
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, MemberKind


def leave_work_elsewhere(session: Session, actor: Actor, account: Account) -> None:
    """End every membership and emergency opening outside what the account covers now, and free the reports it was in charge of.

    A case that it managed stays without a manager until a supervisor hands it over (`list_adrift`).
    """
    with widened(session, "an account was changed"):
        for member, case in session.exec(
            select(CaseMember, Case)
            .join(Case, col(Case.id) == col(CaseMember.case_id))
            .where(
                CaseMember.account_id == account.id,
                or_(col(CaseMember.until).is_(None), col(CaseMember.until) > clock.now()),
            )
        ).all():
            if not _covers(account, case.area_code):
                member.until = clock.now()
                session.add(member)
                if member.kind != MemberKind.BREAK_GLASS:
                    _note(session, actor, case, account)
        for report in session.exec(select(Report).where(Report.assignee_id == account.id)).all():
            if not _covers(account, report.area_code):
                report.assignee_id = None
                session.add(report)
        session.flush()


def _covers(account: Account, area_code: str) -> bool:
    return account.active and account.role in CASEWORKERS and is_within(area_code, account.area_code)


def _note(session: Session, actor: Actor, case: Case, account: Account) -> None:
    """On the case's timeline, in the name of the administrator; the house itself has no name there."""
    if actor.account_id is not None:
        add_line(session, actor, case, CaseEventKind.MEMBER_LEFT, account=account.id)
    else:
        audit(session, actor, f"case:{CaseEventKind.MEMBER_LEFT}", number_of(case), case.area_code)
