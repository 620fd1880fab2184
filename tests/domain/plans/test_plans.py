"""Goals in her words, with what is done for each; she agrees to what stands there; only what is reached counts as reached."""

from datetime import timedelta

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.deciding import decide_approval
from rindu_app.domain.cases.ledger import list_waiting
from rindu_app.domain.cases.work import add_task, finish_task
from rindu_app.domain.plans.commands import add_goal, agree_plan, note_progress, submit_plan
from rindu_app.domain.plans.view import PlanView, read_plan
from rindu_app.words import clock
from rindu_app.words.codes import ConsentGiver, Progress, Role
from tests.closing import close
from tests.domain.cases.test_cases import new_case
from tests.factories import METRO, make_account

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account(display_name="Sri W.")


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)[0]


def goal(actor: Actor, number: str, words: str = "Ingin bekerja lagi", component: str = "economic") -> str:
    with open_session(actor) as session:
        return add_goal(session, actor, number=number, component=component, words=words).uid


def act(actor: Actor, number: str, goal_uid: str, title: str = "Daftar kelas menjahit") -> str:
    with open_session(actor) as session:
        return add_task(
            session, actor, number=number, title=title, due_at=clock.now() + timedelta(days=7), owner_id=actor.id,
            goal_uid=goal_uid,
        ).uid  # fmt: skip


def agree(actor: Actor, number: str) -> None:
    with open_session(actor) as session:
        agree_plan(session, actor, number=number, agreed_by=ConsentGiver.SELF, how="Dibacakan, ia setuju")


def progress(actor: Actor, number: str, uid: str, how_far: Progress, note: str = "Sudah mendaftar") -> None:
    with open_session(actor) as session:
        note_progress(session, actor, number=number, uid=uid, progress=how_far, note=note)


def submit(actor: Actor, number: str) -> None:
    with open_session(actor) as session:
        submit_plan(session, actor, number=number, note="Mohon ditinjau")


def seen(actor: Actor, number: str) -> PlanView:
    with open_session(actor) as session:
        return read_plan(session, actor, number=number)


def test_a_goal_stands_in_her_words_with_its_component_and_what_is_done_for_it(
    manager: Actor, number: str
) -> None:
    uid = goal(manager, number)
    task = act(manager, number, uid)
    (row,) = seen(manager, number).goals
    assert (row.words, row.component, row.label) == (
        "Ingin bekerja lagi", "Reintegrasi sosial dan ekonomi", "Belum mulai",
    )  # fmt: skip
    assert [(step.title, step.owner, step.done) for step in row.actions] == [
        ("Daftar kelas menjahit", "Sri W.", False)
    ]
    with open_session(manager) as session:
        finish_task(session, manager, number=number, uid=task)
    assert seen(manager, number).goals[0].actions[0].done
    with clock.moved(timedelta(days=8)):
        assert not seen(manager, number).goals[0].actions[0].late  # done in time


@pytest.mark.parametrize(
    ("component", "words", "field"),
    [("happiness", "x", "component"), ("economic", " ", "words"), ("economic", "x" * 1_001, "words")],
)
def test_a_goal_that_cannot_be_used_is_refused_at_its_field(
    manager: Actor, number: str, component: str, words: str, field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        goal(manager, number, words, component)
    assert refusal.value.field == field
    assert seen(manager, number).goals == ()


def test_she_agrees_to_the_plan_as_it_stands_and_every_change_asks_her_again(
    manager: Actor, number: str
) -> None:
    with pytest.raises(Conflict, match="plan_empty"):
        agree(manager, number)
    uid = goal(manager, number)
    assert not seen(manager, number).agreed
    agree(manager, number)
    assert seen(manager, number).agreed
    with pytest.raises(Conflict, match="plan_unchanged"):
        agree(manager, number)
    task = act(manager, number, uid)
    assert not seen(manager, number).agreed
    agree(manager, number)
    with open_session(manager) as session:
        finish_task(session, manager, number=number, uid=task)
    assert seen(manager, number).agreed  # doing what was agreed changes nothing
    progress(manager, number, uid, Progress.DROPPED, "Ia memilih berjualan")
    assert not seen(manager, number).agreed


def test_every_version_she_agreed_to_stays_as_it_was(manager: Actor, number: str) -> None:
    first = goal(manager, number, "Ingin aman")
    agree(manager, number)
    act(manager, number, first, "Ganti kunci rumah")
    goal(manager, number, "Ingin bekerja")
    agree(manager, number)
    new, old = seen(manager, number).agreements
    assert (new.number, [words for words, _ in new.goals]) == (2, ["Ingin aman", "Ingin bekerja"])
    assert (old.number, old.goals) == (1, (("Ingin aman", ()),))
    assert new.goals[0] == ("Ingin aman", ("Ganti kunci rumah",))


@pytest.mark.parametrize("how_far", list(Progress))
def test_progress_is_what_was_noted_last_and_nothing_under_way_counts_as_reached(
    manager: Actor, number: str, how_far: Progress
) -> None:
    uid = goal(manager, number)
    progress(manager, number, uid, Progress.GOING)
    progress(manager, number, uid, how_far, "Dilihat saat kunjungan")
    (row,) = seen(manager, number).goals
    assert row.progress == how_far
    assert [look.progress for look in row.history] == [how_far, Progress.GOING]
    assert (row.label == "Tercapai") == (how_far is Progress.REACHED)


def test_progress_needs_something_to_be_seen_by(manager: Actor, number: str) -> None:
    uid = goal(manager, number)
    with pytest.raises(Invalid) as refusal:
        progress(manager, number, uid, Progress.REACHED, " ")
    assert refusal.value.field == "note"


def test_a_supervisor_is_asked_about_a_plan_that_the_client_agreed_to(manager: Actor, number: str) -> None:
    supervisor = make_account(Role.SUPERVISOR)
    goal(manager, number)
    with pytest.raises(Conflict, match="plan_not_agreed"):
        submit(manager, number)
    agree(manager, number)
    submit(manager, number)
    with open_session(supervisor) as session:
        (row,) = list_waiting(session, supervisor)
        decide_approval(session, supervisor, number=number, uid=row.uid, approve=True, comment="Baik")
    asked = seen(manager, number).asked
    assert asked is not None
    assert (asked.approved, asked.comment, asked.fresh) == (True, "Baik", True)
    goal(manager, number, "Ingin sekolah", "skills")
    with pytest.raises(Conflict, match="plan_not_agreed"):
        submit(manager, number)


def test_a_goal_of_another_case_is_not_touched_through_this_one(manager: Actor, number: str) -> None:
    other, _ = new_case(manager, story="Cerita lain")
    uid = goal(manager, other)
    with pytest.raises(NotFound):
        progress(manager, number, uid, Progress.REACHED)
    with pytest.raises(NotFound):
        act(manager, number, uid)


def test_another_areas_counsellor_reads_and_writes_none_of_it(manager: Actor, number: str) -> None:
    uid = goal(manager, number)
    stranger = make_account(area_code=METRO)
    with pytest.raises(NotFound):
        seen(stranger, number)
    with pytest.raises(NotFound):
        goal(stranger, number)
    with pytest.raises(NotFound):
        progress(stranger, number, uid, Progress.REACHED)
    with pytest.raises(NotFound):
        agree(stranger, number)


def test_a_closed_case_has_a_plan_to_read_and_none_to_change(manager: Actor, number: str) -> None:
    goal(manager, number)
    close(manager, number)
    assert len(seen(manager, number).goals) == 1
    with pytest.raises(Conflict, match="case_closed"):
        goal(manager, number)
