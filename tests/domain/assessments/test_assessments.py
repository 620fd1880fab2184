"""Four domains, several professionals, a reason for each score; danger looked at again; a safety plan in her words."""

from datetime import timedelta
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.assessments.commands import (
    SafetyFields,
    assess,
    check_danger,
    submit_assessment,
    write_safety_plan,
)
from rindu_app.domain.assessments.view import AssessmentView, read_assessment, read_safety_plans
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.deciding import decide_approval
from rindu_app.domain.cases.ledger import list_waiting
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.cases.view import read_case
from rindu_app.words import clock
from rindu_app.words.codes import AssessmentArea, Risk, Role
from tests.closing import close
from tests.domain.cases.test_cases import new_case
from tests.domain.cases.test_consents import answer
from tests.factories import METRO, make_account

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account(display_name="Sri W.")


@pytest.fixture
def number(manager: Actor) -> str:
    number, _ = new_case(manager)
    answer(manager, number, "assessment")
    return number


def look(
    actor: Actor, number: str, area: AssessmentArea = AssessmentArea.SOCIAL, score: int = 2, **how: Any
) -> None:
    with open_session(actor) as session:
        assess(
            session, actor, number=number, area=area, score=score,
            **{"reason": "Tinggal sendirian", "profession": "counsellor", **how},
        )  # fmt: skip


def seen(actor: Actor, number: str) -> AssessmentView:
    with open_session(actor) as session:
        return read_assessment(session, actor, number=number)


def test_a_score_stands_beside_the_one_before_it_each_with_its_reason_and_author(
    manager: Actor, number: str
) -> None:
    psychologist = make_account(display_name="Lina P.")
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=psychologist.id)
    look(manager, number, score=1, reason="Tidak ada yang menemani", needs=("family", "shelter"))
    with clock.moved(timedelta(days=30)):
        look(psychologist, number, score=3, reason="Tinggal bersama ibu", profession="psychologist")
        look(psychologist, number, AssessmentArea.ECONOMIC, score=2)
    economic, newest, first = seen(manager, number).scores
    assert (first.score, first.previous, first.by, first.profession) == (1, None, "Sri W.", "Konselor")
    assert first.needs == ("Dukungan keluarga atau kelompok", "Tempat tinggal aman")
    assert (newest.score, newest.previous, newest.by) == (3, 1, "Lina P.")
    assert newest.reason == "Tinggal bersama ibu"
    assert economic.previous is None
    assert set(seen(manager, number).missing) == {"Fisik", "Psikologis"}


