"""Which step leads a case conference where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import ConferenceAction as A
from rindu_app.words.codes import ConferenceStatus as S

OPEN = frozenset({S.PLANNED, S.AGREED})

STEPS: dict[tuple[S, A], S] = {
    **{(status, A.INVITE): status for status in OPEN},
    # Another time is another question.
    **{(status, A.MOVE): S.PLANNED for status in OPEN},
    (S.PLANNED, A.AGREE): S.AGREED,
    **{(status, A.HOLD): S.HELD for status in OPEN},
    **{(status, A.CANCEL): S.CANCELLED for status in OPEN},
    (S.HELD, A.RECORD): S.HELD,
}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("conference_step")
    return target
