"""Opening a case file: a fixed number of queries however long its timeline is, and a line in its access log."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.cases.access import access_case, case_id, number_of, sealer_of
from rindu_app.domain.cases.assignment import may_work
from rindu_app.domain.cases.rows import AccessRow, CaseView, ConsentRow, MemberRow, TaskRow
from rindu_app.domain.cases.story import read_timeline
from rindu_app.domain.cases.work import KEEP_AND_CONTACT
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.people.client import client_age
from rindu_app.domain.reports.inbox import as_rows
from rindu_app.domain.reports.view import timezone_of
from rindu_app.models import Account, AuditEntry, Case, CaseMember, CaseTask, Consent, Report
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, ConsentGiver, MemberKind, Risk
from rindu_app.words.labels import label


def read_case(session: Session, actor: Actor, *, number: str) -> CaseView:
    """The whole file except the person's name (`reveal_client`). Raises `NotFound` outside the team."""
    case = access_case(session, actor, number, Permission.CASE_READ)
    audit(session, actor, "case:read", number_of(case), case.area_code)
    sealer = sealer_of(session, case)
    client = sealer.open_json(f"case.client:{sealer.uid}", case.client)
    place = read_area_paths(session, [case.area_code]).get(case.area_code)
    reports = list(session.exec(select(Report).where(Report.case_id == case.id).order_by(col(Report.id))))
    consents = _consents(session, case, sealer)
    return CaseView(
        number=number_of(case),
        status=case.status,
        status_label=label(CaseStatus(case.status)),
        risk=case.risk,
        risk_label=label(Risk(case.risk)),
        place=place.text if place else "",
        area_code=case.area_code,
        opened=case.opened_at,
        has_name=bool(client["name"]),
        age=client_age(client, case.opened_at.date(), clock.now().date()),
        contact_allowed=any(row.holds for row in consents if row.purpose == KEEP_AND_CONTACT),
        mine=case.manager_id == actor.account_id,
        may_work=may_work(session, actor, case_id=case_id(case), area_code=case.area_code),
        team=_team(session, case, sealer),
        tasks=_tasks(session, case, sealer),
        consents=consents,
        reports=as_rows(session, reports),
        timeline=read_timeline(session, case, sealer, reports),
        version=case.version,
        timezone=timezone_of(session, case.area_code),
    )


def reveal_client(session: Session, actor: Actor, *, number: str) -> dict[str, str]:
    """Name and phone of the person; asking for them is audited by itself. Keys: name, phone, age."""
    case = access_case(session, actor, number, Permission.CASE_READ)
    audit(session, actor, "case:reveal_client", number_of(case), case.area_code)
    sealer = sealer_of(session, case)
    return dict(sealer.open_json(f"case.client:{sealer.uid}", case.client))


def read_access_log(session: Session, actor: Actor, *, number: str) -> tuple[AccessRow, ...]:
    """Who read or changed the file, newest first: the team can always see who looked."""
    case = access_case(session, actor, number, Permission.CASE_READ)
    names = {
        f"account:{row_id}": name for row_id, name in session.exec(select(Account.id, Account.display_name))
    }
    entries = session.exec(
        select(AuditEntry)
        .where(AuditEntry.object_ref == number_of(case))
        .order_by(col(AuditEntry.id).desc())
        .limit(100)
    )
    return tuple(AccessRow(names.get(entry.actor, entry.role), entry.action, entry.at) for entry in entries)


def _team(session: Session, case: Case, sealer: Sealer) -> tuple[MemberRow, ...]:
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


def _tasks(session: Session, case: Case, sealer: Sealer) -> tuple[TaskRow, ...]:
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
        )
        for task, owner in session.exec(statement)
    )


def _consents(session: Session, case: Case, sealer: Sealer) -> tuple[ConsentRow, ...]:
    labels, seen = read_labels(session, "consent_purpose"), set()
    rows = []
    for row in session.exec(
        select(Consent).where(Consent.case_id == case.id).order_by(col(Consent.id).desc())
    ):
        in_force = (
            row.given
            and row.withdrawn_at is None
            and (row.expires_at is None or row.expires_at > clock.now())
        )
        rows.append(
            ConsentRow(
                purpose=row.purpose,
                label=labels.get(row.purpose, row.purpose),
                given=row.given,
                holds=in_force and row.purpose not in seen,
                given_by=label(ConsentGiver(row.given_by)),
                evidence=sealer.open(f"consent.evidence:{row.uid}", row.evidence),
                at=row.at,
                withdrawn=row.withdrawn_at,
            )
        )
        seen.add(row.purpose)
    return tuple(rows)
