"""Every status of a conference × every answer that stands × every answer that is given."""

from itertools import product

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.session import open_session
from rindu_app.domain.conferences.inviting import answer_own
from rindu_app.words.codes import ConferenceStatus, InviteAnswer
from tests.conferences import ask, convene, set_status, stored
from tests.factories import make_account
from tests.transfers import add_to_team

pytestmark = pytest.mark.usefixtures("country")
SAID = (InviteAnswer.COMES, InviteAnswer.ABSENT)
TAKES_ANSWERS = {ConferenceStatus.PLANNED, ConferenceStatus.AGREED}


@pytest.fixture
def colleague(manager: Actor, number: str) -> Actor:
    """Somebody of the team."""
    whom = make_account()
    add_to_team(manager, number, whom)
    return whom


def say(actor: Actor, number: str, uid: str, answer: InviteAnswer) -> None:
    with open_session(actor) as session:
        answer_own(session, actor, number=number, uid=uid, answer=answer)


@pytest.mark.parametrize(("before", "answer"), list(product(InviteAnswer, InviteAnswer)))
def test_an_answer_is_changed_at_will_but_not_taken_back(
    manager: Actor, colleague: Actor, number: str, before: InviteAnswer, answer: InviteAnswer
) -> None:
    uid = convene(manager, number)
    mine = ask(manager, number, uid, colleague)
    if before in SAID:
        say(colleague, number, uid, before)
    if answer in SAID:
        say(colleague, number, uid, answer)
        assert stored(mine).answer == answer
    else:
        with pytest.raises(Invalid):
            say(colleague, number, uid, answer)
        assert stored(mine).answer == before


@pytest.mark.parametrize(("status", "answer"), list(product(ConferenceStatus, SAID)))
def test_what_is_over_takes_no_answer(
    manager: Actor, colleague: Actor, number: str, status: ConferenceStatus, answer: InviteAnswer
) -> None:
    uid = convene(manager, number)
    mine = ask(manager, number, uid, colleague)
    set_status(uid, status)
    if status in TAKES_ANSWERS:
        say(colleague, number, uid, answer)
    else:
        with pytest.raises(Conflict, match="conference_step"):
            say(colleague, number, uid, answer)
    assert (stored(mine).answer == answer) == (status in TAKES_ANSWERS)
