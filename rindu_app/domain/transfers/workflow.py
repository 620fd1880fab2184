"""Which step leads a transfer where. Everything that is not in this table is refused."""

from rindu_app.access.errors import Conflict
from rindu_app.words.codes import TransferAction as A
from rindu_app.words.codes import TransferStatus as S

STEPS: dict[tuple[S, A], S] = {
    (S.OPEN, A.ACCEPT): S.ACCEPTED,
    (S.OPEN, A.REFUSE): S.REFUSED,
    (S.OPEN, A.WITHDRAW): S.WITHDRAWN,
    (S.OPEN, A.LAPSE): S.LAPSED,
}


def next_status(status: str, action: A) -> S:
    """Raises `Conflict` where the step is not possible from here."""
    target = STEPS.get((S(status), action))
    if target is None:
        raise Conflict("transfer_over")
    return target