def test_nobody_is_assessed_without_her_consent(manager: Actor) -> None:
    number, _ = new_case(manager)
    with pytest.raises(Conflict, match="consent_needed"):
        look(manager, number)
    answer(manager, number, "assessment")
    look(manager, number)
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="assessment")
    with pytest.raises(Conflict, match="consent_needed"):
        look(manager, number)
    assert len(seen(manager, number).scores) == 1  # what was lawfully done stays


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"score": 0}, "score"),
        ({"score": 5}, "score"),
        ({"reason": " "}, "reason"),
        ({"profession": "wizard"}, "profession"),
        ({"profession": ""}, "profession"),
        ({"needs": ("gold",)}, "needs"),
    ],
)
def test_a_look_that_cannot_be_used_is_refused_at_its_field(
    manager: Actor, number: str, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        look(manager, number, **wrong)
    assert refusal.value.field == field
    assert seen(manager, number).scores == ()


def test_a_supervisor_approves_an_assessment_of_all_four_domains(manager: Actor, number: str) -> None:
    supervisor = make_account(Role.SUPERVISOR, display_name="Ibu Ratna")

    def submit() -> None:
        with open_session(manager) as session:
            submit_assessment(session, manager, number=number, note="Mohon ditinjau")

    for area in (AssessmentArea.PHYSICAL, AssessmentArea.PSYCHOLOGICAL, AssessmentArea.SOCIAL):
        look(manager, number, area)
    with pytest.raises(Conflict, match="assessment_unfinished"):
        submit()
    look(manager, number, AssessmentArea.ECONOMIC)
    submit()
    with pytest.raises(Conflict, match="asked_already"):
        submit()
    with open_session(supervisor) as session:
        (row,) = list_waiting(session, supervisor)
        assert (row.title, row.reason) == ("Asesmen", "Mohon ditinjau")
        decide_approval(
            session, supervisor, number=number, uid=row.uid, approve=False, comment="Tambah bidang fisik"
        )
    asked = seen(manager, number).asked
    assert asked is not None
    assert (asked.approved, asked.comment, asked.decided_by, asked.fresh) == (
        False, "Tambah bidang fisik", "Ibu Ratna", True,
    )  # fmt: skip
    look(manager, number, AssessmentArea.PHYSICAL, score=4)
    asked = seen(manager, number).asked
    assert asked is not None
    assert not asked.fresh
    submit()


@pytest.mark.parametrize("decided", list(Risk))
def test_danger_signs_propose_and_a_person_decides_the_risk_of_the_case(
    manager: Actor, number: str, decided: Risk
) -> None:
    with open_session(manager) as session:
        check_danger(
            session, manager, number=number, signs=["weapon"], decided=decided, reason="Sudah pindah"
        )
    (row,) = seen(manager, number).danger
    assert (row.signs, row.proposed, row.reason) == (("Senjata",), "Risiko tinggi", "Sudah pindah")
    with open_session(manager) as session:
        assert read_case(session, manager, number=number).head.risk == decided


def test_danger_is_looked_at_without_asking_but_never_without_a_reason_or_with_unknown_signs(
    manager: Actor,
) -> None:
    number, _ = new_case(manager)
    for wrong, field in (({"reason": " "}, "reason"), ({"signs": ["moon"]}, "signs")):
        with open_session(manager) as session, pytest.raises(Invalid) as refusal:
            given: dict[str, Any] = {"signs": [], "reason": "Tenang", **wrong}
            check_danger(session, manager, number=number, decided=Risk.LOW, **given)
        assert refusal.value.field == field
    with open_session(manager) as session:
        check_danger(session, manager, number=number, signs=[], decided=Risk.LOW, reason="Tenang")


def test_the_safety_plan_stands_on_the_first_part_of_the_file_and_older_versions_stay(
    manager: Actor, number: str
) -> None:
    def write(with_her: bool, **parts: str) -> None:
        with open_session(manager) as session:
            write_safety_plan(session, manager, number=number, plan=SafetyFields(**parts), with_her=with_her)

    def first_part() -> Any:
        with open_session(manager) as session:
            return read_case(session, manager, number=number).safety

    assert first_part() is None
    with pytest.raises(Invalid):
        write(True, bag="  ")
    with pytest.raises(Invalid, match="too_long"):
        write(True, bag="x" * 2_001)
    write(False, bag="KTP")
    write(True, bag="KTP dan buku nikah", safe_place="Rumah ibu")
    assert first_part().parts["safe_place"] == "Rumah ibu"
    with open_session(manager) as session:
        plans = read_safety_plans(session, manager, number=number).plans
    assert [(plan.parts["bag"], plan.with_her) for plan in plans] == [
        ("KTP dan buku nikah", True),
        ("KTP", False),
    ]


def test_another_areas_counsellor_reads_and_writes_none_of_it(manager: Actor, number: str) -> None:
    look(manager, number)
    stranger = make_account(area_code=METRO)
    for read in (read_assessment, read_safety_plans):
        with open_session(stranger) as session, pytest.raises(NotFound):
            read(session, stranger, number=number)
    with pytest.raises(NotFound):
        look(stranger, number)
    with open_session(stranger) as session, pytest.raises(NotFound):
        write_safety_plan(session, stranger, number=number, plan=SafetyFields(bag="x"), with_her=True)


def test_a_closed_case_is_not_assessed(manager: Actor, number: str) -> None:
    close(manager, number)
    with pytest.raises(Conflict, match="case_closed"):
        look(manager, number)
