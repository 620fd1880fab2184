"""What a partner may be told now: what her consent for this partner names, and not a day longer (RR-13, 3.11)."""

from collections.abc import Collection
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
    """By the partner's uid. Two queries."""
    return {partner: permit for (_, partner), permit in read_permits(session, [case.id]).items()}


def read_permits(session: Session, case_ids: Collection[int | None]) -> dict[tuple[int, str], Permit]:
    """By case and partner's uid: its consent or, where an exception stands instead, every field. Two queries."""
    permits: dict[tuple[int, str], Permit] = {}
    for key, exception in _newest_exceptions(session, case_ids).items():
        if stands(exception):
            permits[key] = Permit(EVERY, exception.until)
    for key, consent in _newest_consents(session, case_ids).items():
        if holds(consent):
            permits[key] = Permit(frozenset(consent.fields) & EVERY, consent.expires_at)
    return permits


def _newest_consents(session: Session, case_ids: Collection[int | None]) -> dict[tuple[int, str], Consent]:
    found = session.exec(
        select(Consent)
        .where(col(Consent.case_id).in_(case_ids), Consent.purpose == PURPOSE)
        .order_by(col(Consent.id))
    )
    return {(row.case_id, row.subject): row for row in found}


def _newest_exceptions(session: Session, case_ids: Collection[int | None]) -> dict[tuple[int, str], Approval]:
    found = session.exec(
        select(Approval)
        .where(col(Approval.case_id).in_(case_ids), Approval.kind == ApprovalKind.EXCEPTION)
        .order_by(col(Approval.id))
    )
    return {(row.case_id, row.facts["subject"]): row for row in found if row.facts["purpose"] == PURPOSE}
