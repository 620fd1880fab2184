"""What staff do with a report besides talking: assign, forward, group, set aside, close."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound, typed_into
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.domain.reports.access import access_report, number_of
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.history import add_event, take_step, tell_colleagues
from rindu_app.domain.reports.matters import join_matter
from rindu_app.domain.reports.readers import CASEWORKERS, blocked_from_report
from rindu_app.domain.reports.workflow import next_status
from rindu_app.models import Account, Area, Report
from rindu_app.words.codes import ReportAction, ReportStatus

_ENDS = {
    ReportStatus.CONSULTED: ReportAction.CLOSE_CONSULTED,
    ReportStatus.NOT_OURS: ReportAction.CLOSE_NOT_OURS,
}


def assign_report(session: Session, actor: Actor, *, number: str, account_id: int) -> Report:
    """Put somebody in charge. Raises `Invalid` for someone who does not do casework for this place, `Conflict` for someone
    who is blocked from the report.
    """
    report = access_report(session, actor, number, Permission.REPORT_ASSIGN, lock=True)
    account = session.get(Account, account_id)
    if (
        account is None
        or not account.active
        or account.role not in CASEWORKERS
        or not is_within(report.area_code, account.area_code)
    ):
        raise Invalid("account_id", "assignee_not_here")
    if account_id in blocked_from_report(session, report):
        raise Conflict("blocked_for_them")
    report.assignee_id = account.id
    take_step(session, actor, report, ReportAction.ASSIGN, assignee=account_id)
    return report


def forward_report(session: Session, actor: Actor, *, number: str, area_code: str, reason: str) -> Report:
    """Hand a report to another area. It starts there as new, with its clock running on; the sender stops seeing it."""
    report = access_report(session, actor, number, Permission.REPORT_FORWARD, lock=True)
    reason = _reason(reason)
    if is_within(area_code, report.area_code):
        raise Invalid("area_code", "area_not_other")
    if (
        session.exec(select(Area.code).where(Area.code == area_code, col(Area.valid_to).is_(None))).first()
        is None
    ):
        raise Invalid("area_code", "unknown_area")
    before = report.area_code
    take_step(session, actor, report, ReportAction.FORWARD, note=reason, from_area=before, to_area=area_code)
    report.area_code, report.assignee_id, report.unread = area_code, None, True
    tell_colleagues(session, report)  # the new place; the old one heard of the step itself
    return report


def mark_duplicate(session: Session, actor: Actor, *, number: str, of_number: str) -> Report:
    """Link to the report about the same event; both stay whole, and it can be undone. Who is blocked from one of them is
    blocked from both, also after the link is taken back, until somebody lifts it.
    """
    report = access_report(session, actor, number, Permission.REPORT_CLOSE, lock=True)
    with typed_into("of_number", "report_not_found"):
        original = access_report(session, actor, of_number, Permission.REPORT_CLOSE, lock=True)
    if original.id == report.id or original.duplicate_of_id == report.id:
        raise Invalid("of_number", "duplicate_of_itself")
    take_step(session, actor, report, ReportAction.MARK_DUPLICATE, of=number_of(original))
    report.duplicate_of_id = original.duplicate_of_id or original.id
    join_matter(session, actor, report)
    return report


def unmark_duplicate(session: Session, actor: Actor, *, number: str) -> Report:
    report = access_report(session, actor, number, Permission.REPORT_CLOSE, lock=True)
    take_step(session, actor, report, ReportAction.UNMARK_DUPLICATE)
    report.duplicate_of_id = None
    return report


def close_report(session: Session, actor: Actor, *, number: str, status: ReportStatus, reason: str) -> Report:
    """End as a consultation or as not ours, with the reason. She may write again at any time, which reopens it."""
    report = access_report(session, actor, number, Permission.REPORT_CLOSE, lock=True)
    if status not in _ENDS:
        raise Invalid("status", "unknown_choice")
    take_step(session, actor, report, _ENDS[status], note=_reason(reason))
    return report


def reopen_report(session: Session, actor: Actor, *, number: str, reason: str) -> Report:
    report = access_report(session, actor, number, Permission.REPORT_CLOSE, lock=True)
    take_step(session, actor, report, ReportAction.REOPEN, note=_reason(reason))
    return report


def mark_junk(session: Session, actor: Actor, *, number: str, reason: str = "") -> Report:
    report = access_report(session, actor, number, Permission.REPORT_CLOSE, lock=True)
    take_step(session, actor, report, ReportAction.MARK_JUNK, note=clean_text(reason))
    return report


def unmark_junk(session: Session, actor: Actor, *, number: str) -> Report:
    report = access_report(session, actor, number, Permission.REPORT_CLOSE, lock=True)
    take_step(session, actor, report, ReportAction.UNMARK_JUNK)
    report.held_group = None
    return report


def mark_group_junk(session: Session, actor: Actor, *, group: str) -> int:
    """Set aside a whole group of held reports; returns how many. Each keeps its own event, so each can be undone."""
    return _step_group(session, actor, group, ReportAction.MARK_JUNK)


def unmark_group_junk(session: Session, actor: Actor, *, group: str) -> int:
    """Undo `mark_group_junk`: the reports stand in the inbox one by one."""
    count = _step_group(session, actor, group, ReportAction.UNMARK_JUNK)
    for report in session.exec(select(Report).where(Report.held_group == group)).all():
        report.held_group = None
    return count


def release_held(session: Session, actor: Actor, *, number: str) -> Report:
    """Take one report out of its group: somebody has read it and it is real."""
    report = access_report(session, actor, number, Permission.REPORT_TRIAGE, lock=True)
    if report.held_group is None:
        raise Conflict("step_not_possible")
    report.held_group = None
    session.add(report)
    add_event(session, actor, report, ReportAction.UNMARK_JUNK, released=True)
    return report


def _step_group(session: Session, actor: Actor, group: str, action: ReportAction) -> int:
    if not actor.may(Permission.REPORT_CLOSE):
        raise NotFound
    reports = session.exec(select(Report).where(Report.held_group == group).with_for_update()).all()
    possible = [report for report in reports if _can(report, action)]
    for report in possible:
        take_step(session, actor, report, action, group=group)
    return len(possible)


def _can(report: Report, action: ReportAction) -> bool:
    try:
        next_status(report.status, action)
    except Conflict:
        return False
    return True


def _reason(text: str) -> str:
    reason = clean_text(text)
    if not reason:
        raise Invalid("reason", "reason_missing")
    return reason
