"""A case that closes leaves its legal matters as they are, says so, and lets them be taken up again."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.closure.commands import reopen_case
from rindu_app.domain.closure.view import read_closing
from rindu_app.domain.legal.commands import resume_track
from rindu_app.models import CaseTask, LegalStep
from rindu_app.words import clock
from rindu_app.words.services import CLOCK_TASKS
from tests.closing import close
from tests.domain.legal.test_legal import go_on, legal, open_tasks
from tests.domain.sessions.people import new_case
from tests.factories import METRO, SYSTEM, make_account
from tests.services import agree_to, reach, take_back

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    number, *_ = new_case(manager)
    agree_to(manager, number, "handling", "accompaniment")
    return number


def running(actor: Actor, number: str) -> str:
    with open_session(actor) as session:
        return next(row.words for row in read_closing(session, actor, number=number).counted if row.code == "legal")  # fmt: skip


def lines(actor: Actor, number: str, kind: str) -> list[str]:
    with open_session(actor) as session:
        return [line.text for line in read_case(session, actor, number=number).timeline if line.kind == kind]


def reopen(actor: Actor, number: str) -> None:
    with open_session(actor) as session:
        reopen_case(session, actor, number=number, reason_code="new_need", note="Kembali")


def resume(actor: Actor, number: str, track: str) -> None:
    with open_session(actor) as session:
        resume_track(session, actor, number=number, track=track)


def rows(model: Any) -> list[Any]:
    with open_session(SYSTEM, write=False) as session:
        return list(session.exec(select(model)))


def test_only_matters_that_are_not_over_are_said_to_run(manager: Actor, number: str) -> None:
    assert running(manager, number) == "Tidak ada perkara hukum yang masih didampingi."
    over = reach(manager, number, "police_report")
    reach(manager, number, "lpsk_submitted", kind="lpsk")
    assert running(manager, number).startswith("2 perkara hukum belum selesai.")
    go_on(manager, number, over, "final")
    assert running(manager, number).startswith("1 perkara hukum belum selesai.")


def test_each_open_matter_ends_with_its_line_and_without_a_verdict(manager: Actor, number: str) -> None:
    over = reach(manager, number, "police_report")
    go_on(manager, number, over, "final")
    reach(manager, number, "police_report")
    reach(manager, number, "lpsk_submitted", kind="lpsk")
    before = len(rows(LegalStep))
    close(manager, number)
    assert lines(manager, number, "legal_left") == ["Permohonan ke LPSK", "Perkara pidana"]
    assert len(rows(LegalStep)) == before
    tracks = legal(manager, number).tracks
    assert [(row.ended, row.left) for row in tracks] == [(True, False), (False, True), (False, True)]
    assert running(manager, number) == "Tidak ada perkara hukum yang masih didampingi."


def test_the_laws_clocks_stop_and_their_tasks_end_undone(manager: Actor, number: str) -> None:
    reach(manager, number, "police_report")
    close(manager, number)
    assert (legal(manager, number).clocks, open_tasks(manager, number)) == ((), [])
    assert [task.dropped for task in rows(CaseTask)] == [True]


def test_a_case_that_is_opened_again_may_take_a_matter_up_with_the_time_that_is_left(
    manager: Actor, number: str
) -> None:
    track = reach(manager, number, "police_report")
    due = legal(manager, number).clocks[0].due
    close(manager, number)
    with pytest.raises(Conflict, match="case_closed"):
        resume(manager, number, track)
    reopen(manager, number)
    assert legal(manager, number).tracks[0].left
    resume(manager, number, track)
    resume(manager, number, track)
    (clock_row,) = legal(manager, number).clocks
    assert clock_row.due == due
    assert open_tasks(manager, number) == [CLOCK_TASKS["police_protection"]]
    assert not legal(manager, number).tracks[0].left
    assert lines(manager, number, "legal_taken_up") == ["Perkara pidana"]


def test_time_that_is_over_does_not_run_again(manager: Actor, number: str) -> None:
    track = reach(manager, number, "police_report")
    close(manager, number)
    with clock.moved(timedelta(days=3)):
        reopen(manager, number)
        resume(manager, number, track)
        assert (legal(manager, number).clocks, open_tasks(manager, number)) == ((), [])


def test_the_next_stage_takes_it_up_by_itself(manager: Actor, number: str) -> None:
    track = reach(manager, number, "police_report")
    close(manager, number)
    reopen(manager, number)
    go_on(manager, number, track, "inquiry")
    assert not legal(manager, number).tracks[0].left
    close(manager, number)
    assert lines(manager, number, "legal_left") == ["Perkara pidana", "Perkara pidana"]


def test_it_is_taken_up_with_her_consent_and_by_nobody_else(manager: Actor, number: str) -> None:
    track = reach(manager, number, "police_report")
    close(manager, number)
    reopen(manager, number)
    with pytest.raises(NotFound):
        resume(make_account(area_code=METRO), number, track)
    take_back(manager, number, "handling", "accompaniment")
    with pytest.raises(Conflict, match="consent_needed"):
        resume(manager, number, track)
    assert legal(manager, number).tracks[0].left
