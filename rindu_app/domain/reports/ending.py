"""Ending a report with a reason of the office's own lists."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.domain.reports.access import access_report
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.handling import close_report, mark_junk
from rindu_app.models import Report
from rindu_app.words.codes import ReportStatus


def close_for_reason(
    session: Session, actor: Actor, *, number: str, reason_code: str, note: str = ""
) -> Report:
    """The list `report_closing_reason` says whether it ends as a consultation or as not ours."""
    access_report(session, actor, number, Permission.REPORT_CLOSE)
    reason = _reason(session, "report_closing_reason", reason_code)
    words = ". ".join(filter(None, [reason.label, clean_text(note)]))
    return close_report(
        session, actor, number=number, status=ReportStatus(reason.extra["status"]), reason=words
    )


def set_aside(session: Session, actor: Actor, *, number: str, reason_code: str) -> Report:
    """No report at all, for a reason of the list `junk_reason`; `unmark_junk` brings it back."""
    access_report(session, actor, number, Permission.REPORT_CLOSE)
    reason = _reason(session, "junk_reason", reason_code)
    return mark_junk(session, actor, number=number, reason=reason.label)


def _reason(session: Session, list_code: str, code: str) -> CodeRow:
    for item in list_codes(session, list_code):
        if item.code == code:
            return item
    raise Invalid("reason_code", "unknown_choice")
