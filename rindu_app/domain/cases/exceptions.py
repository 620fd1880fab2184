"""Acting without consent: asked for with a ground and a reason, decided by a supervisor.

Danger to life does not wait for the decision: the request stands at once, for a day, and every supervisor sees it. After a no
the same request waits like any other.
"""

from datetime import timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.cases.approvals import ask_approval
from rindu_app.domain.cases.standing import standing_consent
from rindu_app.domain.cases.subjects import list_subjects, subject_kind
from rindu_app.domain.codes.queries import list_codes
from rindu_app.models import Approval, Case
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import ApprovalKind, ExceptionGround


def ask_exception(
    session: Session,
    actor: Actor,
    *,
    number: str,
    purpose: str,
    ground: ExceptionGround,
    reason: str,
    subject: str = "",
) -> Approval:
    """Ask to act without consent. Raises `Conflict` where a consent holds or the same request waits, `Invalid` with the field."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    purposes = {item.code: item for item in list_codes(session, "consent_purpose")}
    if purpose not in purposes:
        raise Invalid("purpose", "unknown_choice")
    kind = subject_kind(purposes[purpose])
    if bool(subject) != bool(kind) or (subject and subject not in list_subjects(session, actor, kind)):
        raise Invalid("purpose", "unknown_choice")
    if standing_consent(session, case, purpose, subject) is not None:
        raise Conflict("consent_stands")
    at_once = ground == ExceptionGround.LIFE and not _was_refused(session, case, purpose, subject)
    return ask_approval(
        session,
        actor,
        case,
        ApprovalKind.EXCEPTION,
        reason=reason,
        until=clock.now() + _one_day() if at_once else None,
        purpose=purpose,
        subject=subject,
        ground=str(ground),
    )


def _was_refused(session: Session, case: Case, purpose: str, subject: str) -> bool:
    """Whether a supervisor said no to the same thing a moment ago: asking once more does not go round her."""
    refused = select(Approval).where(
        Approval.case_id == case.id,
        Approval.kind == ApprovalKind.EXCEPTION,
        col(Approval.approved).is_(False),
        col(Approval.decided_at) > clock.now() - _one_day(),
    )
    return any(is_for(row, purpose, subject) for row in session.exec(refused))


def _one_day() -> timedelta:
    """As long as the office lets danger to life stand undecided."""
    return timedelta(hours=get_settings().exception_hours)


def is_for(exception: Approval, purpose: str, subject: str) -> bool:
    return (exception.facts["purpose"], exception.facts["subject"]) == (purpose, subject)


def stands(exception: Approval) -> bool:
    """Approved, or for danger to life not yet decided; and not over."""
    if exception.until is None or exception.until <= clock.now():
        return False
    return exception.approved is not False
