"""What a partner may be told now: what her consent for this partner names, and not a day longer (RR-13, 3.11)."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.domain.cases.exceptions import stands
from rindu_app.domain.cases.standing import holds
from rindu_app.models import Approval, Case, Consent
from rindu_app.words.codes import ApprovalKind, SharedField

PURPOSE, EVERY = "referral", frozenset(str(code) for code in SharedField)


@dataclass(frozen=True)
class Permit:
    """`fields`: codes of `SharedField`. `until`: when it ends by itself."""

    fields: frozenset[str]
    until: datetime | None


def find_permit(session: Session, case: Case, partner_uid: str) -> Permit | None:
    """For one partner; None where neither a consent nor an exception holds now."""
    return list_permits(session, case).get(partner_uid)


def list_permits(session: Session, case: Case) -> dict[str, Permit]:
    """By the partner's uid: its consent or, where an exception stands instead, every field. Two queries."""
    permits: dict[str, Permit] = {}
    for exception in _newest_exceptions(session, case).values():
        if stands(exception):
            permits[exception.facts["subject"]] = Permit(EVERY, exception.until)
    for consent in _newest_consents(session, case).values():
        if holds(consent):
            permits[consent.subject] = Permit(frozenset(consent.fields) & EVERY, consent.expires_at)
    return permits


def _newest_consents(session: Session, case: Case) -> dict[str, Consent]:
    found = session.exec(
        select(Consent)
        .where(Consent.case_id == case.id, Consent.purpose == PURPOSE)
        .order_by(col(Consent.id))
    )
    return {row.subject: row for row in found}


def _newest_exceptions(session: Session, case: Case) -> dict[str, Approval]:
    found = session.exec(
        select(Approval)
        .where(Approval.case_id == case.id, Approval.kind == ApprovalKind.EXCEPTION)
        .order_by(col(Approval.id))
    )
    return {row.facts["subject"]: row for row in found if row.facts["purpose"] == PURPOSE}
