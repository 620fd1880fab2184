"""A code that somebody knows who must not read on is worth nothing any more; the person gets a new one (ADR 60)."""

from sqlmodel import Session, col, delete, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.permissions import Permission
from rindu_app.domain.reports.access import access_report, own_id, sealer_of
from rindu_app.domain.reports.history import add_event
from rindu_app.domain.reports.receipts import NewReceipt, add_receipt, prepare_receipt
from rindu_app.models import Receipt, Report, ReportEvent, Visit
from rindu_app.words.codes import ReportAction


def forget_known_code(session: Session, report: Report, account_id: int) -> None:
    """End the code, and every visit with it, if it was this account that handed it over: on taking the report down, or later."""
    handed = (
        select(ReportEvent.by_id)
        .where(ReportEvent.report_id == report.id)
        .where(col(ReportEvent.action).in_((ReportAction.RECEIVE, ReportAction.RENEW_CODE)))
        .order_by(col(ReportEvent.id).desc())
        .limit(1)
    )
    if session.exec(handed).first() == account_id:
        session.exec(delete(Receipt).where(col(Receipt.report_id) == report.id))
        session.exec(delete(Visit).where(col(Visit.report_id) == report.id))


def has_code(session: Session, report: Report) -> bool:
    """Whether the person can come back to her report."""
    found = session.exec(select(Receipt.report_id).where(Receipt.report_id == report.id).limit(1))
    return found.first() is not None


def prepare_code(session: Session, actor: Actor, *, number: str) -> NewReceipt:
    """A new code for `renew_code`. It takes a while, so ask for it before the transaction. Raises `NotFound`, `Forbidden`."""
    report = access_report(session, actor, number, Permission.REPORT_WRITE)
    return prepare_receipt(sealer_of(session, report))


def renew_code(session: Session, actor: Actor, *, number: str, receipt: NewReceipt) -> str:
    """Give a report whose code was ended a new one, to be shown once and handed over.

    Raises `Conflict` where a code stands: nobody takes a person's own code away from her.
    """
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    if has_code(session, report):
        raise Conflict("code_stands")
    add_receipt(session, own_id(report), receipt)
    add_event(session, actor, report, ReportAction.RENEW_CODE)
    return receipt.code
