"""Mediation step by step: two consents, two who see that the choice is free, a trained mediator; and it stops at once."""

from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.assessments.commands import check_danger
from rindu_app.domain.cases.deciding import decide_approval
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.cases.work import change_risk
from rindu_app.domain.incidents.commands import remove_incident
from rindu_app.domain.mediation import commands
from rindu_app.domain.mediation.rows import MediationRow, MediationView
from rindu_app.domain.mediation.supervision import check_agreement, complete_mediation
from rindu_app.domain.mediation.view import read_mediations
from rindu_app.domain.people.commands import save_person
from rindu_app.domain.people.fields import PersonFields
from rindu_app.domain.people.view import read_people
from rindu_app.words.codes import Assent, ConsentGiver, ExceptionGround, Risk, Role
from tests.counting import counted
from tests.domain.cases.test_cases import new_case
from tests.factories import METRO, make_account
from tests.mediations import (
    TODAY,
    ask_other,
    assess,
    do,
    happened,
    meet,
    prepare,
    settle,
    speakable_case,
    start,
)
from tests.services import agree_to, take_back

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account(display_name="Sri Rekaan")


@pytest.fixture
def number(manager: Actor) -> str:
    return speakable_case(manager)


def view(actor: Actor, number: str) -> MediationView:
    with open_session(actor) as session:
        return read_mediations(session, actor, number=number)


def current(actor: Actor, number: str) -> MediationRow:
    found = view(actor, number).current
    assert found is not None
    return found


def last(actor: Actor, number: str) -> MediationRow:
    return view(actor, number).past[0]


def test_from_the_first_question_to_an_agreement_that_is_looked_after(manager: Actor, number: str) -> None:
    settle(manager, number)
    row = current(manager, number)
    assert (row.status, row.matter, row.relation, row.agreement) == (
        "agreed", "Nafkah", "Suami", "Nafkah tiap tanggal 5",
    )  # fmt: skip
    assert row.other_how == "Tanda tangan. Di kantor"
    assert row.mediator == "Ibu Mediator, Mediator berperspektif korban"
    assert [(one.assessor, one.who) for one in row.entries] == [
        ("Konselor", "Sri Rekaan"), ("Psikolog", "Dra. Rekaan, psikolog"), ("", "Sri Rekaan"),
    ]  # fmt: skip
    with pytest.raises(Conflict, match="mediation_not_kept"):
        do(manager, number, complete_mediation)
    do(manager, number, check_agreement, held_on=TODAY, is_kept=True, text="Nafkah diterima")
    do(manager, number, complete_mediation)
    assert last(manager, number).status == "completed"


def test_a_broken_agreement_becomes_a_task_and_a_line_and_does_not_end_well(
    manager: Actor, number: str
) -> None:
    settle(manager, number)
    do(manager, number, check_agreement, held_on=TODAY, is_kept=False, text="Tidak dibayar")
    with open_session(manager) as session:
        seen = read_case(session, manager, number=number)
    assert [task.title.partition(":")[0] for task in seen.tasks] == ["Kesepakatan mediasi dilanggar"]
    assert "mediation_broken" in [line.kind for line in seen.timeline]
    with pytest.raises(Conflict, match="mediation_not_kept"):
        do(manager, number, complete_mediation)


def test_nobody_meets_before_everything_is_there(manager: Actor, number: str) -> None:
    def refused() -> str:
        with open_session(manager) as session, pytest.raises(Conflict) as refusal:
            commands.begin_meeting(session, manager, number=number)
        return refusal.value.code

    start(manager, number)
    assert refused() == "mediation_other_missing"
    ask_other(manager, number)
    assert refused() == "mediation_counsellor_missing"
    assess(manager, number, "counsellor")
    assert refused() == "mediation_psychologist_missing"
    assess(manager, number, "psychologist", is_free=False)
    assert refused() == "mediation_not_free"
    assess(manager, number, "psychologist")
    assert refused() == "mediation_mediator_missing"
    do(manager, number, commands.name_mediator, name="Ibu Mediator", training="Pelatihan 40 jam")
    assert current(manager, number).missing == ()
    do(manager, number, commands.begin_meeting)
    assert current(manager, number).status == "meeting"


