"""Every pair of status and step is either in the table or refused."""

from itertools import product

import pytest

from rindu_app.access.errors import Conflict
from rindu_app.domain.referrals.workflow import ANSWERS, OPEN, STEPS, next_status
from rindu_app.words.codes import ReferralAction, ReferralStatus

PAIRS = list(product(ReferralStatus, ReferralAction))


@pytest.mark.parametrize(("status", "action"), PAIRS)
def test_each_pair_leads_somewhere_or_is_refused(status: ReferralStatus, action: ReferralAction) -> None:
    if (status, action) in STEPS:
        assert next_status(status, action) in ReferralStatus
    else:
        with pytest.raises(Conflict):
            next_status(status, action)


def test_what_is_over_stays_over() -> None:
    assert {status for status, _ in STEPS} == OPEN


def test_we_can_always_take_an_open_one_back() -> None:
    for status in OPEN:
        assert next_status(status, ReferralAction.REVOKE) == ReferralStatus.REVOKED
        assert next_status(status, ReferralAction.SETTLE) == ReferralStatus.SETTLED


def test_a_promise_is_not_made_or_refused_twice() -> None:
    for action in (ReferralAction.ACCEPT, ReferralAction.REFUSE):
        assert (ReferralStatus.ACCEPTED, action) not in STEPS
    assert set(ReferralAction) - ANSWERS == {ReferralAction.REVOKE, ReferralAction.SETTLE}
