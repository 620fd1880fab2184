"""What clients said, on the supervisor's screen."""

from datetime import UTC, datetime

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.feedback.keeping import keep_answer
from rindu_app.domain.feedback.said import Said
from rindu_app.state.counsellor.feedback import FeedbackPage, ShownQuarter
from rindu_app.words import clock
from rindu_app.words.codes import Help, Question, Role
from tests.factories import BANYUWANGI, METRO, SYSTEM
from tests.state.screen import Person, Tab, do, signed_in

pytestmark = pytest.mark.usefixtures("country")
TODAY = datetime(2026, 11, 28, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def november() -> object:
    with clock.moved(TODAY - clock.now()):
        yield


def keep(month: str, *scores: int, words: str = "") -> None:
    with open_session(SYSTEM) as session:
        for score in scores:
            said = Said({Question.SAFE: score}, words)
            keep_answer(session, said, area_code=BANYUWANGI, month=month, help=Help.LEGAL)
            session.flush()


def opened(person: Person) -> FeedbackPage:
    page = Tab(person, "/masukan").on(FeedbackPage)
    do(page.load)
    return page


def test_the_newest_quarter_with_enough_answers_is_open_and_the_others_a_tap_away() -> None:
    keep("2026-02", 4, 4, 4, 4, 4)
    keep("2026-05", 4, 3, 3, 3, 4, words="Baik")
    keep("2026-08", 1, 1, words="Jangan tampilkan")
    page = opened(signed_in("lina", role=Role.SUPERVISOR))
    assert [row.title for row in page.quarters] == [
        "Juli–September 2026",
        "April–Juni 2026",
        "Januari–Maret 2026",
    ]
    shown = page.quarter
    assert (shown.key, shown.count, shown.enough) == ("2026-2", "5 orang menjawab", True)
    safe = next(row for row in shown.questions if row.key == "safe")
    assert (safe.mean, safe.count, safe.bar[0].width) == ("3,4", "5", "85.0")
    assert [row.mean for row in shown.questions if row.key != "safe"] == ["–"] * 4
    assert shown.words == ("Baik",) * 5
    do(page.show, "2026-3")
    assert (page.quarter.enough, page.quarter.questions, page.quarter.words) == (False, (), ())
    assert "Jangan" not in repr(page.dict())
    do(page.show, "'; drop")
    assert page.quarter.key == "2026-3"
    do(page.leave)
    assert (page.quarters, page.quarter, page.lines) == ((), ShownQuarter(), ())


def test_quarters_stand_side_by_side_once_there_are_two() -> None:
    keep("2026-05", 4, 3, 3, 3, 4)
    boss = signed_in("lina", role=Role.SUPERVISOR)
    assert opened(boss).lines == ()
    keep("2026-08", 4, 4, 4, 4, 4)
    page = opened(boss)
    assert page.columns == ("3/2026", "2/2026")
    assert next(row.means for row in page.lines if row.key == "safe") == ("4,0", "3,4")


def test_without_answers_the_screen_says_what_comes() -> None:
    page = opened(signed_in("lina", role=Role.SUPERVISOR))
    assert (page.phase, page.quarters) == ("ready", ())
    keep("2026-08", 4, 4, 4, 4, 4)
    assert opened(signed_in("jauh", role=Role.SUPERVISOR, area=METRO)).quarters == ()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SUPERVISOR])
def test_other_roles_are_shown_nothing(role: Role) -> None:
    keep("2026-08", 4, 4, 4, 4, 4, words="Rahasia")
    page = opened(signed_in("lain", role=role))
    assert (page.phase, page.quarters) == ("loading", ())
    assert "bukan bagian tugas Anda" in page.notice
