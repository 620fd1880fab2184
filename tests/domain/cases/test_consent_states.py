"""Every state of a consent × everything that can be done with it."""

from datetime import timedelta
from itertools import product

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.cases.consents import Answer, record_consent, standing_consent, withdraw_consent
from rindu_app.words import clock
from tests.domain.referrals.people import new_case
from tests.factories import make_account

PURPOSE = "assessment"
DAY = timedelta(days=1)

# Columns: she says yes · she says no · she takes it back. What holds afterwards, or "-" where there is nothing to be done.
TABLE = {
    "never asked": "holds nothing -",
    "given":       "holds nothing nothing",
    "refused":     "holds nothing -",
    "taken back":  "holds nothing -",
    "run out":     "holds nothing -",
}  # fmt: skip
STEPS = ("yes", "no", "take back")


def say(actor: Actor, number: str, *, given: bool, days: int = 0) -> None:
    ends = clock.now() + days * DAY if days else None
    with open_session(actor) as session:
        answer = Answer(PURPOSE, given=given, evidence="Lisan", expires_at=ends)
        record_consent(session, actor, number=number, answer=answer)


def take_back(actor: Actor, number: str) -> None:
    with open_session(actor) as session:
        withdraw_consent(session, actor, number=number, purpose=PURPOSE)


def bring_to(state: str, actor: Actor, number: str) -> None:
    if state != "never asked":
        say(actor, number, given=state != "refused", days=1 if state == "run out" else 0)
    if state == "taken back":
        take_back(actor, number)


@pytest.mark.usefixtures("country")
@pytest.mark.parametrize(("state", "step"), list(product(TABLE, STEPS)))
def test_each_step_leads_where_the_table_says(state: str, step: str) -> None:
    manager = make_account()
    number = new_case(manager)
    bring_to(state, manager, number)
    wanted = TABLE[state].split()[STEPS.index(step)]
    with clock.moved(2 * DAY):
        if wanted == "-":
            with pytest.raises(Conflict, match="consent_missing"):
                take_back(manager, number)
        elif step == "take back":
            take_back(manager, number)
        else:
            say(manager, number, given=step == "yes")
        with open_session(manager) as session:
            case = access_case(session, manager, number, Permission.CASE_READ)
            assert bool(standing_consent(session, case, PURPOSE)) == (wanted == "holds")
