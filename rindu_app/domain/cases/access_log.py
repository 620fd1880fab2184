"""Who of the staff read or changed a case: its file, its reports and their files. Five queries, however much was read."""

from sqlmodel import Session, col, select

from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.rows import AccessRow
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.models import Attachment, AuditEntry, Case, Report
from rindu_app.words.codes import CaseEventKind, Role

MOST = 100
GLASS = f"case:{CaseEventKind.BREAK_GLASS}"


def read_access_log(session: Session, case: Case) -> tuple[AccessRow, ...]:
    """The newest lines first. Emergency openings stay on it however much was read since. The caller has access to the case."""
    reports = session.exec(select(Report).where(Report.case_id == case.id)).all()
    files = select(Attachment.uid).where(col(Attachment.report_id).in_({report.id for report in reports}))
    refs = {number_of(case), *(report_number(report) for report in reports), *session.exec(files)}
    lines = (
        select(AuditEntry)
        .where(col(AuditEntry.object_ref).in_(refs), col(AuditEntry.role).in_([*Role]))
        .order_by(col(AuditEntry.id).desc())
        .limit(MOST)
    )
    found = {entry.id: entry for entry in session.exec(lines)}
    found |= {entry.id: entry for entry in session.exec(lines.where(AuditEntry.action == GLASS))}
    names = names_of(session, {_account_id(entry) for entry in found.values()})
    return tuple(
        AccessRow(names.get(_account_id(entry), entry.role), entry.action, entry.object_ref, entry.at)
        for _, entry in sorted(found.items(), reverse=True)
    )


def _account_id(entry: AuditEntry) -> int | None:
    kind, _, row_id = entry.actor.partition(":")
    return int(row_id) if kind == "account" and row_id.isdigit() else None
