"""Which step leads a session where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import SessionAction as A
from rindu_app.words.codes import SessionStatus as S

STEPS: dict[tuple[S, A], S] = {
    (S.PLANNED, A.MOVE): S.PLANNED,
    (S.PLANNED, A.CANCEL): S.CANCELLED,
    (S.PLANNED, A.HOLD): S.HELD,
    (S.PLANNED, A.MISS): S.MISSED,
    # The wrong button can be mended while notes can be; a cancelled session is planned anew.
    (S.HELD, A.MISS): S.MISSED,
    (S.MISSED, A.HOLD): S.HELD,
}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("session_settled")
    return target
