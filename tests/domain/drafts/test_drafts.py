"""What somebody is writing is kept sealed for her alone, and ends with her sign-in, her access, and after some days."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import DomainError, Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.commands import change_account, reset_password
from rindu_app.domain.accounts.sessions import end_sessions_of, sign_out, start_session
from rindu_app.domain.cases.team import add_member, break_glass, remove_member
from rindu_app.domain.drafts import commands
from rindu_app.domain.drafts.commands import drop_draft, drop_drafts, keep_draft, read_drafts
from rindu_app.jobs.chores import end_drafts
from rindu_app.models import Account, AuditEntry, Draft
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.domain.cases.test_cases import new_case
from tests.domain.test_leaks import everything_stored
from tests.factories import METRO, SYSTEM, make_account, send_report

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def me() -> Actor:
    return make_account(username="penulis")


@pytest.fixture
def number(me: Actor) -> str:
    return new_case(me)[0]


@pytest.fixture
def place(number: str) -> str:
    return f"/kasus/{number}/sesi"


def keep(actor: Actor, place: str, text: str = "KenariDraf", name: str = "note_text") -> None:
    with open_session(actor) as session:
        keep_draft(session, actor, place=place, name=name, text=text)


def found(actor: Actor, place: str) -> dict[str, str]:
    with open_session(actor, write=False) as session:
        return {name: row.text for name, row in read_drafts(session, actor, place=place).items()}


def stored() -> int:
    with open_session(SYSTEM, write=False) as session:
        return len(session.exec(select(Draft)).all())


def test_the_newest_words_of_a_field_are_found_again_and_an_empty_one_is_nothing(
    me: Actor, place: str
) -> None:
    keep(me, place, "Satu")
    keep(me, place, "Dua")
    keep(me, place, "Tiga", "settle_note:ab")
    assert found(me, place) == {"note_text": "Dua", "settle_note:ab": "Tiga"}
    assert stored() == 2
    keep(me, place, "  ")
    assert found(me, place) == {"settle_note:ab": "Tiga"}
    assert found(me, place.removesuffix("/sesi")) == {}


def test_nobody_else_finds_it_whoever_sits_at_the_same_phone(me: Actor, number: str, place: str) -> None:
    colleague, chief = make_account(), make_account(Role.SUPERVISOR)
    with open_session(me) as session:
        add_member(session, me, number=number, account_id=colleague.id)
    keep(me, place)
    for other in (colleague, chief, make_account(), make_account(area_code=METRO), make_account(Role.ADMIN)):
        assert found(other, place) == {}
        with open_session(other) as session:
            assert session.exec(select(Draft)).all() == []
    keep(colleague, place, "Lain")
    assert (found(me, place), found(colleague, place)) == ({"note_text": "KenariDraf"}, {"note_text": "Lain"})


def test_it_is_stored_sealed_and_leaves_no_word_in_the_trail(me: Actor, place: str, country: Path) -> None:
    before = trail()
    keep(me, place)
    assert b"Kenari" not in everything_stored(country)
    assert trail() == before


def trail() -> int:
    with open_session(SYSTEM, write=False) as session:
        return len(session.exec(select(AuditEntry.id)).all())


def test_only_who_may_write_there_keeps_anything(me: Actor, number: str, place: str) -> None:
    nosy = make_account()
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Manajer sakit")
    refusals: list[tuple[Actor, type[DomainError]]] = [
        (nosy, Forbidden), (make_account(), NotFound), (make_account(area_code=METRO), NotFound),
        (make_account(Role.ADMIN), NotFound), (make_account(Role.SHELTER), NotFound), (make_account(Role.PARTNER), NotFound),
    ]  # fmt: skip
    for actor, refusal in refusals:
        with pytest.raises(refusal):
            keep(actor, place)
    for odd in (
        "",
        "/kasus",
        "/kasus/",
        "/saya",
        "/kasus/K-9999-9999",
        "/laporan/L-9999-9999",
        "/kasus/" + "x" * 90,
    ):
        with pytest.raises(NotFound):
            keep(me, odd)
    assert stored() == 0


def test_a_report_has_drafts_too(me: Actor) -> None:
    sent, _ = send_report()
    place = f"/laporan/{sent.number}"
    keep(me, place, "Kami di sini", "reply_text")
    assert found(me, place) == {"reply_text": "Kami di sini"}
    with pytest.raises(NotFound):
        keep(make_account(area_code=METRO), place)


def test_sending_a_form_ends_its_drafts_and_no_others(me: Actor, place: str) -> None:
    for name in ("note_text:a", "note_text:b", "note_text", "settle_note:a"):
        keep(me, place, name, name)
    with open_session(me) as session:
        drop_drafts(session, me, place=place, form="note", of="a")
    assert set(found(me, place)) == {"note_text:b", "note_text", "settle_note:a"}
    with open_session(me) as session:
        drop_drafts(session, me, place=place, form="note")
        drop_draft(session, me, place=place, name="settle_note:a")
    assert set(found(me, place)) == {"note_text:b"}


def test_access_that_is_lost_takes_the_draft_along(me: Actor, number: str, place: str) -> None:
    colleague = make_account()
    with open_session(me) as session:
        add_member(session, me, number=number, account_id=colleague.id)
    keep(colleague, place)
    keep(me, place)
    with open_session(me) as session:
        remove_member(session, me, number=number, account_id=colleague.id)
    assert found(colleague, place) == {}
    with open_session(colleague) as session:
        break_glass(session, colleague, number=number, reason="Manajer sakit")
    assert found(colleague, place) == {}
    assert end_drafts() == 1
    assert (found(me, place), stored()) == ({"note_text": "KenariDraf"}, 1)


def test_it_ends_after_some_days(me: Actor, place: str) -> None:
    keep(me, place)
    days = get_settings().draft_days
    with clock.moved(timedelta(days=days, minutes=-1)):
        assert end_drafts() == 0
    with clock.moved(timedelta(days=days, minutes=1)):
        assert end_drafts() == 1
    assert stored() == 0


def test_a_session_that_times_out_leaves_it_and_signing_out_takes_it(me: Actor, place: str) -> None:
    keep(me, place)
    with open_session(SYSTEM) as session:
        account = session.get_one(Account, me.id)
        _, old = start_session(session, account, device="")
        login, token = start_session(session, account, device="")
        login.verified_at = clock.now()
    with clock.moved(timedelta(hours=5)), open_session(Actor.visitor()) as session:
        sign_out(session, token=old)  # over already: nothing is ended by it
    assert stored() == 1
    with open_session(Actor.visitor()) as session:
        sign_out(session, token=token)
    assert stored() == 0


def test_a_changed_or_closed_account_leaves_nothing(me: Actor, place: str) -> None:
    keeper = make_account(Role.ADMIN)
    for act in ("password", "closed"):
        keep(me, place)
        with open_session(keeper) as session:
            if act == "password":
                reset_password(session, keeper, account_id=me.id, password="kata sandi rekaan yang panjang 7")
            else:
                change_account(
                    session, keeper, account_id=me.id, display_name="Penulis", role=Role.COUNSELLOR,
                    area_code=me.area_code, active=False,
                )  # fmt: skip
        assert stored() == 0, act


def test_ending_my_other_sessions_leaves_what_i_write_here(me: Actor, place: str) -> None:
    keep(me, place)
    with open_session(SYSTEM) as session:
        end_sessions_of(session, me.id, but="this one")
    assert stored() == 1


def test_whoever_leaves_many_things_unsent_loses_the_oldest(me: Actor, place: str) -> None:
    for at in range(42):
        with clock.moved(timedelta(seconds=at)):
            keep(me, place, "x", f"note_text:{at}")
    names = found(me, place)
    assert len(names) == 40
    assert "note_text:1" not in names
    assert "note_text:41" in names


def test_two_saves_of_a_new_draft_at_once_leave_one(
    me: Actor, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(me, place, "Satu")
    look = commands._mine
    blind = iter([True])
    monkeypatch.setattr(
        commands,
        "_mine",
        lambda *given: look(*given).where(Draft.id == -1) if next(blind, False) else look(*given),
    )
    keep(me, place, "Dua")  # it has not seen the first one yet
    assert (found(me, place), stored()) == ({"note_text": "Dua"}, 1)
