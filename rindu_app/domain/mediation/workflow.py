"""Which step leads a mediation where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import MediationAction as A
from rindu_app.words.codes import MediationStatus as S

OPEN = frozenset({S.PREPARING, S.MEETING, S.AGREED})

STEPS: dict[tuple[S, A], S] = {
    **{(S.PREPARING, action): S.PREPARING for action in (A.ASK_OTHER, A.ASSESS, A.NAME_MEDIATOR)},
    (S.PREPARING, A.BEGIN): S.MEETING,
    **{(S.MEETING, action): S.MEETING for action in (A.ASK_OTHER, A.ASSESS, A.NAME_MEDIATOR, A.MINUTES)},
    (S.MEETING, A.AGREE): S.AGREED,
    (S.MEETING, A.END): S.NOT_AGREED,
    (S.AGREED, A.CHECK): S.AGREED,
    (S.AGREED, A.COMPLETE): S.COMPLETED,
    **{(status, A.STOP): S.STOPPED for status in OPEN},
}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("mediation_step_not_possible")
    return target