@pytest.mark.parametrize(
    ("kinds", "values", "block"),
    [
        (("sexual",), {}, "sexual"),
        (("physical",), {"codes": {"sexual_violence_kind": ("electronic",)}}, "sexual"),
        (("exploitation",), {"codes": {"violence_form": ("sexual_exploitation",)}}, "sexual"),
        (("trafficking",), {}, "trafficking"),
    ],
)
def test_a_later_incident_stops_an_open_mediation_at_once_and_no_step_goes_on(
    manager: Actor, number: str, kinds: tuple[str, ...], values: dict[str, Any], block: str
) -> None:
    meet(manager, number)
    happened(manager, number, *kinds, **values)
    seen = view(manager, number)
    assert (seen.current, seen.blocks[0]) == (None, block)
    assert (seen.past[0].status, seen.past[0].stop_reason) == (
        "stopped", "Keadaan kasus tidak lagi mengizinkan mediasi",
    )  # fmt: skip
    with pytest.raises(Conflict, match="mediation_step_not_possible"):
        do(manager, number, commands.write_minutes, held_on=TODAY, text="Diam-diam")
    with pytest.raises(Conflict, match=f"mediation_blocked_{block}"):
        start(manager, number)
    with open_session(manager) as session:
        line = read_case(session, manager, number=number).timeline[0]
    assert (line.kind, line.text) == ("mediation_stopped", "Keadaan kasus tidak lagi mengizinkan mediasi")


@pytest.mark.parametrize("reach", [start, prepare, meet, settle], ids=["started", "prepared", "meeting", "agreed"])  # fmt: skip
def test_high_risk_stops_it_however_far_it_is(manager: Actor, number: str, reach: Any) -> None:
    reach(manager, number)
    do(manager, number, change_risk, risk=Risk.MEDIUM, reason="Ada ancaman")
    assert view(manager, number).current
    do(manager, number, change_risk, risk=Risk.HIGH, reason="Ancaman makin keras")
    seen = view(manager, number)
    assert (seen.current, seen.blocks, seen.past[0].status) == (None, ("high_risk",), "stopped")


def test_danger_signs_that_raise_the_risk_stop_it(manager: Actor, number: str) -> None:
    start(manager, number)
    do(manager, number, check_danger, signs=[], decided=Risk.HIGH, reason="Ancaman makin keras")
    assert view(manager, number).current is None


def test_that_she_was_a_child_stops_it_as_soon_as_it_is_known(manager: Actor, number: str) -> None:
    start(manager, number)
    with open_session(manager) as session:
        client = read_people(session, manager, number=number).people[0]
    born = PersonFields(role="client", born_year=str(int(TODAY[:4]) - 17))
    with open_session(manager) as session:
        save_person(session, manager, number=number, fields=born, uid=client.uid, version=client.version)
    seen = view(manager, number)
    assert (seen.current, seen.blocks) == (None, ("child",))


def test_without_its_incidents_it_does_not_go_on(manager: Actor) -> None:
    number, _ = new_case(manager, age="41", door="talk")
    uid = happened(manager, number)
    agree_to(manager, number, "mediation")
    start(manager, number)
    do(manager, number, remove_incident, uid=uid)
    seen = view(manager, number)
    assert (seen.current, seen.blocks) == (None, ("no_incident",))


@pytest.mark.parametrize(
    ("told", "incident", "block"),
    [
        ({"age": "41"}, None, "no_incident"),
        ({"age": ""}, {}, "age_unknown"),
        ({"age": "41"}, {"year": ""}, "age_unknown"),
        ({"age": "15"}, {}, "child"),
        ({"age": "20"}, {"year": str(int(TODAY[:4]) - 6)}, "child"),
    ],
)
def test_what_is_not_known_or_was_done_to_a_child_keeps_the_gate_shut(
    manager: Actor, told: dict[str, str], incident: dict[str, Any] | None, block: str
) -> None:
    number, _ = new_case(manager, door="talk", **told)
    agree_to(manager, number, "mediation")
    if incident is not None:
        happened(manager, number, **incident)
    with pytest.raises(Conflict, match=f"mediation_blocked_{block}"):
        start(manager, number)


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.SUPERVISOR])
def test_no_role_and_no_exception_opens_the_gate(role: Role) -> None:
    manager, boss = make_account(), make_account(Role.SUPERVISOR)
    number, _ = new_case(manager, age="41", door="talk")
    happened(manager, number, "sexual")
    agree_to(manager, number, "mediation")
    somebody = manager if role == Role.COUNSELLOR else boss
    with pytest.raises(Conflict, match="mediation_blocked_sexual"):
        start(somebody, number)
    take_back(manager, number, "mediation")
    approve_exception(manager, boss, number)
    with pytest.raises(Conflict, match="mediation_blocked_sexual"):
        start(somebody, number)


def approve_exception(manager: Actor, boss: Actor, number: str) -> None:
    with open_session(manager) as session:
        uid = ask_exception(
            session, manager, number=number, purpose="mediation", ground=ExceptionGround.COURT, reason="Hakim meminta"
        ).uid  # fmt: skip
    with open_session(boss) as session:
        decide_approval(session, boss, number=number, uid=uid, approve=True, comment="Baik")


