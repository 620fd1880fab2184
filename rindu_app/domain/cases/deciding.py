"""A supervisor's yes or no, and what it does at once: never by the one who asked."""

from datetime import timedelta

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, sealer_of
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.closure.commands import require_other_supervisor, settle_closure
from rindu_app.domain.reports.answers import clean_text, required_text
from rindu_app.models import Approval
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import ApprovalKind, CaseEventKind


def decide_approval(
    session: Session, actor: Actor, *, number: str, uid: str, approve: bool, comment: str
) -> Approval:
    """Yes, or no with a comment. An approved exception lasts the days that the office has set; an approved closing closes.

    Raises `Forbidden` for a worker and for whoever asked, `Conflict` where it is decided, `NotFound`, `Invalid`.
    """
    case = access_case(session, actor, number, Permission.CASE_SUPERVISE, lock=True)
    request = session.exec(select(Approval).where(Approval.uid == uid, Approval.case_id == case.id)).first()
    if request is None:
        raise NotFound
    if request.decided_at is not None:
        raise Conflict("decided_already")
    if request.asked_by_id == actor.account_id:
        raise Forbidden("own_request")
    require_other_supervisor(actor, case, request.kind)
    comment = clean_text(comment) if approve else required_text("comment", comment, 2_000)
    request.approved, request.decided_by_id, request.decided_at = approve, actor.id, clock.now()
    request.comment = sealer_of(session, case).seal(f"approval.comment:{uid}", comment)
    if request.kind == ApprovalKind.EXCEPTION and approve:
        request.until = clock.now() + timedelta(days=get_settings().exception_days)
    session.add(request)
    kind = CaseEventKind.APPROVED if approve else CaseEventKind.NOT_APPROVED
    add_line(session, actor, case, kind, note=comment, approval=request.kind)
    if request.kind == ApprovalKind.CLOSURE:
        settle_closure(session, actor, case, request)
    return request
