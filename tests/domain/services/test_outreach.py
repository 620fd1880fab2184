"""Going to where she is: with consent, with a plan for the team's safety, to a place that was checked."""

from datetime import timedelta
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.services.outreach import cancel_visit, check_visit, end_visit, plan_visit, start_visit
from rindu_app.domain.services.outreach_workflow import STEPS, UNDER_WAY, next_status
from rindu_app.domain.services.rows import VisitRow
from rindu_app.domain.services.view import read_services
from rindu_app.words import clock
from rindu_app.words.codes import AddressCheck
from rindu_app.words.codes import OutreachAction as A
from rindu_app.words.codes import OutreachStatus as S
from tests.domain.cases.test_cases import new_case
from tests.factories import METRO, make_account
from tests.services import a_plan, agree_to, plan, take_back

pytestmark = pytest.mark.usefixtures("country")

# Columns: check · go · finish · fail · cancel
TABLE: dict[S, str] = {
    S.PLANNED:   "planned going - - cancelled",
    S.GOING:     "- - done failed -",
    S.DONE:      "- - - - -",
    S.FAILED:    "- - - - -",
    S.CANCELLED: "- - - - -",
}  # fmt: skip


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("action", A)
def test_every_step_leads_where_the_table_says_or_nowhere(status: S, action: A) -> None:
    wanted = TABLE[status].split()[list(A).index(action)]
    if wanted == "-":
        with pytest.raises(Conflict, match="outreach_step_not_possible"):
            next_status(status, action)
    else:
        assert next_status(status, action) == S(wanted)


def test_what_is_under_way_can_go_on_and_what_is_over_cannot() -> None:
    assert {status for status, _ in STEPS} == UNDER_WAY


@pytest.fixture
def manager() -> Actor:
    return make_account(display_name="Sri Rekaan")


@pytest.fixture
def number(manager: Actor) -> str:
    number, _ = new_case(manager)
    agree_to(manager, number, "handling", "outreach")
    return number


def visits(actor: Actor, number: str) -> tuple[VisitRow, ...]:
    with open_session(actor) as session:
        return read_services(session, actor, number=number).visits


def step(actor: Actor, number: str, act: Any, uid: str, **given: Any) -> None:
    with open_session(actor) as session:
        act(session, actor, number=number, uid=uid, **given)


def test_a_visit_that_reached_her_is_a_service_like_any_other(manager: Actor, number: str) -> None:
    uid = plan(manager, number, needs=["companion"])
    (row,) = visits(manager, number)
    assert (row.status, row.people, row.travel_minutes, row.safety) == (
        "planned", ("Sri Rekaan",), 40, "Parkir menghadap jalan",
    )  # fmt: skip
    assert len(row.needs) == 1
    step(manager, number, start_visit, uid)
    with clock.moved(timedelta(minutes=95)):
        step(manager, number, end_visit, uid, result="met", note="Ia tenang")
        with open_session(manager) as session:
            seen = read_services(session, manager, number=number)
    assert (seen.visits[0].status, seen.visits[0].outcome) == ("done", "Ia tenang")
    (event,) = seen.events
    assert (event.label, event.tags[0], event.minutes) == (
        "Penjangkauan ke tempat klien", "Penjangkauan korban", 95,
    )  # fmt: skip


@pytest.mark.parametrize("result", ["not_there", "wrong_address", "not_safe", "did_not_want"])
def test_a_visit_that_did_not_reach_her_is_no_service(manager: Actor, number: str, result: str) -> None:
    uid = plan(manager, number)
    step(manager, number, start_visit, uid)
    step(manager, number, end_visit, uid, result=result, note="")
    with open_session(manager) as session:
        seen = read_services(session, manager, number=number)
    assert (seen.visits[0].status, seen.events) == ("failed", ())


