"""What a case hears from the shelter: a line of its timeline that never says where. The shelter's people do not see the case."""

from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import widened
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.cases.work import current_consent
from rindu_app.models import Case, Consent, ShelterStay
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind

PURPOSE = "shelter"


def hold_case(session: Session, stay: ShelterStay) -> Case:
    """The case's row, held until the transaction ends. For this package only: who asks has access to the stay."""
    with widened(session, "shelter holds the case"):
        return session.exec(select(Case).where(Case.id == stay.case_id).with_for_update()).one()


def tell_case(
    session: Session, actor: Actor, stay: ShelterStay, kind: CaseEventKind, *, note: str = "", **facts: Any
) -> None:
    """Add the line in the actor's name. `note` has passed `address.require_no_address`; `facts` are codes."""
    session.flush()  # what the actor wrote herself is checked as hers
    with widened(session, "shelter tells its case"):
        case = hold_case(session, stay)
        add_line(session, actor, case, kind, note=note, **facts)
        session.flush()


def consent_holds(session: Session, stay: ShelterStay) -> bool:
    """Whether she agrees to stay in a shelter now. Of her consents the shelter learns this one word."""
    with widened(session, "shelter asks whether consent holds"):
        case = session.get(Case, stay.case_id)
        return case is not None and current_consent(session, case, PURPOSE) is not None


def consents_of(session: Session, case_ids: set[int]) -> set[int]:
    """Cases of these whose newest answer to this purpose is a yes that holds now. One query."""
    with widened(session, "shelter asks whether consents hold"):
        newest = (
            select(func.max(Consent.id))
            .where(col(Consent.case_id).in_(case_ids), Consent.purpose == PURPOSE)
            .group_by(col(Consent.case_id))
        )
        rows = session.exec(select(Consent).where(col(Consent.id).in_(newest))).all()
    return {
        row.case_id
        for row in rows
        if row.given and row.withdrawn_at is None and (row.expires_at is None or row.expires_at > clock.now())
    }
