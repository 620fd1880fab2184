"""What a worker asks a supervisor to decide, with a reason. The decision is in `deciding`."""

from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.domain.cases.access import case_id, sealer_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.reports.answers import required_text
from rindu_app.models import Approval, Case
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import ApprovalKind, CaseEventKind


def ask_approval(
    session: Session,
    actor: Actor,
    case: Case,
    kind: ApprovalKind,
    *,
    reason: str,
    until: datetime | None = None,
    **facts: str,
) -> Approval:
    """Put a decision before the supervisors of the case's area. The caller has checked access and holds the case's row.

    Raises `Conflict` where the same request waits already, `Invalid` without a reason.
    """
    waiting = select(Approval).where(
        Approval.case_id == case.id, Approval.kind == kind, col(Approval.decided_at).is_(None)
    )
    if any(row.facts == facts and not _is_over(row) for row in session.exec(waiting)):
        raise Conflict("asked_already")
    uid, reason = new_uid(), required_text("reason", reason, 2_000)
    request = Approval(
        uid=uid,
        case_id=case_id(case),
        kind=kind,
        facts=facts,
        asked_by_id=actor.id,
        asked_at=clock.now(),
        reason=sealer_of(session, case).seal(f"approval.reason:{uid}", reason),
        until=until,
    )
    session.add(request)
    add_line(session, actor, case, CaseEventKind.APPROVAL_ASKED, approval=str(kind), **facts)
    return request


def newest_approval(session: Session, case: Case, kind: ApprovalKind) -> Approval | None:
    """The last request of this kind, decided or not."""
    statement = select(Approval).where(Approval.case_id == case.id, Approval.kind == kind)
    return session.exec(statement.order_by(col(Approval.id).desc()).limit(1)).first()


def _is_over(request: Approval) -> bool:
    return request.until is not None and request.until <= clock.now()
