"""How the person of a report may be reached now: as she said, and not at all once she no longer lets us."""

from sqlmodel import Session, select

from rindu_app.domain.cases.gate import allowed_cases
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT
from rindu_app.domain.contact.safety import ContactRule
from rindu_app.models import Consent, Report, SafeContact


def contact_rule(session: Session, report: Report, contact: SafeContact) -> ContactRule:
    """Her safe contact, narrowed by her newest answer about being contacted. Before she was asked, only the safe contact counts."""
    return ContactRule.of(contact, refused=_has_refused(session, report))


def _has_refused(session: Session, report: Report) -> bool:
    if report.case_id is None:
        return False
    asked = select(Consent.id).where(
        Consent.case_id == report.case_id, Consent.purpose == KEEP_AND_CONTACT
    )  # fmt: skip
    if session.exec(asked.limit(1)).first() is None:
        return False
    return not allowed_cases(session, {report.case_id}, KEEP_AND_CONTACT)
