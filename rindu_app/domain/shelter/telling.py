"""What a case hears from the shelter: a line of its timeline that never says where. The shelter's people do not see the case."""

from typing import Any

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import widened
from rindu_app.domain.cases.gate import allowed_cases
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.referrals.permits import find_permit
from rindu_app.models import Case, Partner, ShelterStay
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
    return bool(consents_of(session, {stay.case_id}))


def consents_of(session: Session, case_ids: set[int]) -> set[int]:
    """Cases of these where staying is allowed now, by consent or by exception. Two queries."""
    with widened(session, "shelter asks whether consents hold"):
        return allowed_cases(session, case_ids, PURPOSE)


def may_be_taken_to(session: Session, stay: ShelterStay, partner_id: int) -> bool:
    """Whether she agrees now to be referred to this partner; the shelter learns neither to whom nor what else she allows."""
    with widened(session, "whether she may be taken on"):
        partner = session.get_one(Partner, partner_id)
        return find_permit(session, hold_case(session, stay), partner.uid) is not None
