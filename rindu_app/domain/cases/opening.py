"""A report becomes a case; a second report about the same event joins it."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import typed_into
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import new_sealer, store_key
from rindu_app.domain.cases.access import access_case, case_id, number_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.people.client import new_client
from rindu_app.domain.reports import access as reports
from rindu_app.domain.reports.history import take_step
from rindu_app.domain.reports.matters import join_matter
from rindu_app.domain.reports.readers import require_another_reader
from rindu_app.models import Case, CaseMember, Report
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, MemberKind, ReportAction, Teller


def open_case(session: Session, actor: Actor, *, number: str) -> Case:
    """Open a case from a report; whoever opens it manages it. From now on only its team reads the report.

    Raises `Conflict` where the report is closed or has a case already, and where its supervisors are blocked and so
    nobody else would see the case.
    """
    report = reports.access_report(session, actor, number, Permission.CASE_OPEN, lock=True)
    take_step(session, actor, report, ReportAction.OPEN_CASE)
    sealer, client = new_sealer(), _client_of(session, report)
    store_key(session, sealer)
    session.info.setdefault("sealers", {})[sealer.uid] = sealer
    case = Case(
        key_uid=sealer.uid,
        area_code=report.area_code,
        risk=report.risk,
        manager_id=actor.id,
        opened_at=clock.now(),
        active_at=clock.now(),
        worked_at=clock.now(),
        client=sealer.seal_json(f"case.client:{sealer.uid}", client),
    )
    session.add(case)
    session.flush()  # the team refers to it, and the scope looks for the team
    session.add(
        CaseMember(
            case_id=case_id(case),
            account_id=actor.id,
            kind=MemberKind.MANAGER,
            by_id=actor.id,
            since=clock.now(),
        )
    )
    session.flush()
    own_phone = client["phone"] if report.teller in (Teller.SELF, Teller.UNSAID) else ""
    session.add(new_client(case_id(case), actor.id, own_phone))
    report.case_id = case_id(case)
    session.add(report)
    session.flush()
    require_another_reader(session, actor, [report])
    add_line(session, actor, case, CaseEventKind.OPENED, report=reports.number_of(report))
    return case


def join_case(session: Session, actor: Actor, *, number: str, case_number: str) -> Case:
    """A second reporter of the same event: her report is read with the case, her thread stays her own.

    Raises `Conflict` where the case's manager is blocked from this report.
    """
    reports.access_report(
        session, actor, number, Permission.CASE_OPEN
    )  # held only after the case, as everybody does
    with typed_into("case_number", "case_not_found"):
        case = access_case(session, actor, case_number, Permission.CASE_WRITE, lock=True, is_open=True)
    report = reports.access_report(session, actor, number, Permission.CASE_OPEN, lock=True)
    take_step(session, actor, report, ReportAction.JOIN_CASE, case=number_of(case))
    report.case_id = case_id(case)
    session.add(report)
    join_matter(session, actor, report)
    add_line(session, actor, case, CaseEventKind.REPORT_JOINED, report=reports.number_of(report))
    return case


def _client_of(session: Session, report: Report) -> dict[str, str]:
    """Who the case is about: the affected person where another one told us, else the person who told us."""
    sealer = reports.sealer_of(session, report)
    told = sealer.open_json(f"report.answers:{sealer.uid}", report.answers)
    return {"name": told["affected_name"] or told["name"], "phone": told["phone"], "age": told["age"]}