def test_nobody_leaves_without_her_consent_as_it_stands_now(manager: Actor, number: str) -> None:
    bare, _ = new_case(manager, story="Cerita lain")
    with pytest.raises(Conflict, match="consent_needed"):
        plan(manager, bare)
    uid = plan(manager, number)
    agree_to(manager, number, "handling", "outreach", expires_at=clock.now() + timedelta(hours=1))
    with clock.moved(timedelta(hours=2)), pytest.raises(Conflict, match="consent_needed"):
        step(manager, number, start_visit, uid)
    assert visits(manager, number)[0].status == "planned"
    step(manager, number, start_visit, uid)


def test_a_team_on_its_way_can_tell_how_it_went_whatever_she_decides_now(manager: Actor, number: str) -> None:
    uid = plan(manager, number)
    step(manager, number, start_visit, uid)
    take_back(manager, number, "handling", "outreach")
    step(manager, number, end_visit, uid, result="did_not_want", note="")
    assert visits(manager, number)[0].status == S.FAILED


def test_nobody_leaves_for_a_place_that_was_not_checked(manager: Actor, number: str) -> None:
    uid = plan(manager, number, address=AddressCheck.NOT_YET, travel_minutes="")
    with pytest.raises(Conflict, match="outreach_address_first"):
        step(manager, number, start_visit, uid)
    checked = {"address": AddressCheck.ELSEWHERE, "travel_minutes": "25", "safety": "Telepon saat tiba"}
    step(manager, number, check_visit, uid, **checked)
    (row,) = visits(manager, number)
    assert (row.address, row.travel_minutes, row.safety) == ("elsewhere", 25, "Telepon saat tiba")
    step(manager, number, start_visit, uid)


def test_one_visit_at_a_time(manager: Actor, number: str) -> None:
    uid = plan(manager, number)
    with pytest.raises(Conflict, match="outreach_under_way"):
        plan(manager, number)
    step(manager, number, cancel_visit, uid, reason="Hujan deras")
    assert plan(manager, number)


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"people": []}, "people", "outreach_nobody_goes"),
        ({"people": [999_999]}, "people", "outreach_nobody_goes"),
        ({"safety": " "}, "safety", "required"),
        ({"address": "somewhere"}, "address", "unknown_choice"),
        ({"travel_minutes": "lama"}, "travel_minutes", "amount_range"),
        ({"needs": ["magic"]}, "needs", "unknown_choice"),
        ({"planned_at": clock.now() - timedelta(days=1)}, "day", "time_past"),
    ],
)
def test_a_plan_that_cannot_be_used_is_refused_at_its_field(
    manager: Actor, number: str, wrong: dict[str, Any], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        plan(manager, number, **wrong)
    assert (refusal.value.field, refusal.value.code) == (field, code)
    assert visits(manager, number) == ()


def test_reasons_and_results_are_asked_for(manager: Actor, number: str) -> None:
    uid = plan(manager, number)
    with pytest.raises(Invalid, match="required"):
        step(manager, number, cancel_visit, uid, reason=" ")
    step(manager, number, start_visit, uid)
    with pytest.raises(Invalid, match="unknown_choice"):
        step(manager, number, end_visit, uid, result="", note="")


def test_only_the_team_goes_and_nobody_else_learns_of_it(manager: Actor, number: str) -> None:
    colleague, stranger = make_account(), make_account(area_code=METRO)
    with pytest.raises(Invalid, match="outreach_nobody_goes"):
        plan(manager, number, people=[manager.id, colleague.id])
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=colleague.id)
    uid = plan(manager, number, people=[manager.id, colleague.id])
    assert len(visits(colleague, number)[0].people) == 2
    with pytest.raises(NotFound):
        step(stranger, number, start_visit, uid)
    with open_session(stranger) as session, pytest.raises(NotFound):
        plan_visit(session, stranger, number=number, plan=a_plan(stranger))
    other, _ = new_case(manager, story="Cerita lain")
    with pytest.raises(NotFound):
        step(manager, other, start_visit, uid)
