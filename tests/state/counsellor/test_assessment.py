"""The assessment and the safety plan on the screen."""

import pytest

from rindu_app.state.counsellor.case_assessment import CaseAssessment
from rindu_app.state.counsellor.case_safety import CaseSafety
from tests.domain.cases.test_consents import answer
from tests.state.counsellor.test_case import new_case, opened
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")

LOOK = {
    "assess_area": "social",
    "assess_score": "2",
    "assess_reason": "Sendirian",
    "assess_profession": "counsellor",
}


def page_of(person: Person, number: str) -> CaseAssessment:
    page = Tab(person, f"/kasus/{number}/asesmen").on(CaseAssessment)
    do(page.load)
    return page


def test_a_domain_is_scored_with_its_change_and_the_supervisor_is_asked_once_all_are() -> None:
    person = signed_in()
    number = new_case(person)
    page = page_of(person, number)
    do(page.assess, form(**LOOK))
    assert page.scores == ()
    assert "Melakukan asesmen" in page.notice  # which consent is missing
    answer(person.actor, number, "assessment")
    do(page.assess, form(**LOOK))
    do(page.assess, form(**{**LOOK, "assess_score": "3", "assess_needs": ["family", "income"]}))
    (row,) = page.scores
    assert (row.score, row.word, row.change) == (3, "Cukup", "naik dari 2")
    assert [look.score for look in row.older] == [2]
    assert not page.to_ask
    for area in ("physical", "psychological", "economic"):
        do(page.assess, form(**{**LOOK, "assess_area": area}))
    assert page.to_ask
    do(page.submit, form(submit_reason="Mohon ditinjau"))
    assert page.asked.startswith("Menunggu keputusan penyelia")
    assert not page.to_ask
    do(page.leave)
    assert (page.scores, page.asked) == ((), "")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"assess_score": ""}, "assess_score"),
        ({"assess_reason": ""}, "assess_reason"),
        ({"assess_profession": "x"}, "assess_profession"),
    ],
)
def test_a_look_that_cannot_be_used_is_refused_at_its_field(fields: dict[str, str], error: str) -> None:
    person = signed_in()
    number = new_case(person)
    answer(person.actor, number, "assessment")
    page = page_of(person, number)
    do(page.assess, form(**{**LOOK, **fields}))
    assert list(page.errors) == [error]


def test_danger_signs_change_the_risk() -> None:
    person = signed_in()
    page = page_of(person, new_case(person))
    do(
        page.check_danger,
        form(danger_signs=["weapon"], danger_decided="medium", danger_reason="Sudah pindah"),
    )
    assert page.head.risk_label == "Risiko sedang"
    assert page.danger[0].title == "Risiko sedang (usulan: risiko tinggi)"


def test_a_safety_plan_is_written_anew_from_the_last_one_and_stands_first_in_the_file() -> None:
    person = signed_in()
    number = new_case(person)
    page = Tab(person, f"/kasus/{number}/rencana-aman").on(CaseSafety)
    do(page.load)
    do(page.write, form(safety_bag="", safety_with_her="yes"))
    assert list(page.errors) == ["safety_signs"]
    do(page.write, form(safety_bag="KTP", safety_with_her="yes"))
    assert page.draft["bag"] == "KTP"
    file = opened(person, number)
    assert [part.answer for part in file.folder.safety.parts] == ["KTP"]
    assert "bersama klien" in file.folder.safety.meta
    do(page.leave)
    assert (page.plans, page.draft) == ((), {})
