"""Consents on the screen, and the supervisor's list of decisions."""

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.people.commands import save_perpetrator
from rindu_app.domain.people.fields import PerpetratorFields
from rindu_app.state.counsellor.case_consents import CaseConsents
from rindu_app.state.counsellor.decisions import Decisions
from rindu_app.words.codes import Assent, ConsentGiver, ExceptionGround, Role
from tests.services import agree_to
from tests.state.counsellor.test_case import new_case
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")

SAID = {"consent_purpose": "assessment", "consent_given_by": "self", "consent_evidence": "Lisan"}


def opened(person: Person, number: str) -> CaseConsents:
    page = Tab(person, f"/kasus/{number}/persetujuan").on(CaseConsents)
    do(page.load)
    return page


def test_consent_is_recorded_refused_and_taken_back() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.record, form(consent_answer="yes", **SAID))
    assert (page.consents[0].answer, page.consents[0].holds) == ("Setuju", True)
    do(page.withdraw, "assessment")
    assert page.consents[0].answer.startswith("Dicabut")
    do(page.record, form(consent_answer="no", **SAID))
    assert (page.consents[0].answer, page.consents[0].holds) == ("Tidak setuju", False)
    do(page.leave)
    assert (page.consents, page.unasked) == ((), "")


def test_a_yes_of_whoever_came_to_be_suspected_says_that_it_must_be_asked_again() -> None:
    person = signed_in()
    number = new_case(person)
    for purpose in ("keep_and_contact", "assessment"):
        by = {"given_by": ConsentGiver.PARENT, "why_other": "Masih anak", "assent": Assent.YES}
        agree_to(person.actor, number, purpose, **(by if purpose == "assessment" else {}))
    with open_session(person.actor) as session:
        fields = PerpetratorFields(relation="father")
        save_perpetrator(session, person.actor, number=number, fields=fields)
    row = opened(person, number).consents[0]
    assert row.answer.startswith("Perlu ditanyakan lagi: pemberi persetujuan tercatat sebagai terduga")
    assert not row.holds


def test_the_form_asks_for_more_where_another_answers_or_something_is_shared() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.choose_giver, "guardian")
    assert page.by_other
    do(page.record, form(consent_answer="yes", **{**SAID, "consent_given_by": "guardian"}))
    assert list(page.errors) == ["consent_why_other"]
    assert page.by_other  # what was opened and typed stays
    why = {"consent_given_by": "guardian", "consent_why_other": "Masih anak", "consent_assent": "no"}
    do(page.record, form(consent_answer="yes", **{**SAID, **why}))
    assert page.consents[0].answer == "Tidak dipakai: ia sendiri tidak setuju"
    assert not page.by_other


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"consent_purpose": ""}, "consent_purpose"),
        ({"consent_purpose": "handling"}, "consent_purpose"),
        ({"consent_evidence": ""}, "consent_evidence"),
        ({"consent_expires_on": "2020-01-01"}, "consent_expires_on"),
        ({"consent_expires_on": "nanti"}, "consent_expires_on"),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused_at_its_field(fields: dict[str, str], error: str) -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.record, form(consent_answer="yes", **{**SAID, **fields}))
    assert list(page.errors) == [error]
    assert page.consents == ()


def test_a_supervisor_decides_what_a_worker_asked() -> None:
    person, boss = signed_in(), signed_in("lina", role=Role.SUPERVISOR)
    number = new_case(person)
    page = opened(person, number)
    asked = {"exception_purpose": "assessment", "exception_ground": "life"}
    do(page.ask_without, form(exception_reason="", **asked))
    assert list(page.errors) == ["exception_reason"]
    do(page.ask_without, form(exception_reason="Tidak sadar", **asked))
    assert page.exceptions[0].stands
    desk = Tab(boss, "/keputusan").on(Decisions)
    do(desk.load)
    (row,) = desk.rows
    assert (row.number, row.reason) == (number, "Tidak sadar")
    do(desk.decide, form(uid=row.uid, number=number, answer="no", comment=""))
    assert list(desk.errors) == [f"{row.uid}_comment"]
    do(desk.decide, form(uid=row.uid, number=number, answer="no", comment="Sudah sadar"))
    assert desk.rows == ()
    do(page.load)
    assert (page.exceptions[0].stands, page.exceptions[0].comment) == (False, "Sudah sadar")


def test_a_worker_has_no_list_of_decisions() -> None:
    person = signed_in()
    number = new_case(person)
    with open_session(person.actor) as session:
        ask_exception(
            session,
            person.actor,
            number=number,
            purpose="assessment",
            ground=ExceptionGround.LAW,
            reason="Rahasia",
        )
    desk = Tab(person, "/keputusan").on(Decisions)
    do(desk.load)
    assert desk.rows == ()
    assert "Rahasia" not in repr(desk.dict())


def test_a_forged_answer_of_a_suspected_parent_is_refused_at_its_field() -> None:
    person = signed_in()
    number = new_case(person)
    agree_to(person.actor, number, "keep_and_contact")
    with open_session(person.actor) as session:
        him = PerpetratorFields("father", "male")
        save_perpetrator(session, person.actor, number=number, fields=him)
    page = Tab(person, f"/kasus/{number}/persetujuan").on(CaseConsents)
    do(page.load)
    before = page.consents
    said = {"consent_given_by": "parent", "consent_why_other": "Ibu yang menjawab", "consent_assent": "yes"}
    do(page.record, form(consent_answer="yes", **{**SAID, **said}))
    assert list(page.errors) == ["consent_given_by"]
    assert page.consents == before
