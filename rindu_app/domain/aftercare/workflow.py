"""Which step leads a visit where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import AftercareAction as A
from rindu_app.words.codes import AftercareStatus as S

STEPS: dict[tuple[S, A], S] = {
    (S.PLANNED, A.RECORD): S.DONE,
    (S.PLANNED, A.TRY): S.PLANNED,
    (S.PLANNED, A.GIVE_UP): S.MISSED,
    (S.PLANNED, A.CANCEL): S.CANCELLED,
}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("aftercare_step_not_possible")
    return target
