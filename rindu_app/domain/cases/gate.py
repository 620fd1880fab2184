"""Nothing proceeds without its consent; an exception needs a ground, a reason and a supervisor (3.11, ADR 61)."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict
from rindu_app.domain.cases.access import case_id, number_of
from rindu_app.domain.cases.exceptions import is_for, stands
from rindu_app.domain.cases.standing import holds, standing_consent
from rindu_app.domain.codes.queries import label_of
from rindu_app.models import Approval, Case, Consent
from rindu_app.words.codes import ApprovalKind


def require_consent(session: Session, actor: Actor, case: Case, purpose: str, *, subject: str = "") -> None:
    """Let work for this purpose (and service or partner) go on.

    Raises `Conflict` unless a consent holds now or an exception stands; that an exception was used is audited.
    """
    if standing_consent(session, case, purpose, subject) is not None:
        return
    if not allowed_cases(session, {case_id(case)}, purpose, subject):
        raise Conflict("consent_needed", purpose=label_of(session, "consent_purpose", purpose))
    audit(session, actor, "case:exception_used", number_of(case), case.area_code, purpose=purpose)


def allowed_cases(session: Session, case_ids: set[int], purpose: str, subject: str = "") -> set[int]:
    """Those of these cases where work for this purpose may go on now, by consent or by exception. Two queries."""
    answers = session.exec(
        select(Consent)
        .where(col(Consent.case_id).in_(case_ids), Consent.purpose == purpose, Consent.subject == subject)
        .order_by(col(Consent.id))
    )
    newest = {row.case_id: row for row in answers}
    requests = session.exec(
        select(Approval).where(col(Approval.case_id).in_(case_ids), Approval.kind == ApprovalKind.EXCEPTION)
    )
    excepted = {row.case_id for row in requests if is_for(row, purpose, subject) and stands(row)}
    return excepted | {case for case, row in newest.items() if holds(row)}
