"""Which step leads a report where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import ReportAction as A
from rindu_app.words.codes import ReportStatus as S

OPEN = frozenset({S.NEW, S.REVIEWING, S.NEEDS_INFO})
CLOSED = frozenset({S.CONSULTED, S.NOT_OURS, S.WITHDRAWN})

_FROM_OPEN: dict[A, S] = {
    A.ASSIGN: S.REVIEWING,
    A.TRIAGE: S.REVIEWING,
    A.ASK: S.NEEDS_INFO,
    A.FORWARD: S.NEW,
    A.MARK_DUPLICATE: S.DUPLICATE,
    A.MARK_JUNK: S.JUNK,
    A.CLOSE_CONSULTED: S.CONSULTED,
    A.CLOSE_NOT_OURS: S.NOT_OURS,
    A.WITHDRAW: S.WITHDRAWN,
    A.OPEN_CASE: S.CASE,
    A.JOIN_CASE: S.CASE,
}

STEPS: dict[tuple[S, A], S] = {
    **{(status, action): target for status in OPEN for action, target in _FROM_OPEN.items()},
    (S.NEW, A.ANSWER): S.NEW,
    (S.REVIEWING, A.ANSWER): S.REVIEWING,
    (S.NEEDS_INFO, A.ANSWER): S.REVIEWING,
    (S.CASE, A.ANSWER): S.CASE,
    # Junk that gets an answer stays where staff put it; a person who writes again after the end is heard again.
    (S.JUNK, A.ANSWER): S.JUNK,
    (S.DUPLICATE, A.ANSWER): S.DUPLICATE,
    **{(status, A.ANSWER): S.REVIEWING for status in CLOSED},
    **{(status, A.REOPEN): S.REVIEWING for status in CLOSED},
    (S.DUPLICATE, A.UNMARK_DUPLICATE): S.REVIEWING,
    (S.JUNK, A.UNMARK_JUNK): S.NEW,
    (S.CASE, A.WITHDRAW): S.CASE,
}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("report_closed" if S(status) not in OPEN else "step_not_possible")
    return target
