"""Every step of a mediation from every status: what the table does not name is refused."""

import pytest

from rindu_app.access.errors import Conflict
from rindu_app.domain.mediation.workflow import OPEN, STEPS, next_status
from rindu_app.words.codes import MediationAction as A
from rindu_app.words.codes import MediationStatus as S

# Columns: ask the other · assess · mediator · begin · minutes · agree · end · check · complete · stop
TABLE: dict[S, str] = {
    S.PREPARING:  "preparing preparing preparing meeting - - - - - stopped",
    S.MEETING:    "meeting meeting meeting - meeting agreed not_agreed - - stopped",
    S.AGREED:     "- - - - - - - agreed completed stopped",
    S.COMPLETED:  "- - - - - - - - - -",
    S.NOT_AGREED: "- - - - - - - - - -",
    S.STOPPED:    "- - - - - - - - - -",
}  # fmt: skip


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("action", A)
def test_every_step_leads_where_the_table_says_or_nowhere(status: S, action: A) -> None:
    wanted = TABLE[status].split()[list(A).index(action)]
    if wanted == "-":
        with pytest.raises(Conflict, match="mediation_step_not_possible"):
            next_status(status, action)
    else:
        assert next_status(status, action) == S(wanted)


def test_what_is_open_can_always_be_stopped_and_what_is_over_goes_nowhere() -> None:
    assert {status for status, _ in STEPS} == OPEN
    assert {status for status, action in STEPS if action is A.STOP} == OPEN
