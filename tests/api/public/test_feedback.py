"""Whether the help was good: asked behind the code, plain HTML, every question skippable, kept only when she sends."""

import re

import pytest
from httpx import Response
from sqlmodel import select

from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.models import ClientFeedback, Report
from rindu_app.words.codes import Question
from rindu_app.words.feedback import QUESTIONS
from tests.api.public.citizen import Citizen, is_left, title_of, words_of
from tests.factories import SYSTEM, make_account
from tests.services import agree_to, record

HERE = "/percakapan/masukan"


def helped(citizen: Citizen) -> Citizen:
    """Somebody whose report became a case and who was given something."""
    citizen.report()
    manager = make_account()
    with open_session(SYSTEM, write=False) as session:
        report = report_number(session.exec(select(Report)).one())
    with open_session(manager) as session:
        number = number_of(open_case(session, manager, number=report))
    agree_to(manager, number, "handling", "accompaniment")
    record(manager, number)
    return citizen


def stored() -> list[ClientFeedback]:
    with open_session(SYSTEM, write=False) as session:
        return list(session.exec(select(ClientFeedback)))


def test_the_conversation_asks_her_and_thanks_her_and_then_asks_no_more(citizen: Citizen) -> None:
    her = helped(citizen)
    assert "Beri masukan" in words_of(her.get("/percakapan"))
    page = her.get(HERE)
    assert title_of(page) == "Bagaimana bantuan kami?"
    assert all(text in words_of(page) for text in QUESTIONS.values())
    assert stored() == []
    done = her.press(HERE, safe="4", again="2", needs="skip", words="Ruang tunggunya sempit")
    assert title_of(done) == "Terima kasih"
    [row] = stored()
    assert (row.safe, row.again, row.needs, row.respected) == (4, 2, None, None)
    assert title_of(her.get(HERE)) == "Terima kasih"
    assert "Beri masukan" not in words_of(her.get("/percakapan"))


def test_before_there_was_help_nothing_is_asked_and_nothing_taken(citizen: Citizen) -> None:
    citizen.report()
    assert "Beri masukan" not in words_of(citizen.get("/percakapan"))
    assert title_of(citizen.get(HERE)) == "Percakapan Anda"
    assert title_of(citizen.press(HERE, safe="4")) == "Percakapan Anda"
    assert stored() == []


def test_without_a_visit_there_is_no_page(citizen: Citizen) -> None:
    assert is_left(citizen.http.get(HERE))
    assert is_left(citizen.post(HERE, safe="4"))


def test_a_second_tap_is_the_same_answer(citizen: Citizen) -> None:
    her = helped(citizen)
    for _ in range(2):
        assert title_of(her.press(HERE, safe="1")) == "Terima kasih"
    assert len(stored()) == 1


@pytest.mark.parametrize(
    "fields", [{}, dict.fromkeys(map(str, Question), "skip")], ids=["nothing", "skipped"]
)
def test_saying_nothing_at_all_is_no_answer_and_she_hears_so(
    citizen: Citizen, fields: dict[str, str]
) -> None:
    page = helped(citizen).post(HERE, **fields)
    assert page.status_code == 422
    assert "Belum ada yang dijawab" in words_of(page)
    assert stored() == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"safe": "9"}, "Pilihan ini tidak dikenal"),
        ({"words": "a" * 1001}, "Tulisan terlalu panjang"),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_she_chose_is_still_there(
    citizen: Citizen, fields: dict[str, str], words: str
) -> None:
    page = helped(citizen).post(HERE, again="3", needs="skip", **fields)
    assert page.status_code == 422
    assert words in words_of(page)
    assert chosen(page) == {("again", "3"), ("needs", "skip")}
    assert fields.get("words", "") in page.text
    assert stored() == []


def chosen(page: Response) -> set[tuple[str, str]]:
    """(name, value) of every answer that is ticked."""
    tags = [tag for tag in re.findall(r"<input[^>]*>", page.text) if re.search(r"\schecked\b", tag)]
    return {
        (name[1], value[1])
        for tag in tags
        if (name := re.search('name="([^"]*)"', tag)) and (value := re.search('value="([^"]*)"', tag))
    }


def test_the_page_leaves_nothing_behind_and_names_nothing(citizen: Citizen) -> None:
    page = helped(citizen).get(HERE)
    assert page.headers["cache-control"] == "no-store"
    assert "<script" not in page.text
    title = re.search(r"<title>(.*?)</title>", page.text)
    assert title
    assert not re.search("konsel|kekeras|korban", title[1], re.IGNORECASE)
    assert len(page.content) < 30_000
