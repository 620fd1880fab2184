"""Which step leads a stay where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import ShelterAction as A
from rindu_app.words.codes import ShelterStatus as S

STAYING = frozenset({S.PLACED, S.EXTENDING})
UNDER_WAY = STAYING | {S.REQUESTED}

STEPS: dict[tuple[S, A], S] = {
    (S.REQUESTED, A.PLACE): S.PLACED,
    (S.REQUESTED, A.REFUSE): S.REFUSED,
    (S.REQUESTED, A.CANCEL): S.CANCELLED,
    (S.PLACED, A.ASK_EXTENSION): S.EXTENDING,
    (S.EXTENDING, A.APPROVE_EXTENSION): S.PLACED,
    (S.EXTENDING, A.DENY_EXTENSION): S.PLACED,
    **{(status, action): status for status in STAYING for action in (A.MOVE, A.LOG)},
    **{(status, A.LEAVE): S.LEFT for status in STAYING},
}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("shelter_step_not_possible")
    return target
