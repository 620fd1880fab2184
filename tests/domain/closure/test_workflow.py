"""Every step from every stage of the end of a case: what is not in the table is refused."""

import pytest

from rindu_app.access.errors import Conflict
from rindu_app.domain.closure.workflow import STEPS, next_status
from rindu_app.words.codes import ClosureAction as A
from rindu_app.words.codes import ClosureStatus as S

LEADS = {
    (S.NONE, A.ASK): S.WAITING,
    (S.RETURNED, A.ASK): S.WAITING,
    (S.REOPENED, A.ASK): S.WAITING,
    (S.WAITING, A.APPROVE): S.CLOSED,
    (S.WAITING, A.RETURN): S.RETURNED,
    (S.CLOSED, A.REOPEN): S.REOPENED,
}


def test_the_table_is_the_one_that_was_agreed() -> None:
    assert STEPS == LEADS


@pytest.mark.parametrize("action", A)
@pytest.mark.parametrize("status", S)
def test_a_step_leads_where_the_table_says_or_nowhere(status: S, action: A) -> None:
    if (status, action) in LEADS:
        assert next_status(status, action) == LEADS[status, action]
        return
    with pytest.raises(Conflict):
        next_status(status, action)
