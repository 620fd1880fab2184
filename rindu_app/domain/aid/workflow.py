"""Which step leads an application where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import AidAction as A
from rindu_app.words.codes import AidStatus as S

STEPS: dict[tuple[S, A], S] = {
    (S.APPLIED, A.GRANT): S.GRANTED,
    (S.APPLIED, A.REFUSE): S.REFUSED,
    (S.APPLIED, A.WITHDRAW): S.WITHDRAWN,
    (S.GRANTED, A.RECEIVE): S.RECEIVED,
    (S.GRANTED, A.WITHDRAW): S.WITHDRAWN,
}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("aid_step_not_possible")
    return target
