"""Asking to close a case, closing it when the supervisor says yes, and opening it again. There is no other way to close one."""

from collections.abc import Mapping

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.aftercare.ending import end_aftercare
from rindu_app.domain.aftercare.planning import plan_aftercare
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.approvals import ask_approval
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.closure.checklist import Tick, check_ticks
from rindu_app.domain.closure.ending import end_running_work
from rindu_app.domain.closure.running import require_closable
from rindu_app.domain.closure.workflow import newest_closure, next_status, stage_of
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.reports.risk import due_at
from rindu_app.models import Approval, Case, CaseClosure, CaseReopening, Report
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import (
    AftercareEnd,
    ApprovalKind,
    CaseEventKind,
    CaseStatus,
    ClosureAction,
    ClosureStatus,
    Risk,
)

REASONS, REOPENINGS = "case_closing_reason", "case_reopening_reason"
NOTE, MOST_TRIES = 2_000, 99


def ask_closure(
    session: Session,
    actor: Actor,
    *,
    number: str,
    reason_code: str,
    note: str,
    ticks: Mapping[str, Tick],
    tries: int = 0,
) -> CaseClosure:
    """Ask the supervisor to close the case, with a reason of `case_closing_reason` and every check answered (2.4, BP-11).

    Raises `Conflict` where it is asked already, closed, or somebody is sheltered or a team is on its way; `Invalid` with the
    field: the reason, how often she was tried to be reached where that is the reason, a check without an answer or a word.
    """
    case = access_case(session, actor, number, Permission.CASE_CLOSE, lock=True, is_open=True)
    status = next_status(stage_of(case, newest_closure(session, case)), ClosureAction.ASK)
    require_closable(session, case)
    _check_reason(session, reason_code, tries)
    uid, sealer = new_uid(), sealer_of(session, case)
    closure = CaseClosure(
        uid=uid,
        case_id=case_id(case),
        status=status,
        reason=reason_code,
        tries=tries or None,
        checks=sealer.seal_json(f"case_closure.checks:{uid}", check_ticks(session, ticks)),
        note=sealer.seal(f"case_closure.note:{uid}", required_text("note", note, NOTE)),
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(closure)
    ask_approval(session, actor, case, ApprovalKind.CLOSURE, reason=note, of=uid, ending=reason_code)
    return closure


def require_other_supervisor(actor: Actor, case: Case, kind: str) -> None:
    """Whoever manages a case does not also decide that it is over. Raises `Forbidden`."""
    if kind == ApprovalKind.CLOSURE and case.manager_id == actor.account_id:
        raise Forbidden("own_case")


def settle_closure(session: Session, actor: Actor, case: Case, request: Approval) -> CaseClosure:
    """What the supervisor's word makes of a request to close: closed, or back to the worker. For `decide_approval`.

    The person may come back at any time: nothing of hers waits in the inbox any longer, what she writes from now on does.
    Raises `Conflict` where somebody came to be sheltered meanwhile.
    """
    found = select(CaseClosure).where(
        CaseClosure.uid == request.facts.get("of"), CaseClosure.case_id == case.id
    )
    closure = session.exec(found).first()
    if closure is None:
        raise NotFound
    action = ClosureAction.APPROVE if request.approved else ClosureAction.RETURN
    closure.status, closure.ended_at = next_status(stage_of(case, closure), action), clock.now()
    session.add(closure)
    if closure.status == ClosureStatus.CLOSED:
        require_closable(session, case)
        session.flush()
        end_running_work(session, actor, case)
        _close(session, actor, case, closure)
    return closure


def reopen_case(
    session: Session, actor: Actor, *, number: str, reason_code: str, note: str, risk: Risk | None = None
) -> Case:
    """The work goes on, for a reason of `case_reopening_reason`. Violence that happened again is counted, takes a risk, and
    starts the clock of that risk anew (RS-18).

    Raises `Conflict` for an open case, `Invalid` with the field.
    """
    case = access_case(session, actor, number, Permission.CASE_CLOSE, lock=True)
    closure = newest_closure(session, case)
    status = next_status(stage_of(case, closure), ClosureAction.REOPEN)
    reasons = {item.code: item for item in list_codes(session, REOPENINGS)}
    if reason_code not in reasons:
        raise Invalid("reason_code", "unknown_choice")
    again = bool(reasons[reason_code].extra.get("recurrence"))
    if again and risk is None:
        raise Invalid("risk", "choice_missing")
    note = required_text("note", note, NOTE)
    case.status = CaseStatus.OPEN
    if closure is not None:
        closure.status = status
        session.add(closure)
    session.add(
        CaseReopening(
            case_id=case_id(case),
            reason=reason_code,
            recurrence=again,
            by_id=actor.id,
            at=clock.now(),
            due_at=due_at(session, risk, clock.now()) if again and risk else None,
        )
    )
    add_line(session, actor, case, CaseEventKind.REOPENED, note=note, reopening=reason_code)
    end_aftercare(session, actor, case, AftercareEnd.REOPENED)
    if again and risk and risk != case.risk:
        before, case.risk = case.risk, str(risk)
        add_line(session, actor, case, CaseEventKind.RISK_CHANGED, before=before, risk=str(risk))
    return case


def _check_reason(session: Session, reason_code: str, tries: int) -> None:
    """A reason may ask for a number of tries first ("tidak dapat dihubungi"): the list says how many."""
    reasons = {item.code: item for item in list_codes(session, REASONS)}
    if reason_code not in reasons:
        raise Invalid("reason_code", "unknown_choice")
    least = int(reasons[reason_code].extra.get("tries", 0))
    if tries < least:
        raise Invalid("tries", "closure_tries_few", least=least)
    if tries > MOST_TRIES:
        raise Invalid("tries", "amount_range", longest=MOST_TRIES)


def _close(session: Session, actor: Actor, case: Case, closure: CaseClosure) -> None:
    note = sealer_of(session, case).open(f"case_closure.note:{closure.uid}", closure.note)
    case.status = CaseStatus.CLOSED
    for report in session.exec(select(Report).where(Report.case_id == case.id)):
        report.unread = False
        session.add(report)
    add_line(session, actor, case, CaseEventKind.CLOSED, note=note, reason=closure.reason)
    plan_aftercare(session, actor, case, reason=closure.reason)
