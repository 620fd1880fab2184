"""A case moves to another office: its area, its team, its reports and what was to be done, in one transaction."""

from functools import partial

from sqlalchemy import or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.bell import ring
from rindu_app.access.session import after_commit
from rindu_app.domain.cases.access import case_id
from rindu_app.domain.cases.team import make_manager, require_caseworker, team_ids
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.history import add_event
from rindu_app.domain.reports.readers import require_another_reader_of_case
from rindu_app.models import Case, CaseMember, CaseTask, Report
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, MemberKind, ReportAction


def move_case(
    session: Session, actor: Actor, case: Case, *, to_area: str, account_id: int, keep: bool
) -> None:
    """The former team is out from this moment, open emergency doors included; with `keep` its manager stays as a member.

    Everything else of the file stays: consents, referrals, clocks, plans. Tasks of those who are out become the new manager's.
    The caller holds the case and sees all of it. Raises `Invalid` for somebody who does no casework there.
    """
    before, former = case.area_code, case.manager_id
    case.area_code = to_area
    require_caseworker(session, case, account_id)
    for member in _members(session, case):
        if not (keep and member.account_id == former and member.kind == MemberKind.MANAGER):
            member.until = clock.now()
            session.add(member)
    session.flush()
    make_manager(session, actor, case, account_id)
    session.flush()
    _move_reports(session, actor, case, before)
    moved = _move_tasks(session, case)
    add_line(
        session, actor, case, CaseEventKind.TRANSFER_MOVED, account=account_id, to_area=to_area, tasks=moved
    )
    after_commit(
        session, partial(ring, before)
    )  # open screens of the former office look again, and find nothing
    session.flush()
    require_another_reader_of_case(session, actor, case_id(case))


def _members(session: Session, case: Case) -> list[CaseMember]:
    standing = or_(col(CaseMember.until).is_(None), col(CaseMember.until) > clock.now())
    return list(session.exec(select(CaseMember).where(CaseMember.case_id == case.id, standing)))


def _move_reports(session: Session, actor: Actor, case: Case, before: str) -> None:
    for report in session.exec(select(Report).where(Report.case_id == case.id).with_for_update()).all():
        report.area_code, report.assignee_id, report.version = case.area_code, None, report.version + 1
        session.add(report)
        add_event(
            session, actor, report, ReportAction.FORWARD, before=report.status, from_area=before, to_area=case.area_code
        )  # fmt: skip


def _move_tasks(session: Session, case: Case) -> int:
    left = select(CaseTask).where(
        CaseTask.case_id == case.id,
        col(CaseTask.done_at).is_(None),
        col(CaseTask.owner_id).not_in(team_ids(session, case)),
    )
    tasks = session.exec(left).all()
    for task in tasks:
        task.owner_id = case.manager_id
        session.add(task)
    return len(tasks)
