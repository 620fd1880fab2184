"""Sessions live on the server: they expire, are listed, and end at once when rights change."""

from datetime import timedelta

import pytest
from sqlalchemy import event, text

from rindu_app.access.database import get_engine
from rindu_app.access.errors import Invalid, Noted, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.accounts import commands, sessions
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.accounts import (
    KEEPER,
    PASSWORD,
    VISITOR,
    SignedIn,
    code_now,
    give_code,
    give_password,
    make_area,
    signed_in,
    who,
)

NEW_PASSWORD = "angin laut di sore hari"


def another_session(person: SignedIn, *, steps: int = 0) -> str:
    return give_code(give_password(person.username).token, code_now(person.secret, steps=steps)).token


@pytest.mark.parametrize("token", ["", "x", "\0", "\ud800", "a" * 100_000])
def test_a_made_up_token_is_nobody(installation: object, token: str) -> None:
    signed_in("sari")
    assert who(token) is None


def test_who_is_acting_is_one_query(installation: object) -> None:
    person, statements = signed_in("sari"), []
    event.listen(get_engine(), "before_cursor_execute", lambda *given: statements.append(given[2]))
    assert who(person.token) is not None
    assert len([s for s in statements if s.startswith("SELECT")]) == 1


def test_a_session_idles_out_and_use_keeps_it(installation: object) -> None:
    person = signed_in("sari")
    with clock.moved(timedelta(minutes=59)):
        assert who(person.token) is not None
    with clock.moved(timedelta(minutes=118)):
        assert who(person.token) is not None
    with clock.moved(timedelta(minutes=179)):
        assert who(person.token) is None


def test_an_open_screen_that_only_waits_does_not_keep_a_session(installation: object) -> None:
    person = signed_in("sari")
    with clock.moved(timedelta(minutes=59)), open_session(VISITOR, write=False) as session:
        assert sessions.actor_of(session, person.token, touch=False) is not None
    with clock.moved(timedelta(minutes=61)):
        assert who(person.token) is None


def test_a_session_ends_after_half_a_day_however_busy(installation: object) -> None:
    person = signed_in("sari")
    for minutes in range(0, 12 * 60, 50):
        with clock.moved(timedelta(minutes=minutes)):
            assert who(person.token) is not None
    with clock.moved(timedelta(minutes=12 * 60 + 1)):
        assert who(person.token) is None


def test_seen_is_written_once_a_minute_at_most(installation: object) -> None:
    person, writes = signed_in("sari"), []
    event.listen(get_engine(), "before_cursor_execute", lambda *given: writes.append(given[2]))
    with clock.moved(timedelta(seconds=61)):
        for _ in range(5):
            who(person.token)
    assert len([w for w in writes if w.startswith("UPDATE")]) == 1


def test_my_sessions_are_listed_and_end_one_by_one(installation: object) -> None:
    person = signed_in("sari")
    other = another_session(person)
    signed_in("dewi")
    with open_session(person.actor) as session:
        rows = sessions.list_sessions(session, person.actor)
        assert sorted(row.mine for row in rows) == [False, True]
        assert {row.device for row in rows} == {"Chrome di Android"}
        sessions.end_session(session, person.actor, uid=next(row.uid for row in rows if not row.mine))
    assert who(other) is None
    assert who(person.token) is not None


def test_somebody_elses_session_cannot_be_ended(installation: object) -> None:
    person, stranger = signed_in("sari"), signed_in("dewi")
    with pytest.raises(NotFound), open_session(stranger.actor) as session:
        sessions.end_session(session, stranger.actor, uid=person.actor.session_uid)
    assert who(person.token) is not None


def test_signing_out_ends_this_session_only(installation: object) -> None:
    person = signed_in("sari")
    other = another_session(person)
    with open_session(VISITOR) as session:
        sessions.sign_out(session, token=person.token)
    assert who(person.token) is None
    assert who(other) is not None


def test_a_new_password_ends_my_other_sessions(installation: object) -> None:
    person = signed_in("sari")
    other, half_open = another_session(person), give_password("sari").token
    with open_session(person.actor) as session:
        commands.change_password(
            session, person.actor, current=PASSWORD, password=NEW_PASSWORD, again=NEW_PASSWORD
        )
    assert who(person.token) is not None
    assert who(other) is None
    with open_session(VISITOR) as session:
        assert sessions.login_of(session, half_open) is None
    assert give_password("sari", NEW_PASSWORD).token


def test_my_password_is_asked_for_and_guessing_it_is_slowed(installation: object) -> None:
    person = signed_in("sari")
    for _ in range(5):
        with pytest.raises(Noted, match="password_wrong"), open_session(person.actor) as session:
            commands.change_password(
                session, person.actor, current="salah sekali ini", password=NEW_PASSWORD, again=NEW_PASSWORD
            )
    with pytest.raises(Exception, match="too_soon"), open_session(person.actor) as session:
        commands.change_password(
            session, person.actor, current=PASSWORD, password=NEW_PASSWORD, again=NEW_PASSWORD
        )


@pytest.mark.parametrize(
    ("password", "code"),
    [("pendek", "password_short"), ("Katasandi123", "password_common"), ("abcabcabcabc", "password_common"),
     ("ini kata sari juga", "password_like_name"), ("x" * 201, "too_long")],
)  # fmt: skip
def test_a_weak_password_is_refused_in_words(installation: object, password: str, code: str) -> None:
    person = signed_in("sari")
    with pytest.raises(Invalid, match=code), open_session(person.actor) as session:
        commands.change_password(session, person.actor, current=PASSWORD, password=password, again=password)


def test_new_recovery_codes_replace_the_old(installation: object) -> None:
    person = signed_in("sari")
    with open_session(person.actor) as session:
        codes = commands.renew_recovery_codes(session, person.actor, current=PASSWORD)
    assert not set(codes) & set(person.recovery_codes)
    with pytest.raises(Noted):
        give_code(give_password("sari").token, person.recovery_codes[0])
    assert give_code(give_password("sari").token, codes[0]).token


@pytest.mark.parametrize(
    "change",
    [{"role": Role.SUPERVISOR}, {"area_code": "35.11"}, {"active": False}],
    ids=["role", "area", "closed"],
)
def test_changed_rights_end_every_session(installation: object, change: dict[str, object]) -> None:
    person, values = (
        signed_in("sari"),
        {"display_name": "Sari", "role": Role.COUNSELLOR, "area_code": "35.10"},
    )
    make_area("35.11")
    with open_session(KEEPER) as session:
        commands.change_account(
            session, KEEPER, account_id=person.account_id, **{"active": True, **values, **change}
        )
    assert who(person.token) is None


def test_a_changed_name_ends_nothing(installation: object) -> None:
    person = signed_in("sari")
    with open_session(KEEPER) as session:
        commands.change_account(
            session, KEEPER, account_id=person.account_id, display_name="Sari Dewanti", role=Role.COUNSELLOR,
            area_code="35.10", active=True,
        )  # fmt: skip
    actor = who(person.token)
    assert actor is not None
    assert actor.name == "Sari Dewanti"


def test_rights_are_read_anew_even_when_changed_behind_our_back(installation: object) -> None:
    person = signed_in("sari")
    with get_engine().begin() as connection:
        connection.execute(text("UPDATE account SET role = 'admin'"))
    actor = who(person.token)
    assert actor is not None
    assert actor.kind is Role.ADMIN
    with get_engine().begin() as connection:
        connection.execute(text("UPDATE account SET active = false"))
    assert who(person.token) is None