def test_only_her_own_consent_counts(manager: Actor) -> None:
    boss = make_account(Role.SUPERVISOR)
    number, _ = new_case(manager, age="41", door="talk")
    happened(manager, number)
    with pytest.raises(Conflict, match="consent_needed"):
        start(manager, number)
    approve_exception(manager, boss, number)
    with pytest.raises(Conflict, match="consent_needed"):
        start(manager, number)
    by_mother = {"given_by": ConsentGiver.PARENT, "why_other": "Ibunya bicara", "assent": Assent.YES}
    agree_to(manager, number, "mediation", **by_mother)
    with pytest.raises(Conflict, match="mediation_own_consent"):
        start(manager, number)
    agree_to(manager, number, "mediation")
    start(manager, number)


@pytest.mark.parametrize("reach", [start, meet, settle], ids=["started", "meeting", "agreed"])
@pytest.mark.parametrize("says_no", [True, False], ids=["says no", "takes back"])
def test_her_no_stops_it_at_once(manager: Actor, number: str, reach: Any, says_no: bool) -> None:
    reach(manager, number)
    if says_no:
        agree_to(manager, number, "mediation", given=False)
    else:
        take_back(manager, number, "mediation")
    row = last(manager, number)
    assert (row.status, row.stop_reason) == ("stopped", "Klien tidak setuju lagi")


def test_the_other_sides_no_ends_it(manager: Actor, number: str) -> None:
    start(manager, number)
    ask_other(manager, number, agrees=False)
    assert last(manager, number).stop_reason == "Pihak lain tidak setuju"
    start(manager, number)  # asked again another day


def test_a_choice_that_is_not_free_ends_what_has_begun(manager: Actor, number: str) -> None:
    meet(manager, number)
    assess(manager, number, "counsellor", is_free=False)
    assert last(manager, number).stop_reason == "Pilihan klien tidak bebas dari tekanan"


def test_counsellor_and_psychologist_are_two_people(manager: Actor, number: str) -> None:
    start(manager, number)
    given = {"assessor": "psychologist", "held_on": TODAY, "is_free": True, "text": "Bebas"}
    for name, code in (("", "required"), ("sri rekaan", "mediation_two_people")):
        with pytest.raises(Invalid, match=code):
            do(manager, number, commands.check_pressure, expert=name, **given)


def test_anybody_of_the_team_stops_it_with_a_reason(manager: Actor, number: str) -> None:
    meet(manager, number)
    with pytest.raises(Invalid, match="required"):
        do(manager, number, commands.stop_mediation, reason=" ")
    do(manager, number, commands.stop_mediation, reason="Suasananya berubah")
    assert (last(manager, number).status, last(manager, number).ending) == ("stopped", "Suasananya berubah")
    with pytest.raises(Conflict, match="mediation_step_not_possible"):
        do(manager, number, commands.stop_mediation, reason="Lagi")


def test_they_may_end_without_agreeing(manager: Actor, number: str) -> None:
    meet(manager, number)
    do(manager, number, commands.end_without, reason="Belum ada titik temu")
    assert last(manager, number).status == "not_agreed"
    assert current_after_second_try(manager, number) == "preparing"


def current_after_second_try(manager: Actor, number: str) -> str:
    start(manager, number)
    with pytest.raises(Conflict, match="mediation_under_way"):
        start(manager, number)
    return current(manager, number).status


def test_an_agreement_needs_minutes_and_both_signatures(manager: Actor, number: str) -> None:
    meet(manager, number)
    given = {"agreed_on": TODAY, "text": "Nafkah tiap tanggal 5"}
    with pytest.raises(Conflict, match="mediation_minutes_first"):
        do(manager, number, commands.agree, signed=True, **given)
    do(manager, number, commands.write_minutes, held_on=TODAY, text="Membahas nafkah")
    with pytest.raises(Invalid, match="mediation_unsigned"):
        do(manager, number, commands.agree, signed=False, **given)
    with pytest.raises(Invalid, match="date_future"):
        do(manager, number, commands.agree, signed=True, agreed_on="2099-01-01", text="Besok")
    do(manager, number, commands.agree, signed=True, **given)


def test_strangers_find_nothing(manager: Actor, number: str) -> None:
    stranger = make_account(area_code=METRO)
    start(manager, number)
    with pytest.raises(NotFound):
        view(stranger, number)
    with pytest.raises(NotFound):
        do(stranger, number, commands.stop_mediation, reason="Tidak perlu")
    with pytest.raises(NotFound):
        start(stranger, number)


def test_reading_takes_the_same_number_of_queries_however_much_was_written(
    manager: Actor, number: str
) -> None:
    meet(manager, number)
    few = counted(lambda: view(manager, number))
    for day in range(4):
        do(manager, number, commands.write_minutes, held_on=TODAY, text=f"Pertemuan {day}")
    assert counted(lambda: view(manager, number)) == few
