"""What papers about one referral or one mediation can be made of a case now. The one list that screens offer, that printing
asks, and that each download asks again: a letter that may not be written any more is not fetched either."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from rindu_app.access.errors import Conflict
from rindu_app.domain.cases.standing import standing_consent
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.mediation.commands import MATTERS
from rindu_app.domain.mediation.facts import read_blocks
from rindu_app.domain.mediation.stopping import PURPOSE
from rindu_app.domain.referrals.access import number_of
from rindu_app.domain.referrals.permits import list_permits
from rindu_app.domain.referrals.workflow import OPEN
from rindu_app.models import Case, Mediation, MediationEntry, Partner, Referral
from rindu_app.words.codes import ConsentGiver, MediationEntryKind, MediationStatus, PaperKind
from rindu_app.words.dates import show_plain_date


@dataclass(frozen=True)
class PaperSubject:
    """One thing that a paper of this kind can be about. `label` tells it from others of its kind."""

    kind: PaperKind
    uid: str
    label: str


def list_paper_subjects(session: Session, case: Case) -> tuple[PaperSubject, ...]:
    """A fixed number of queries."""
    return (*_letters(session, case), *_mediations(session, case))


def require_subject(session: Session, case: Case, kind: PaperKind, uid: str) -> None:
    """Raises `Conflict` where no such paper may be made of it now (`paper_not_now`)."""
    if (kind, uid) not in {(one.kind, one.uid) for one in list_paper_subjects(session, case)}:
        raise Conflict("paper_not_now")


def _letters(session: Session, case: Case) -> Iterable[PaperSubject]:
    """Of a referral that goes on, to a partner who may still be told."""
    found = session.exec(
        select(Referral, Partner)
        .join(Partner, col(Partner.id) == col(Referral.partner_id))
        .where(Referral.case_id == case.id, col(Referral.status).in_(OPEN))
        .order_by(col(Referral.id).desc())
    ).all()
    permits, services = list_permits(session, case), read_labels(session, "referral_service")
    for row, partner in found:
        permit = permits.get(partner.uid)
        if permit is not None and set(row.fields) <= permit.fields:
            service = services.get(row.service, row.service)
            yield PaperSubject(PaperKind.REFERRAL, row.uid, f"{number_of(row)}, {partner.name}, {service}")


def _mediations(session: Session, case: Case) -> Iterable[PaperSubject]:
    """Minutes where there are any. A sheet to sign while both meet and the gate is open; one that was signed, always."""
    rows = session.exec(
        select(Mediation).where(Mediation.case_id == case.id).order_by(col(Mediation.id).desc())
    ).all()
    entries = select(MediationEntry.mediation_id).where(
        MediationEntry.case_id == case.id, MediationEntry.kind == MediationEntryKind.MINUTES
    )
    with_minutes, labels = set(session.exec(entries)), read_labels(session, MATTERS)
    may_sign = _may_sign(session, case)
    for row in rows:
        name = labels.get(row.matter, row.matter)
        if row.id in with_minutes:
            yield PaperSubject(PaperKind.MEDIATION_MINUTES, row.uid, name)
        if row.agreement is not None and row.agreed_on is not None:
            signed = f"{name}, ditandatangani {show_plain_date(row.agreed_on)}"
            yield PaperSubject(PaperKind.MEDIATION_AGREEMENT, row.uid, signed)
        elif row.status == MediationStatus.MEETING and may_sign:
            yield PaperSubject(PaperKind.MEDIATION_AGREEMENT, row.uid, f"{name}, untuk ditandatangani")


def _may_sign(session: Session, case: Case) -> bool:
    """The gate is open, and she herself agrees (3.9)."""
    consent = standing_consent(session, case, PURPOSE)
    return consent is not None and consent.given_by == ConsentGiver.SELF and not read_blocks(session, case)
