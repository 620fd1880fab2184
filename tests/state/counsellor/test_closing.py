"""The end of a case on the screen: checks, the supervisor's word, and the way back."""

import pytest

from rindu_app.state.counsellor.case_closing import CaseClosing
from rindu_app.state.counsellor.decisions import Decisions
from rindu_app.words.codes import Role
from tests.closing import close
from tests.state.counsellor.test_case import new_case, opened
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")

SAID = {"closing_reason_code": "goal_reached", "closing_note": "Sudah mandiri"}


def page_of(person: Person, number: str) -> CaseClosing:
    page = Tab(person, f"/kasus/{number}/penutupan").on(CaseClosing)
    do(page.load)
    return page


def answered(page: CaseClosing, **fields: str) -> dict[str, str]:
    said = {f"{check.name}_met": "yes" for check in page.checks}
    said |= {f"{check.name}_word": "Sudah" for check in page.checks}
    return {**said, **SAID, **fields}


def test_a_case_is_closed_by_its_supervisor_and_opened_again() -> None:
    person, boss = signed_in(), signed_in("lina", role=Role.SUPERVISOR)
    number = new_case(person)
    page = page_of(person, number)
    assert (page.stage, page.blocked, len(page.checks)) == ("none", False, 4)
    do(page.ask, form(**answered(page)))
    assert (page.stage, page.may_decide) == ("waiting", False)
    do(page.decide, form(decision_answer="yes", decision_comment=""))
    assert page.stage == "waiting"  # a worker does not decide
    desk = Tab(boss, "/keputusan").on(Decisions)
    do(desk.load)
    assert [row.href for row in desk.rows] == [f"/kasus/{number}/penutupan"]
    theirs = page_of(boss, number)
    do(theirs.decide, form(decision_answer="no", decision_comment=""))
    assert list(theirs.errors) == ["decision_comment"]
    do(theirs.decide, form(decision_answer="yes", decision_comment="Baik"))
    assert (theirs.stage, theirs.head.is_open) == ("closed", False)
    do(page.load)
    assert page.current.comment == "Baik"
    do(page.reopen, form(reopen_reason_code="", reopen_note="Kembali"))
    assert list(page.errors) == ["reopen_reason_code"]
    do(page.reopen, form(reopen_reason_code="new_need", reopen_note="Kembali"))
    assert page.head.is_open
    assert opened(person, number).folder.timeline[0].text == "Ada kebutuhan baru. Kembali"
    do(page.leave)
    assert (page.past, page.current.note, page.checks) == ((), "", ())


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"closing_agreed_met": ""}, "closing_agreed_met"),
        ({"closing_agreed_word": " "}, "closing_agreed_word"),
        ({"closing_reason_code": ""}, "closing_reason_code"),
        ({"closing_reason_code": "unreachable", "closing_tries": "1"}, "closing_tries"),
        ({"closing_note": ""}, "closing_note"),
    ],
)
def test_what_is_missing_is_said_at_its_field(fields: dict[str, str], error: str) -> None:
    person = signed_in()
    page = page_of(person, new_case(person))
    do(page.ask, form(**answered(page, **fields)))
    assert list(page.errors) == [error]
    assert page.stage == "none"


def test_only_being_out_of_reach_asks_how_often_it_was_tried() -> None:
    person = signed_in()
    page = page_of(person, new_case(person))
    do(page.choose_reason, "goal_reached")
    assert not page.asks_tries
    do(page.choose_reason, "unreachable")
    assert page.asks_tries


def test_a_colleague_outside_the_team_sees_nothing_of_it() -> None:
    person, other = signed_in(), signed_in("dewi")
    number = new_case(person)
    page = page_of(person, number)
    do(page.ask, form(**answered(page)))
    theirs = page_of(other, number)
    assert (theirs.phase, theirs.current.note) == ("missing", "")
    do(theirs.reopen, form(reopen_reason_code="new_need", reopen_note="Kembali"))
    assert page_of(person, number).stage == "waiting"


def test_violence_that_happened_again_asks_for_a_risk_and_stands_on_every_part() -> None:
    person = signed_in()
    number = new_case(person)
    close(person.actor, number)
    page = page_of(person, number)
    do(page.choose_reopening, "again")
    assert page.asks_risk
    said = {"reopen_reason_code": "again", "reopen_note": "Dipukul lagi"}
    do(page.reopen, form(**said))
    assert list(page.errors) == ["reopen_risk"]
    do(page.reopen, form(**said, reopen_risk="high"))
    assert page.head.eyebrow.endswith("kekerasan berulang 1 kali")
    head = opened(person, number).head
    assert head.look.startswith("Tinjau tanda bahaya dan rencana aman.")
    assert not head.look_late
