"""Help for a client: with her consent, with what she received, and every step of an application."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.aid.commands import take_aid_step
from rindu_app.domain.aid.view import AidRow, AidView, read_aid
from rindu_app.domain.aid.workflow import next_status
from rindu_app.words import dates
from rindu_app.words.codes import AidAction as A
from rindu_app.words.codes import AidStatus as S
from tests.domain.cases.test_cases import new_case
from tests.factories import METRO, make_account
from tests.services import ZONE, agree_to, give, take_back

pytestmark = pytest.mark.usefixtures("country")
TODAY = dates.today(ZONE)

# Columns: grant · refuse · receive · withdraw
TABLE: dict[S, str] = {
    S.APPLIED:   "granted refused - withdrawn",
    S.GRANTED:   "- - received withdrawn",
    S.REFUSED:   "- - - -",
    S.WITHDRAWN: "- - - -",
    S.RECEIVED:  "- - - -",
}  # fmt: skip


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("action", A)
def test_every_step_leads_where_the_table_says_or_nowhere(status: S, action: A) -> None:
    wanted = TABLE[status].split()[list(A).index(action)]
    if wanted == "-":
        with pytest.raises(Conflict, match="aid_step_not_possible"):
            next_status(status, action)
    else:
        assert next_status(status, action) == S(wanted)


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    number, _ = new_case(manager)
    agree_to(manager, number, "social_aid")
    return number


def ledger(actor: Actor, number: str) -> AidView:
    with open_session(actor) as session:
        return read_aid(session, actor, number=number)


def follow(actor: Actor, number: str, uid: str, step: str, **given: str) -> AidRow:
    with open_session(actor) as session:
        take_aid_step(session, actor, number=number, uid=uid, step=step, **{"day": TODAY, **given})
    return ledger(actor, number).rows[0]


def test_what_she_received_is_counted_and_what_was_asked_for_is_not(manager: Actor, number: str) -> None:
    give(manager, number, kind="cash", rupiah="500.000", use="Sewa kamar")
    give(manager, number)
    give(manager, number, kind="bpjs", source="social_office", received=False)
    seen = ledger(manager, number)
    assert [(row.status, row.rupiah) for row in seen.rows] == [("applied", None), ("received", None), ("received", 500_000)]  # fmt: skip
    assert (seen.total, seen.rows[2].use, seen.rows[2].kind) == (500_000, "Sewa kamar", "Bantuan tunai")


def test_an_application_is_followed_to_its_end(manager: Actor, number: str) -> None:
    uid = give(manager, number, kind="bansos", source="social_office", received=False)
    assert follow(manager, number, uid, "grant").decided is not None
    row = follow(manager, number, uid, "receive", rupiah="600000")
    assert (row.status, row.rupiah, row.received is not None) == ("received", 600_000, True)
    with pytest.raises(Conflict, match="aid_step_not_possible"):
        follow(manager, number, uid, "receive")


def test_a_refusal_says_why(manager: Actor, number: str) -> None:
    uid = give(manager, number, kind="school", source="school", received=False)
    with pytest.raises(Invalid, match="required"):
        follow(manager, number, uid, "refuse")
    assert follow(manager, number, uid, "refuse", reason="Kuota habis").reason == "Kuota habis"


def test_nothing_is_given_or_asked_for_without_her_consent_and_results_are_told_all_the_same(
    manager: Actor, number: str
) -> None:
    bare, _ = new_case(manager, story="Cerita lain")
    for received in (True, False):
        with pytest.raises(Conflict, match="consent_needed"):
            give(manager, bare, received=received)
    uid = give(manager, number, received=False)
    take_back(manager, number, "social_aid")
    with pytest.raises(Conflict, match="consent_needed"):
        give(manager, number)
    assert follow(manager, number, uid, "withdraw").status == "withdrawn"


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"kind": "gold"}, "kind", "unknown_choice"),
        ({"source": "moon"}, "source", "unknown_choice"),
        ({"day": "2099-01-01"}, "day", "date_future"),
        ({"use": ""}, "use", "required"),
        ({"rupiah": "banyak"}, "rupiah", "amount_range"),
        ({"rupiah": "0"}, "rupiah", "amount_range"),
        ({"rupiah": "1000", "received": False}, "rupiah", "aid_not_received_yet"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(
    manager: Actor, number: str, wrong: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        give(manager, number, **wrong)
    assert (refusal.value.field, refusal.value.code) == (field, code)
    assert ledger(manager, number).rows == ()


def test_strangers_find_nothing_and_one_case_does_not_reach_another(manager: Actor, number: str) -> None:
    stranger, (other, _) = make_account(area_code=METRO), new_case(manager, story="Cerita lain")
    uid = give(manager, number, received=False)
    with pytest.raises(NotFound):
        ledger(stranger, number)
    with pytest.raises(NotFound):
        give(stranger, number)
    with pytest.raises(NotFound):
        follow(manager, other, uid, "grant")
