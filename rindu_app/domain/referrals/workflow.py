"""Which step leads a referral where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import ReferralAction as A
from rindu_app.words.codes import ReferralOutcome as O
from rindu_app.words.codes import ReferralStatus as S

OPEN = frozenset({S.SENT, S.ACCEPTED})

STEPS: dict[tuple[S, A], S] = {
    (S.SENT, A.ACCEPT): S.ACCEPTED,
    (S.SENT, A.REFUSE): S.REFUSED,
    # Somebody who has promised it says why it cannot be, instead of refusing.
    **{(status, A.MISS): S.UNAVAILABLE for status in OPEN},
    **{(status, A.FINISH): S.DONE for status in OPEN},
    **{(status, A.REVOKE): S.REVOKED for status in OPEN},
    **{(status, A.SETTLE): S.SETTLED for status in OPEN},
}

# What a partner answers, as against what only we decide.
ANSWERS = frozenset({A.ACCEPT, A.REFUSE, A.FINISH, A.MISS})
NEEDS_WORDS = frozenset({A.REFUSE, A.FINISH})
# How an answer is counted; the others leave it at "referred".
COUNTED_AS = {A.REFUSE: O.UNAVAILABLE, A.MISS: O.UNAVAILABLE}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("referral_over" if S(status) not in OPEN else "referral_step")
    return target
