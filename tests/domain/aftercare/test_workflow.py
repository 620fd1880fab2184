"""Every step from every status: what is not in the table is refused."""

import pytest

from rindu_app.access.errors import Conflict
from rindu_app.domain.aftercare.workflow import STEPS, next_status
from rindu_app.words.codes import AftercareAction, AftercareStatus

EXPECTED = {
    ("planned", "record"): "done",
    ("planned", "try"): "planned",
    ("planned", "give_up"): "missed",
    ("planned", "cancel"): "cancelled",
}


@pytest.mark.parametrize("action", AftercareAction)
@pytest.mark.parametrize("status", AftercareStatus)
def test_each_step_leads_where_the_table_says_or_nowhere(
    status: AftercareStatus, action: AftercareAction
) -> None:
    if target := EXPECTED.get((status, action)):
        assert next_status(status, action) == target
    else:
        with pytest.raises(Conflict) as refusal:
            next_status(status, action)
        assert refusal.value.code == "aftercare_step_not_possible"


def test_the_table_holds_nothing_else() -> None:
    assert {(str(status), str(action)) for status, action in STEPS} == EXPECTED.keys()
