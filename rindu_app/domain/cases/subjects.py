"""What a consent can be narrowed to: one kind of handling, one partner, or one office. Purposes say which, in their code list."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.domain.partners.queries import list_partners
from rindu_app.domain.transfers.offices import list_offices, subject_of

# Not a code list: a consent to refer is for one partner, or for one office that the whole case goes to.
PARTNER = "partner"


def subject_kind(purpose: CodeRow) -> str:
    """The code list that a purpose is narrowed by, or `PARTNER`; "" for a purpose that is asked as a whole."""
    return str(purpose.extra.get("subject", ""))


def list_subjects(session: Session, actor: Actor, kind: str) -> dict[str, str]:
    """Label by code; empty for a purpose without subjects. A fixed number of queries."""
    if kind == PARTNER:
        partners = {row.uid: row.name for row in list_partners(session, actor)}
        offices = list_offices(session, but=actor.area_code)
        return partners | {subject_of(row.code): row.name for row in offices}
    return read_labels(session, kind) if kind else {}
