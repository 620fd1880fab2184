"""Acting without consent takes a ground, a reason and a supervisor; danger to life does not wait for her."""

from datetime import timedelta

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.deciding import decide_approval
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.ledger import ApprovalRow, count_waiting, list_waiting
from rindu_app.words import clock
from rindu_app.words.codes import ExceptionGround, Role
from tests.domain.cases.test_cases import new_case
from tests.domain.cases.test_consents import answer, ledger, passes
from tests.factories import EAST_JAVA, METRO, make_account

pytestmark = pytest.mark.usefixtures("country")

WAITS = [ground for ground in ExceptionGround if ground != ExceptionGround.LIFE]


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def supervisor() -> Actor:
    return make_account(Role.SUPERVISOR)


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)[0]


def ask(
    actor: Actor, number: str, ground: ExceptionGround, *, purpose: str = "assessment", subject: str = "", reason: str = "Perintah hakim"
) -> str:  # fmt: skip
    with open_session(actor) as session:
        return ask_exception(
            session, actor, number=number, purpose=purpose, subject=subject, ground=ground, reason=reason
        ).uid


def decide(actor: Actor, number: str, uid: str, *, approve: bool, comment: str = "Sudah dibaca") -> None:
    with open_session(actor) as session:
        decide_approval(session, actor, number=number, uid=uid, approve=approve, comment=comment)


def waiting(actor: Actor) -> tuple[ApprovalRow, ...]:
    with open_session(actor) as session:
        return list_waiting(session, actor)


@pytest.mark.parametrize("ground", WAITS)
def test_an_exception_opens_the_gate_only_once_a_supervisor_agreed(
    manager: Actor, supervisor: Actor, number: str, ground: ExceptionGround
) -> None:
    uid = ask(manager, number, ground)
    assert not passes(manager, number, "assessment")
    decide(supervisor, number, uid, approve=True)
    assert passes(manager, number, "assessment")
    assert not passes(manager, number, "shelter")
    with clock.moved(timedelta(days=15)):
        assert not passes(manager, number, "assessment")


def test_danger_to_life_does_not_wait_and_ends_by_itself_or_by_a_no(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    uid = ask(manager, number, ExceptionGround.LIFE, reason="Tidak sadar, perlu dokter")
    assert passes(manager, number, "assessment")
    with clock.moved(timedelta(hours=25)):
        assert not passes(manager, number, "assessment")
    decide(supervisor, number, uid, approve=False, comment="Ia sudah dapat ditanya")
    assert not passes(manager, number, "assessment")
    (row,) = ledger(manager, number).exceptions
    assert (row.approved, row.stands, row.comment) == (False, False, "Ia sudah dapat ditanya")


def test_after_a_no_asking_once_more_does_not_go_round_the_supervisor(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    uid = ask(manager, number, ExceptionGround.LIFE)
    decide(supervisor, number, uid, approve=False)
    again = ask(manager, number, ExceptionGround.LIFE, reason="Sekarang sungguh gawat")
    assert not passes(manager, number, "assessment")
    decide(supervisor, number, again, approve=True)
    assert passes(manager, number, "assessment")
    ask(manager, number, ExceptionGround.LIFE, purpose="shelter")  # another purpose was never refused
    assert passes(manager, number, "shelter")


def test_a_new_request_leaves_what_was_approved_before_it_standing(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    decide(supervisor, number, ask(manager, number, ExceptionGround.LAW), approve=True)
    again = ask(manager, number, ExceptionGround.COURT)
    assert passes(manager, number, "assessment")
    decide(supervisor, number, again, approve=False)
    assert passes(manager, number, "assessment")


def test_a_no_needs_a_comment_and_is_decided_once(manager: Actor, supervisor: Actor, number: str) -> None:
    uid = ask(manager, number, ExceptionGround.LAW)
    with pytest.raises(Invalid) as refusal:
        decide(supervisor, number, uid, approve=False, comment=" ")
    assert refusal.value.field == "comment"
    decide(supervisor, number, uid, approve=True, comment="")
    with pytest.raises(Conflict, match="decided_already"):
        decide(supervisor, number, uid, approve=False)
    assert passes(manager, number, "assessment")


def test_nobody_decides_on_her_own_request_and_a_worker_decides_on_none(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    uid = ask(supervisor, number, ExceptionGround.COURT)
    for actor, refusal in ((supervisor, "own_request"), (manager, "forbidden")):
        with pytest.raises(Forbidden, match=refusal):
            decide(actor, number, uid, approve=True)
    decide(make_account(Role.SUPERVISOR, EAST_JAVA), number, uid, approve=True)
    assert passes(manager, number, "assessment")


def test_requests_reach_the_supervisors_of_the_area_and_nobody_else(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    uid = ask(manager, number, ExceptionGround.LAW, reason="Wajib lapor")
    (row,) = waiting(supervisor)
    assert (row.uid, row.number, row.reason, row.mine) == (uid, number, "Wajib lapor", False)
    elsewhere = make_account(Role.SUPERVISOR, METRO)
    assert waiting(elsewhere) == ()
    with pytest.raises(NotFound):
        decide(elsewhere, number, uid, approve=True)
    with pytest.raises(Forbidden):
        waiting(manager)

    def told(actor: Actor) -> int:
        with open_session(actor, write=False) as session:
            return count_waiting(session, actor)

    assert [told(actor) for actor in (supervisor, elsewhere, manager)] == [1, 0, 0]
    decide(supervisor, number, uid, approve=True)
    assert told(supervisor) == 0


def test_a_request_of_one_case_is_not_decided_through_another(
    manager: Actor, supervisor: Actor, number: str
) -> None:
    other, _ = new_case(manager, story="Cerita lain")
    uid = ask(manager, number, ExceptionGround.LAW)
    with pytest.raises(NotFound):
        decide(supervisor, other, uid, approve=True)


def test_what_needs_no_exception_or_waits_already_is_not_asked_again(manager: Actor, number: str) -> None:
    answer(manager, number, "shelter")
    with pytest.raises(Conflict, match="consent_stands"):
        ask(manager, number, ExceptionGround.LAW, purpose="shelter")
    ask(manager, number, ExceptionGround.LAW)
    with pytest.raises(Conflict, match="asked_already"):
        ask(manager, number, ExceptionGround.LAW)
    ask(manager, number, ExceptionGround.LAW, purpose="mediation")


@pytest.mark.parametrize(
    ("purpose", "subject", "reason", "field"),
    [
        ("everything", "", "Perlu", "purpose"),
        ("handling", "", "Perlu", "purpose"),
        ("handling", "magic", "Perlu", "purpose"),
        ("assessment", "counselling", "Perlu", "purpose"),
        ("assessment", "", " ", "reason"),
    ],
)
def test_a_request_that_cannot_be_used_is_refused_at_its_field(
    manager: Actor, number: str, purpose: str, subject: str, reason: str, field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        ask(manager, number, ExceptionGround.LIFE, purpose=purpose, subject=subject, reason=reason)
    assert refusal.value.field == field
