"""The plan on the screen."""

import pytest

from rindu_app.state.counsellor.case_plan import CasePlan
from tests.state.counsellor.test_case import new_case
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def opened(person: Person, number: str) -> CasePlan:
    page = Tab(person, f"/kasus/{number}/rencana").on(CasePlan)
    do(page.load)
    return page


def test_a_plan_is_made_agreed_and_put_before_the_supervisor() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.add_goal, form(goal_words="Ingin bekerja", goal_component="economic"))
    (goal,) = page.goals
    do(
        page.add_action,
        form(
            step_goal=goal.uid,
            step_title="Melamar",
            step_day="2027-03-01",
            step_owner_id=str(person.account_id),
        ),
    )
    assert [row.title for row in page.goals[0].actions] == ["Melamar"]
    do(page.agree, form(agree_by="self", agree_how="Dibacakan"))
    assert (page.agreed, page.to_ask) == (True, True)
    do(page.submit, form(submit_reason="Mohon ditinjau"))
    assert page.asked.startswith("Menunggu keputusan penyelia")
    assert not page.to_ask
    do(page.finish_action, page.goals[0].actions[0].uid)
    assert page.goals[0].actions[0].done
    do(
        page.note_progress,
        form(progress_goal=goal.uid, progress_progress="reached", progress_note="Sudah bekerja"),
    )
    assert (page.goals[0].reached, page.goals[0].label) == (True, "Tercapai")
    assert page.versions[0].goals == ("Ingin bekerja: Melamar",)
    do(page.leave)
    assert (page.goals, page.versions, page.team) == ((), (), [])


def test_a_dropped_goal_is_set_apart() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.add_goal, form(goal_words="Ingin pindah", goal_component="prevention"))
    uid = page.goals[0].uid
    do(page.note_progress, form(progress_goal=uid, progress_progress="dropped", progress_note="Tidak jadi"))
    assert (page.goals, [row.uid for row in page.dropped]) == ((), [uid])


@pytest.mark.parametrize(
    ("handler", "fields", "error"),
    [
        ("add_goal", {"goal_words": "", "goal_component": "economic"}, "goal_words"),
        ("add_goal", {"goal_words": "Aman", "goal_component": ""}, "goal_component"),
        ("add_action", {"step_title": "Melamar", "step_day": ""}, "step_day"),
        ("add_action", {"step_title": "", "step_day": "2027-03-01"}, "step_title"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(
    handler: str, fields: dict[str, str], error: str
) -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(getattr(page, handler), form(**fields))
    assert list(page.errors) == [error]
