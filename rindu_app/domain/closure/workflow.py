"""Which step leads the end of a case where. Everything that is not in this table is refused."""

from sqlmodel import Session, col, select

from rindu_app.access.errors import Conflict
from rindu_app.models import Case, CaseClosure
from rindu_app.words.codes import CaseStatus
from rindu_app.words.codes import ClosureAction as A
from rindu_app.words.codes import ClosureStatus as S

STEPS: dict[tuple[S, A], S] = {
    **{(status, A.ASK): S.WAITING for status in (S.NONE, S.RETURNED, S.REOPENED)},
    (S.WAITING, A.APPROVE): S.CLOSED,
    (S.WAITING, A.RETURN): S.RETURNED,
    (S.CLOSED, A.REOPEN): S.REOPENED,
}
REFUSALS = {(S.WAITING, A.ASK): "asked_already", (S.CLOSED, A.ASK): "case_closed"}


def next_status(status: S, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((status, action))
    if target is None:
        raise Conflict(
            REFUSALS.get((status, action), "case_open" if action == A.REOPEN else "closure_step_not_possible")
        )
    return target


def newest_closure(session: Session, case: Case) -> CaseClosure | None:
    """The last request to close a case to which the caller has access."""
    statement = select(CaseClosure).where(CaseClosure.case_id == case.id)
    return session.exec(statement.order_by(col(CaseClosure.id).desc()).limit(1)).first()


def stage_of(case: Case, closure: CaseClosure | None) -> S:
    """How far the end of the case is. A case that was closed before closing needed a supervisor has no request."""
    if case.status == CaseStatus.CLOSED:
        return S.CLOSED
    return S(closure.status) if closure is not None else S.NONE
