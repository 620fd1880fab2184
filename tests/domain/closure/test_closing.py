"""A case closes through its supervisor or not at all, and leaves nothing planned behind."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.ledger import count_waiting, list_waiting
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.cases.work import add_task
from rindu_app.domain.closure.checklist import Tick
from rindu_app.domain.closure.commands import reopen_case
from rindu_app.domain.closure.view import ClosingView, read_closing
from rindu_app.domain.services.outreach import start_visit
from rindu_app.domain.threads.commands import propose_appointment
from rindu_app.models import Appointment, CaseTask, CounsellingSession, GroupMember, Mediation, OutreachVisit
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, ClosureStatus, CounsellingMode, ExceptionGround, Role
from tests import mediations
from tests.closing import YES, ask, close, decide, supervisor_of, waiting
from tests.conferences import convene
from tests.counting import counted
from tests.domain.referrals.people import make_partner, make_partner_account, refer, seen_by
from tests.domain.sessions.people import at, new_case
from tests.domain.sessions.people import plan as plan_session
from tests.domain.sessions.test_groups import join, meet, new_group
from tests.factories import METRO, SYSTEM, make_account
from tests.services import agree_to, plan
from tests.shelters import agree, make_house, place
from tests.shelters import ask as ask_shelter

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)[0]


def view(actor: Actor, number: str) -> ClosingView:
    with open_session(actor) as session:
        return read_closing(session, actor, number=number)


def kinds(actor: Actor, number: str) -> list[str]:
    with open_session(actor) as session:
        return [line.kind for line in read_case(session, actor, number=number).timeline]


def counts(actor: Actor, number: str) -> dict[str, bool]:
    return {row.code: row.clear for row in view(actor, number).counted}


def rows(model: Any) -> list[Any]:
    with open_session(SYSTEM, write=False) as session:
        return list(session.exec(select(model)))


def test_a_worker_asks_a_supervisor_says_yes_and_the_case_is_closed(manager: Actor, number: str) -> None:
    ask(manager, number)
    seen = view(manager, number)
    assert (seen.stage, seen.head.status) == (ClosureStatus.WAITING, CaseStatus.OPEN)
    assert not seen.may_decide
    chief = supervisor_of(manager)
    assert view(chief, number).may_decide
    decide(chief, number, comment="Baik")
    seen = view(manager, number)
    assert (seen.stage, seen.head.status) == (ClosureStatus.CLOSED, CaseStatus.CLOSED)
    (row,) = seen.requests
    assert (row.reason, row.note, row.comment) == ("Tujuan tercapai", "Sudah mandiri", "Baik")
    assert {(tick.met, tick.word) for tick in row.ticks} == {(True, YES.word)}


def test_a_no_with_a_comment_goes_back_to_the_worker_who_may_ask_again(manager: Actor, number: str) -> None:
    ask(manager, number)
    chief = supervisor_of(manager)
    with pytest.raises(Invalid, match="required"):
        decide(chief, number, approve=False)
    decide(chief, number, approve=False, comment="Tinjau rencana aman dulu")
    seen = view(manager, number)
    assert (seen.stage, seen.head.status) == (ClosureStatus.RETURNED, CaseStatus.OPEN)
    assert seen.requests[0].comment == "Tinjau rencana aman dulu"
    with pytest.raises(Conflict, match="decided_already"):
        decide(chief, number)
    close(manager, number)
    assert [row.status for row in view(manager, number).requests] == ["closed", "returned"]


def test_nobody_closes_her_own_request_or_her_own_case(number: str, manager: Actor) -> None:
    ask(manager, number)
    with pytest.raises(Forbidden):
        decide(manager, number)
    chief, colleague, other = make_account(Role.SUPERVISOR), make_account(), make_account(Role.SUPERVISOR)
    hers, _, _ = new_case(chief)
    with open_session(chief) as session:
        add_member(session, chief, number=hers, account_id=colleague.id)
    ask(colleague, hers)
    with pytest.raises(Forbidden, match="own_case"):
        decide(chief, hers)
    assert not view(chief, hers).may_decide
    with open_session(chief, write=False) as session:
        mine = {row.number: row.mine for row in list_waiting(session, chief)}
        assert mine == {number: False, hers: True}
        assert count_waiting(session, chief) == 1
    decide(other, hers)
    assert view(colleague, hers).stage == ClosureStatus.CLOSED


def test_the_request_says_on_the_supervisors_list_why(manager: Actor, number: str) -> None:
    ask(manager, number)
    chief = supervisor_of(manager)
    with open_session(chief) as session:
        (row,) = list_waiting(session, chief)
    assert (row.title, row.reason) == ("Menutup kasus: tujuan tercapai", "Sudah mandiri")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"reason_code": "boredom"}, "reason_code"),
        ({"reason_code": "unreachable", "tries": 2}, "tries"),
        ({"reason_code": "unreachable", "tries": 100}, "tries"),
        ({"note": " "}, "note"),
        ({"ticks": {"agreed": Tick(None, "Ya")}}, "agreed_met"),
        ({"ticks": {"agreed": Tick(False, " ")}}, "agreed_word"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(
    manager: Actor, number: str, given: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        ask(manager, number, **given)
    assert refusal.value.field == field
    assert view(manager, number).stage == ClosureStatus.NONE


def test_after_some_tries_a_case_ends_whose_client_cannot_be_reached(manager: Actor, number: str) -> None:
    close(manager, number, reason_code="unreachable", tries=3, ticks={"agreed": Tick(False, "Tak terhubung")})
    (row,) = view(manager, number).requests
    assert row.tries == 3
    assert [tick.met for tick in row.ticks if tick.code == "agreed"] == [False]


@pytest.mark.parametrize("stage", ["none", "waiting", "returned", "closed", "reopened"])
def test_each_stage_takes_only_the_steps_of_the_table(manager: Actor, number: str, stage: str) -> None:
    chief = supervisor_of(manager)
    if stage != "none":
        ask(manager, number)
    if stage == "returned":
        decide(chief, number, approve=False, comment="Belum")
    if stage in ("closed", "reopened"):
        decide(chief, number)
    if stage == "reopened":
        reopen(manager, number)
    asked = waiting(manager, number) if stage != "none" else "0" * 32
    done = {
        "ask": refused(lambda: ask(manager, number)),
        "reopen": refused(lambda: reopen(manager, number)) if stage != "closed" else None,
        "decide": refused(lambda: decide(chief, number, uid=asked)) if stage != "waiting" else None,
    }
    assert (
        done
        == {
            "none": {"ask": None, "reopen": "case_open", "decide": "not_found"},
            "waiting": {"ask": "asked_already", "reopen": "case_open", "decide": None},
            "returned": {"ask": None, "reopen": "case_open", "decide": "decided_already"},
            "closed": {"ask": "case_closed", "reopen": None, "decide": "decided_already"},
            "reopened": {"ask": None, "reopen": "case_open", "decide": "decided_already"},
        }[stage]
    )


def refused(act: Any) -> str | None:
    try:
        act()
    except DomainError as refusal:
        return refusal.code
    return None


def reopen(actor: Actor, number: str, **given: Any) -> None:
    with open_session(actor) as session:
        reopen_case(session, actor, number=number, **{"reason_code": "new_need", "note": "Kembali", **given})


def test_a_closed_case_is_opened_again_with_a_kind_and_a_note(manager: Actor, number: str) -> None:
    close(manager, number)
    for given, field in (({"reason_code": "x"}, "reason_code"), ({"note": ""}, "note")):
        with pytest.raises(Invalid) as refusal:
            reopen(manager, number, **given)
        assert refusal.value.field == field
    reopen(manager, number)
    seen = view(manager, number)
    assert (seen.stage, seen.head.status) == (ClosureStatus.REOPENED, CaseStatus.OPEN)
    with open_session(manager) as session:
        texts = [line.text for line in read_case(session, manager, number=number).timeline]
    assert texts[0] == "Ada kebutuhan baru. Kembali"


def test_a_case_does_not_close_over_somebody_in_a_shelter_or_a_team_on_its_way(
    manager: Actor, number: str
) -> None:
    agree_to(manager, number, "handling", "outreach")
    ask(manager, number)
    uid = plan(manager, number)
    with open_session(manager) as session:
        start_visit(session, manager, number=number, uid=uid)
    chief = supervisor_of(manager)
    with pytest.raises(Conflict, match="closure_team_out"):
        decide(chief, number)
    agree(manager, number)
    stay = ask_shelter(manager, number)
    place(make_account(Role.SHELTER), stay, make_house().beds[0])
    with pytest.raises(Conflict, match="shelter_open"):
        decide(chief, number)
    assert {row.code for row in view(chief, number).counted if row.blocks} == {"shelter", "team_out"}
    decide(chief, number, approve=False, comment="Ia masih tinggal di rumah")
    with pytest.raises(Conflict, match="shelter_open"):
        ask(manager, number)


def test_what_was_planned_ends_with_a_line_each(manager: Actor) -> None:
    number, _, report = new_case(manager)
    plan_session(manager, number, at(11))
    group = new_group(manager)
    join(manager, number, group, "Mawar")
    meet(manager, group)
    agree_to(manager, number, "handling", "outreach")
    plan(manager, number)
    hospital = make_partner()
    referral = refer(manager, number, hospital)
    with open_session(manager) as session:
        add_task(session, manager, number=number, title="Telepon", due_at=at(9), owner_id=manager.id)
        propose_appointment(
            session, manager, number=report, mode=CounsellingMode.PHONE, starts_at=at(14), place="Telepon"
        )
        ask_exception(
            session, manager, number=number, purpose="assessment", ground=ExceptionGround.LAW, reason="Perintah"
        )  # fmt: skip
    running = counts(manager, number)
    assert {code for code, clear in running.items() if not clear} == {
        "referrals", "decisions", "tasks", "meetings", "groups", "outreach",
    }  # fmt: skip
    close(manager, number)
    assert all(counts(manager, number).values())
    assert {row.status for row in rows(CounsellingSession)} == {"cancelled"}
    assert {row.status for row in rows(Appointment)} == {"cancelled"}
    assert [row.status for row in rows(OutreachVisit)] == ["cancelled"]
    assert all(row.until is not None for row in rows(GroupMember))
    assert [(row.dropped, row.done_at is not None) for row in rows(CaseTask)] == [(True, True)]
    with pytest.raises(NotFound):
        seen_by(make_partner_account(make_partner(name="Lain")), referral)
    gone = seen_by(make_partner_account(hospital), referral)
    assert (gone.live, gone.purpose) == (False, "")
    found = kinds(manager, number)
    assert found.count("session_cancelled") == 2
    for kind in ("group_left", "appointment_cancelled", "outreach_cancelled", "referral_revoked", "task_ended", "not_approved", "closed"):  # fmt: skip
        assert found.count(kind) == 1, kind
    assert found[0] == "closed"


def test_a_mediation_stops_with_its_case(manager: Actor) -> None:
    number = mediations.speakable_case(manager)
    mediations.start(manager, number)
    assert not counts(manager, number)["mediation"]
    close(manager, number)
    assert [(row.status, row.stop_reason) for row in rows(Mediation)] == [("stopped", "closed")]
    assert "mediation_stopped" in kinds(manager, number)


def test_a_session_that_is_over_is_not_called_off(manager: Actor, number: str) -> None:
    plan_session(manager, number, clock.now() - timedelta(days=1))
    assert not counts(manager, number)["unsettled"]
    close(manager, number)
    assert [row.status for row in rows(CounsellingSession)] == ["planned"]


def test_strangers_find_nothing_and_can_do_nothing(manager: Actor, number: str) -> None:
    ask(manager, number)
    uid = waiting(manager, number)
    for stranger in (make_account(), make_account(area_code=METRO), make_account(Role.SUPERVISOR, METRO)):
        for act in (
            lambda who=stranger: view(who, number),
            lambda who=stranger: ask(who, number),
            lambda who=stranger: reopen(who, number),
        ):
            with pytest.raises(NotFound):
                act()
        with pytest.raises(NotFound):
            decide(stranger, number, uid=uid)
    for role in (Role.ADMIN, Role.SHELTER, Role.PARTNER):
        with pytest.raises(NotFound):
            view(make_account(role), number)
        with pytest.raises(NotFound):
            decide(make_account(role), number, uid=uid)


def test_a_request_of_another_case_is_not_reached_through_mine(manager: Actor, number: str) -> None:
    other, _, _ = new_case(manager)
    ask(manager, other)
    ask(manager, number)
    with pytest.raises(NotFound):
        decide(supervisor_of(manager), number, uid=waiting(manager, other))


def test_reading_takes_the_same_number_of_queries_however_much_runs(manager: Actor, number: str) -> None:
    ask(manager, number)
    before = counted(lambda: view(manager, number))
    decide(supervisor_of(manager), number, approve=False, comment="Belum")
    for hour in (9, 11, 14):
        plan_session(manager, number, at(hour))
    ask(manager, number)
    assert counted(lambda: view(manager, number)) == before


def test_a_conference_that_is_planned_is_counted(manager: Actor, number: str) -> None:
    assert counts(manager, number)["conferences"]
    convene(manager, number)
    assert not counts(manager, number)["conferences"]
    close(manager, number)
    assert counts(manager, number)["conferences"]
