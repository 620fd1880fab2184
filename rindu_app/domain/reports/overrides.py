"""Who reached out to somebody against her safe contact, and why: for the supervisor, who is told of every one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import open_sealers
from rindu_app.domain.reports.access import number_of, sealer_of
from rindu_app.models import Account, Report, ReportEvent
from rindu_app.words import clock
from rindu_app.words.codes import ReportAction
from rindu_app.words.errors import sentence

# Looked back this far, and no more rows than a supervisor reads.
WINDOW, MOST = timedelta(days=30), 50


@dataclass(frozen=True)
class OverrideRow:
    """`rule` says in words which rule was broken."""

    key: str
    report_number: str
    by: str
    at: datetime
    rule: str
    reason: str


def list_overrides(session: Session, actor: Actor) -> tuple[OverrideRow, ...]:
    """Overrides of the area, newest first. Three queries. Raises `Forbidden`."""
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
    audit(session, actor, "report:overrides", "", actor.area_code)
    statement = (
        select(ReportEvent, Report, Account.display_name)
        .join(Report, col(Report.id) == col(ReportEvent.report_id))
        .join(Account, col(Account.id) == col(ReportEvent.by_id))
        .where(
            col(ReportEvent.action).in_((ReportAction.CONTACT, ReportAction.NOTIFY)),
            col(ReportEvent.at) > clock.now() - WINDOW,
            col(ReportEvent.note).is_not(None),  # only breaking a rule takes a reason
        )
        .order_by(col(ReportEvent.id).desc())
        .limit(MOST)
    )
    found = session.exec(statement).all()
    open_sealers(session, {report.key_uid for _, report, _ in found})
    return tuple(_row(session, event, report, by) for event, report, by in found if _broken_rule(event))


def _broken_rule(event: ReportEvent) -> str:
    return str(event.facts.get("overridden") or event.facts.get("broke") or "")


def _row(session: Session, event: ReportEvent, report: Report, by: str) -> OverrideRow:
    sealer = sealer_of(session, report)
    reason = sealer.open(f"report_event.note:{event.uid}", event.note) if event.note else ""
    return OverrideRow(event.uid, number_of(report), by, event.at, sentence(_broken_rule(event)), reason)
