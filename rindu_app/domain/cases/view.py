"""Opening a case file: a fixed number of queries however long its timeline is, and a line in its access log."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.assessments.view import newest_safety_plan
from rindu_app.domain.cases.access import access_case, number_of, sealer_of
from rindu_app.domain.cases.access_log import read_access_log
from rindu_app.domain.cases.file import open_file
from rindu_app.domain.cases.rows import CaseView, MemberRow, TaskRow, TeamView
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT, standing_consent
from rindu_app.domain.cases.story import read_timeline
from rindu_app.domain.incidents.window import find_window
from rindu_app.domain.people.client import client_age
from rindu_app.domain.reports.inbox import as_rows
from rindu_app.models import Account, Case, CaseMember, CaseTask, Report
from rindu_app.words import clock
from rindu_app.words.codes import MemberKind
from rindu_app.words.labels import label


def read_case(session: Session, actor: Actor, *, number: str) -> CaseView:
    """The first part of the file, without the person's name (`reveal_client`). Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    case, sealer = file.case, file.sealer
    client = sealer.open_json(f"case.client:{sealer.uid}", case.client)
    reports = list(session.exec(select(Report).where(Report.case_id == case.id).order_by(col(Report.id))))
    return CaseView(
        head=file.head,
        has_name=bool(client["name"]),
        age=client_age(client, case.opened_at.date(), clock.now().date()),
        contact_allowed=standing_consent(session, case, KEEP_AND_CONTACT) is not None,
        medical=find_window(session, case, file.head.timezone),
        safety=newest_safety_plan(session, case, sealer),
        team=read_team_rows(session, case, sealer),
        tasks=read_task_rows(session, case, sealer),
        reports=as_rows(session, reports),
        timeline=read_timeline(session, case, sealer, reports, reader=actor.account_id),
    )


def reveal_client(session: Session, actor: Actor, *, number: str) -> dict[str, str]:
    """Name and phone of the person; asking for them is audited by itself. Keys: name, phone, age."""
    case = access_case(session, actor, number, Permission.CASE_READ)
    audit(session, actor, "case:reveal_client", number_of(case), case.area_code)
    sealer = sealer_of(session, case)
    return dict(sealer.open_json(f"case.client:{sealer.uid}", case.client))


def read_team(session: Session, actor: Actor, *, number: str) -> TeamView:
    """Who works on the case, and who read or changed it: the team can always see who looked."""
    file = open_file(session, actor, number)
    return TeamView(
        file.head, read_team_rows(session, file.case, file.sealer), read_access_log(session, file.case)
    )


def read_team_rows(session: Session, case: Case, sealer: Sealer) -> tuple[MemberRow, ...]:
    statement = (
        select(CaseMember, Account.display_name)
        .join(Account, col(Account.id) == col(CaseMember.account_id))
        .where(CaseMember.case_id == case.id)
        .order_by(col(CaseMember.id))
    )
    return tuple(
        MemberRow(
            uid=member.uid,
            account_id=member.account_id,
            name=name,
            kind=member.kind,
            kind_label=label(MemberKind(member.kind)),
            until=member.until,
            reason=sealer.open(f"case_member.reason:{member.uid}", member.reason) if member.reason else "",
            told=member.told_at is not None,
        )
        for member, name in session.exec(statement)
        if member.until is None or member.until > clock.now()
    )


def read_task_rows(session: Session, case: Case, sealer: Sealer) -> tuple[TaskRow, ...]:
    statement = (
        select(CaseTask, Account.display_name)
        .join(Account, col(Account.id) == col(CaseTask.owner_id))
        .where(CaseTask.case_id == case.id)
        .order_by(col(CaseTask.done_at).is_not(None), col(CaseTask.due_at))
        .limit(100)
    )
    return tuple(
        TaskRow(
            uid=task.uid,
            title=sealer.open(f"case_task.title:{task.uid}", task.title),
            due=task.due_at,
            owner=owner,
            done=task.done_at is not None,
            late=task.done_at is None and task.due_at < clock.now(),
            dropped=task.dropped,
        )
        for task, owner in session.exec(statement)
    )
