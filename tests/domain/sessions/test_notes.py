"""Notes have readers, an edit window, and grow by what is added to them."""

from datetime import timedelta

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member, break_glass
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.sessions.notes import amend_session_note, edit_session_note, write_session_note
from rindu_app.domain.sessions.outcome import settle_session
from rindu_app.domain.sessions.rows import NoteRow
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import NoteAudience, Role
from tests.counting import counted
from tests.domain.sessions.people import new_case, plan, seen
from tests.factories import METRO, make_account

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def me() -> Actor:
    return make_account(display_name="Penulis")


def held(me: Actor, *, note: str = "", audience: NoteAudience = NoteAudience.TEAM) -> tuple[str, str]:
    """(case number, uid) of a session that took place an hour ago."""
    number, _, _ = new_case(me)
    uid = plan(me, number, clock.now() - timedelta(hours=1)).uid
    with open_session(me) as session:
        settle_session(session, me, number=number, uid=uid, came=True, note=note, audience=audience)
    return number, uid


def join(me: Actor, number: str, colleague: Actor) -> Actor:
    with open_session(me) as session:
        add_member(session, me, number=number, account_id=colleague.id)
    return colleague


def notes(actor: Actor, number: str) -> list[NoteRow]:
    view = seen(actor, number)
    return [note for row in (*view.coming, *view.past) for note in row.notes]


def edit(actor: Actor, number: str, note: NoteRow, text: str) -> None:
    with open_session(actor) as session:
        edit_session_note(session, actor, number=number, note_uid=note.uid, text=text, version=note.version)


def amend(actor: Actor, number: str, note: NoteRow, text: str) -> None:
    with open_session(actor) as session:
        amend_session_note(session, actor, number=number, note_uid=note.uid, text=text)


def test_a_note_for_the_team_is_read_by_the_team(me: Actor) -> None:
    number, _ = held(me, note="Ia mulai tidur nyenyak.")
    colleague = join(me, number, make_account())
    (note,) = notes(colleague, number)
    assert (note.text, note.by, note.audience_label) == ("Ia mulai tidur nyenyak.", "Penulis", "Seluruh tim")
    assert not note.may_edit
    assert notes(me, number)[0].may_edit


def test_a_note_for_its_author_is_read_by_her_and_the_supervisor_only(me: Actor) -> None:
    number, _ = held(me, note="Hal yang sangat pribadi.", audience=NoteAudience.AUTHOR)
    colleague, nosy = join(me, number, make_account()), make_account()
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Darurat")
    boss = make_account(Role.SUPERVISOR)
    assert [len(notes(who, number)) for who in (me, boss, colleague, nosy)] == [1, 1, 0, 0]
    (note,) = notes(me, number)
    for who in (colleague, make_account(area_code=METRO)):
        for act in (edit, amend):
            with pytest.raises(NotFound):
                act(who, number, note, "Tulisan orang lain")


def test_what_the_supervisor_adds_to_it_stays_between_the_two(me: Actor) -> None:
    number, _ = held(me, note="Hal yang sangat pribadi.", audience=NoteAudience.AUTHOR)
    colleague, boss = join(me, number, make_account()), make_account(Role.SUPERVISOR)
    amend(boss, number, notes(boss, number)[0], "Mari bicarakan besok.")
    assert [note.text for note in notes(me, number)] == ["Hal yang sangat pribadi.", "Mari bicarakan besok."]
    assert notes(colleague, number) == []


def test_no_word_of_a_note_is_on_the_timeline(me: Actor) -> None:
    number, _ = held(me, note="KenariCatatan", audience=NoteAudience.AUTHOR)
    with open_session(me) as session:
        assert "Kenari" not in repr(read_case(session, me, number=number))


def test_its_author_rewrites_it_for_a_day_and_nobody_else_ever(me: Actor) -> None:
    number, _ = held(me, note="Ia tidur nyenyka.")
    colleague = join(me, number, make_account())
    (note,) = notes(me, number)
    with pytest.raises(Forbidden, match="note_of_another"):
        edit(colleague, number, note, "Bukan tulisan saya")
    edit(me, number, note, "Ia tidur nyenyak.")
    (note,) = notes(me, number)
    assert (note.text, note.edited is not None) == ("Ia tidur nyenyak.", True)
    assert [words for _, words in note.former] == ["Ia tidur nyenyka."]
    with clock.moved(timedelta(hours=24, minutes=1)):
        assert not notes(me, number)[0].may_edit
        with pytest.raises(Conflict, match="note_fixed"):
            edit(me, number, note, "Terlambat")
    assert notes(me, number)[0].text == "Ia tidur nyenyak."


def test_the_office_decides_how_long(me: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINDU_NOTE_EDIT_HOURS", "2")
    get_settings.cache_clear()
    number, _ = held(me, note="Singkat saja.")
    with clock.moved(timedelta(hours=3)), pytest.raises(Conflict) as refusal:
        edit(me, number, notes(me, number)[0], "Terlambat")
    assert refusal.value.facts["hours"] == 2


def test_two_devices_do_not_write_over_each_other(me: Actor) -> None:
    number, _ = held(me, note="Pertama.")
    (note,) = notes(me, number)
    edit(me, number, note, "Dari ponsel.")
    with pytest.raises(Conflict, match="changed_beside"):
        edit(me, number, note, "Dari komputer.")
    assert notes(me, number)[0].text == "Dari ponsel."


def test_what_has_to_be_added_later_stands_below_and_names_its_author(me: Actor) -> None:
    number, uid = held(me, note="Pertama.")
    colleague = join(me, number, make_account(display_name="Rekan"))
    with open_session(me) as session:
        write_session_note(session, me, number=number, uid=uid, text="Kedua.", audience=NoteAudience.TEAM)
    with clock.moved(timedelta(days=30)):
        amend(colleague, number, notes(me, number)[0], "Tambahan.")
        amend(me, number, notes(me, number)[1], "Tambahan atas tambahan.")
    rows = [(note.text, note.by, note.adds) for note in notes(me, number)]
    assert rows == [
        ("Pertama.", "Penulis", False),
        ("Tambahan.", "Rekan", True),
        ("Tambahan atas tambahan.", "Penulis", True),
        ("Kedua.", "Penulis", False),
    ]


def test_an_empty_note_is_none_and_an_endless_one_is_refused(me: Actor) -> None:
    number, uid = held(me, note="   ")
    assert notes(me, number) == []
    for text, code in (("  ", "required"), ("a" * 20_001, "too_long")):
        with open_session(me) as session, pytest.raises(Invalid, match=code):
            write_session_note(session, me, number=number, uid=uid, text=text, audience=NoteAudience.TEAM)


def test_a_note_of_another_case_is_not_there(me: Actor) -> None:
    number, _ = held(me, note="Pertama.")
    other, _, _ = new_case(me)
    with pytest.raises(NotFound):
        edit(me, other, notes(me, number)[0], "Salah kasus")


def test_a_file_with_many_sessions_is_read_in_as_many_queries_as_one_with_few(me: Actor) -> None:
    number, uid = held(me, note="Pertama.")
    few = counted(lambda: seen(me, number))
    for hour in range(2, 8):
        more = plan(me, number, clock.now() - timedelta(hours=2 * hour)).uid
        for session_uid in (uid, more):
            with open_session(me) as session:
                write_session_note(
                    session, me, number=number, uid=session_uid, text="Lagi.", audience=NoteAudience.TEAM
                )
    assert len(notes(me, number)) == 13
    assert counted(lambda: seen(me, number)) == few
