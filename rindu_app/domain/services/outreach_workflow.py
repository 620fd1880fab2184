"""Which step leads a visit where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import OutreachAction as A
from rindu_app.words.codes import OutreachStatus as S

UNDER_WAY = frozenset({S.PLANNED, S.GOING})

STEPS: dict[tuple[S, A], S] = {
    (S.PLANNED, A.CHECK): S.PLANNED,
    (S.PLANNED, A.GO): S.GOING,
    (S.PLANNED, A.CANCEL): S.CANCELLED,
    (S.GOING, A.FINISH): S.DONE,
    (S.GOING, A.FAIL): S.FAILED,
}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("outreach_step_not_possible")
    return target
