"""Every step from every status: what the table does not name is refused."""

import pytest

from rindu_app.access.errors import Conflict
from rindu_app.domain.shelter.workflow import STAYING, STEPS, UNDER_WAY, next_status
from rindu_app.words.codes import ShelterAction as A
from rindu_app.words.codes import ShelterStatus as S

# Columns: place · refuse · cancel · move · log · ask for more days · approve · deny · leave
TABLE: dict[S, str] = {
    S.REQUESTED: "placed refused cancelled - - - - - -",
    S.PLACED:    "- - - placed placed extending - - left",
    S.EXTENDING: "- - - extending extending - placed placed left",
    S.REFUSED:   "- - - - - - - - -",
    S.CANCELLED: "- - - - - - - - -",
    S.LEFT:      "- - - - - - - - -",
}  # fmt: skip


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("action", A)
def test_every_step_leads_where_the_table_says_or_nowhere(status: S, action: A) -> None:
    wanted = TABLE[status].split()[list(A).index(action)]
    if wanted == "-":
        with pytest.raises(Conflict, match="shelter_step_not_possible"):
            next_status(status, action)
    else:
        assert next_status(status, action) == S(wanted)


def test_what_is_under_way_can_go_on_and_what_is_over_cannot() -> None:
    assert {status for status, _ in STEPS} == UNDER_WAY
    assert STAYING < UNDER_WAY
