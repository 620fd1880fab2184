"""Which consent can be acted on now. Asks nothing and ends nothing, so that everything may ask it."""

from sqlmodel import Session, col, select

from rindu_app.models import Case, Consent
from rindu_app.words import clock
from rindu_app.words.codes import Assent

KEEP_AND_CONTACT, HANDLING, VIDEO_CALL = "keep_and_contact", "handling", "video_call"


def standing_consent(session: Session, case: Case, purpose: str, subject: str = "") -> Consent | None:
    """The consent that may be acted on now; None where the newest answer does not hold."""
    newest = session.exec(
        select(Consent)
        .where(Consent.case_id == case.id, Consent.purpose == purpose, Consent.subject == subject)
        .order_by(col(Consent.id).desc())
        .limit(1)
    ).first()
    return newest if newest is not None and holds(newest) else None


def holds(consent: Consent) -> bool:
    """Given, not taken back, not over, by somebody who may; and never against the person's own no, whoever answered for her."""
    return (
        consent.given
        and consent.withdrawn_at is None
        and consent.lapsed_at is None
        and (consent.expires_at is None or consent.expires_at > clock.now())
        and consent.assent != Assent.NO
    )
