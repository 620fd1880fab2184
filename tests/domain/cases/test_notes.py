"""Notes of a case have readers, an edit window, keep what they said before, and grow by what is added to them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.notes import amend_case_note, edit_case_note, write_case_note
from rindu_app.domain.cases.rows import LineRow
from rindu_app.domain.cases.team import add_member, break_glass, remove_member
from rindu_app.domain.cases.view import read_case
from rindu_app.models import Case, CaseEvent, CaseNote, FormerNote
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, NoteAudience, PaperKind, Role, SummaryPart
from tests.counting import counted
from tests.domain.cases.test_cases import new_case
from tests.factories import METRO, SYSTEM, make_account
from tests.papers import printed, words_of

pytestmark = pytest.mark.usefixtures("country")
TEAM, AUTHOR = NoteAudience.TEAM, NoteAudience.AUTHOR


@pytest.fixture
def me() -> Actor:
    return make_account(display_name="Penulis")


@pytest.fixture
def number(me: Actor) -> str:
    return new_case(me)[0]


@pytest.fixture
def colleague(me: Actor, number: str) -> Actor:
    made = make_account(display_name="Rekan")
    with open_session(me) as session:
        add_member(session, me, number=number, account_id=made.id)
    return made


def write(actor: Actor, number: str, text: str = "Ia tidur nyenyak", audience: NoteAudience = TEAM) -> str:
    with open_session(actor) as session:
        return write_case_note(session, actor, number=number, text=text, audience=audience).uid


def edit(actor: Actor, number: str, uid: str, text: str = "Lain", version: int = 1) -> None:
    with open_session(actor) as session:
        edit_case_note(session, actor, number=number, uid=uid, text=text, version=version)


def amend(actor: Actor, number: str, uid: str, text: str = "Tambahan") -> None:
    with open_session(actor) as session:
        amend_case_note(session, actor, number=number, uid=uid, text=text)


def notes(actor: Actor, number: str) -> list[LineRow]:
    """Oldest first."""
    with open_session(actor) as session:
        lines = read_case(session, actor, number=number).timeline
    return [line for line in reversed(lines) if line.note]


def texts(actor: Actor, number: str) -> list[str]:
    return [line.text for line in notes(actor, number)]


def test_a_note_for_the_team_is_read_by_the_team_and_one_for_its_author_by_her_and_the_supervisor(
    me: Actor, number: str, colleague: Actor
) -> None:
    write(me, number, "Untuk semua")
    write(me, number, "Untuk saya", AUTHOR)
    chief, nosy = make_account(Role.SUPERVISOR), make_account()
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Manajer sakit")
    assert texts(me, number) == texts(chief, number) == ["Untuk semua", "Untuk saya"]
    assert texts(colleague, number) == texts(nosy, number) == ["Untuk semua"]
    for stranger in (make_account(), make_account(area_code=METRO), make_account(Role.ADMIN)):
        with pytest.raises(NotFound):
            texts(stranger, number)


def test_what_is_not_for_the_team_leaves_no_line_and_no_word_anywhere_else(
    me: Actor, number: str, colleague: Actor
) -> None:
    uid = write(me, number, "KenariRahasia", AUTHOR)
    edit(me, number, uid, "KenariRahasia dua")
    with open_session(colleague) as session:
        view = read_case(session, colleague, number=number)
        assert "KenariRahasia" not in repr(view)
        assert "Catatan" not in {line.label for line in view.timeline}
        assert session.exec(select(CaseNote)).all() == []
        assert session.exec(select(FormerNote)).all() == []
    for forged in (lambda: edit(colleague, number, uid, version=2), lambda: amend(colleague, number, uid)):
        with pytest.raises(NotFound):
            forged()
    with open_session(SYSTEM) as session:
        assert "Kenari" not in str([event.facts for event in session.exec(select(CaseEvent))])


def test_no_paper_holds_what_is_not_for_the_team_whoever_prints_it(me: Actor, number: str) -> None:
    write(me, number, "Untuk semua")
    edit(me, number, write(me, number, "KenariRahasia", AUTHOR), "KenariRahasia dua")
    for actor in (me, make_account(Role.SUPERVISOR)):
        text = words_of(printed(actor, number, PaperKind.SUMMARY, SummaryPart.TIMELINE))
        assert "Untuk semua" in text
        assert "KenariRahasia" not in text


def test_what_it_said_before_stays_for_those_who_read_it(me: Actor, number: str, colleague: Actor) -> None:
    uid = write(me, number, "Satu")
    edit(me, number, uid, "Dua")
    edit(me, number, uid, "Tiga", version=2)
    (line,) = notes(colleague, number)
    assert (line.text, [words for _, words in line.former]) == ("Tiga", ["Satu", "Dua"])
    assert line.edited is not None
    with open_session(SYSTEM) as session:
        assert b"Satu" not in b"".join(row.body for row in session.exec(select(FormerNote)))


Act = Callable[..., None]


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("mine", [True, False])
@pytest.mark.parametrize(("act", "name"), [(edit, "edit"), (amend, "amend")])
def test_every_state_of_a_note_and_every_act(
    me: Actor, number: str, colleague: Actor, monkeypatch: pytest.MonkeyPatch,
    act: Act, name: str, mine: bool, fresh: bool, closed: bool,
) -> None:  # fmt: skip
    """Its writer mends it while it is fresh; anybody of the team adds to it at any time, in a closed case too."""
    uid = write(me, number)
    if closed:
        with open_session(SYSTEM) as session:
            session.exec(select(Case)).one().status = CaseStatus.CLOSED
    now = clock.now() + timedelta(hours=get_settings().note_edit_hours, seconds=-5 if fresh else 5)
    monkeypatch.setattr(clock, "now", lambda: now)
    actor = me if mine else colleague
    refused: type[DomainError] | None = None
    if name == "edit" and not mine:
        refused = Forbidden
    elif name == "edit" and not fresh:
        refused = Conflict
    if refused is None:
        act(actor, number, uid)
        assert len(notes(me, number)) == (2 if name == "amend" else 1)
    else:
        with pytest.raises(refused):
            act(actor, number, uid)
        assert [(line.text, line.former) for line in notes(me, number)] == [("Ia tidur nyenyak", ())]
    assert notes(actor, number)[0].may_edit is (mine and fresh)


def test_an_addition_has_the_readers_of_its_note_whoever_adds(
    me: Actor, number: str, colleague: Actor
) -> None:
    chief = make_account(Role.SUPERVISOR)
    uid = write(me, number, "Untuk saya", AUTHOR)
    amend(chief, number, uid, "Setuju")
    assert texts(me, number) == ["Untuk saya", "Setuju"]
    assert texts(colleague, number) == []


def test_of_two_who_mend_at_once_the_second_is_told(me: Actor, number: str) -> None:
    uid = write(me, number, "Satu")
    edit(me, number, uid, "Dua")
    with pytest.raises(Conflict, match="changed_beside"):
        edit(me, number, uid, "Tiga", version=1)
    assert texts(me, number) == ["Dua"]


def test_whoever_left_the_team_mends_nothing(me: Actor, number: str, colleague: Actor) -> None:
    uid = write(colleague, number)
    with open_session(me) as session:
        remove_member(session, me, number=number, account_id=colleague.id)
    for act in (edit, amend):
        with pytest.raises(NotFound):
            act(colleague, number, uid)  # type: ignore[operator]


def test_a_note_of_another_case_and_an_empty_one_are_refused(me: Actor, number: str) -> None:
    other, uid = new_case(me)[0], write(me, number)
    for act in (edit, amend):
        with pytest.raises(NotFound):
            act(me, other, uid)  # type: ignore[operator]
    wrong: list[tuple[Any, dict[str, Any]]] = [(edit, {"text": " "}), (amend, {"text": ""})]
    for act, given in wrong:
        with pytest.raises(Invalid):
            act(me, number, uid, **given)
    with pytest.raises(Invalid):
        write(me, number, "  ")


def test_notes_take_a_fixed_number_of_queries(me: Actor, number: str) -> None:
    edit(me, number, write(me, number))
    before = counted(lambda: notes(me, number))
    for at in range(4):
        edit(me, number, write(me, number, f"Catatan {at}"))
    assert counted(lambda: notes(me, number)) == before
