"""Password, second factor, forced password: each step opens only the next."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from rindu_app.access.database import get_engine
from rindu_app.access.errors import DomainError, Invalid, Noted
from rindu_app.access.session import open_session
from rindu_app.domain.accounts import passwords, sign_in
from rindu_app.domain.accounts.sign_in import Step
from rindu_app.settings import Settings, get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.accounts import (
    PASSWORD,
    VISITOR,
    account,
    code_now,
    enrol,
    give_code,
    give_password,
    make_account,
    signed_in,
    who,
)

BOTH = pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)


@BOTH
def test_the_whole_way_in_of_a_new_colleague(installation: object) -> None:
    make_account("sari", must_change=True)
    entry = give_password("sari")
    assert entry.step is Step.ENROL
    assert who(entry.token) is None
    entry, _, codes = enrol("sari")
    assert entry.step is Step.NEW_PASSWORD
    assert who(entry.token) is None
    assert len(set(codes)) == 10
    with open_session(VISITOR) as session:
        entry = sign_in.set_first_password(session, token=entry.token, password="angin laut di sore hari")
    assert entry.step is Step.OPEN
    actor = who(entry.token)
    assert actor is not None
    assert (actor.kind, actor.area_code, actor.name) == (Role.COUNSELLOR, "35.10", "Sari")


def test_the_username_is_read_without_regard_to_case_and_spaces(installation: object) -> None:
    make_account("sari")
    assert give_password("  SARI ").step is Step.ENROL


@pytest.mark.parametrize(
    ("username", "password"),
    [("sari", "salah sekali ini"), ("tidak-ada", PASSWORD), ("", ""), ("sari\0", PASSWORD), ("\ud800", "\udfff"),
     ("x" * 5000, "y" * 5000), ("sari", PASSWORD.upper())],
)  # fmt: skip
def test_unknown_names_and_wrong_passwords_get_the_same_answer(
    installation: object, username: str, password: str
) -> None:
    make_account("sari")
    with pytest.raises(DomainError) as refusal:
        give_password(username, password)
    assert (refusal.value.code, refusal.value.facts) == ("sign_in_wrong", {})


def test_an_unknown_name_costs_a_password_check_too(
    installation: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    verify = passwords._context.verify
    monkeypatch.setattr(
        passwords._context, "verify", lambda *given: checked.append(given[1]) or verify(*given)
    )
    with pytest.raises(DomainError):
        give_password("tidak-ada", "apa saja boleh")
    assert len(checked) == 1
    assert checked[0].startswith("$argon2id$")


def test_a_stored_password_is_slow_to_guess() -> None:
    passwords.cost(memory_kib=passwords.MEMORY_KIB, passes=passwords.PASSES)
    assert passwords.hash_password(PASSWORD).startswith("$argon2id$v=19$m=32768,t=2,p=1$")
    passwords.cost(memory_kib=256, passes=1)


def test_a_closed_account_is_like_an_unknown_one(installation: object) -> None:
    make_account("sari")
    with get_engine().begin() as connection:
        connection.execute(text("UPDATE account SET active = false"))
    with pytest.raises(DomainError, match="sign_in_wrong"):
        give_password("sari")


def test_a_code_works_once_even_within_its_half_minute(installation: object) -> None:
    person = signed_in("sari")
    code = code_now(person.secret)
    assert give_code(give_password("sari").token, code).step is Step.OPEN
    with pytest.raises(Noted, match="factor_wrong"):
        give_code(give_password("sari").token, code)


@BOTH
def test_a_code_used_twice_at_the_same_moment_opens_one_session(
    installation: object, run_together: Callable[..., list[object]]
) -> None:
    person = signed_in("sari")
    tokens = [give_password("sari").token for _ in range(4)]
    code = code_now(person.secret)

    def attempt() -> bool:
        try:
            return give_code(tokens.pop(), code).step is Step.OPEN
        except Noted:
            return False

    assert sorted(run_together(attempt, times=4)) == [False, False, False, True]


@pytest.mark.parametrize(("steps", "works"), [(-1, True), (0, True), (1, True), (-2, False), (2, False)])
def test_a_clock_may_be_half_a_minute_wrong(installation: object, steps: int, works: bool) -> None:
    person = signed_in("sari")
    with clock.moved(timedelta(minutes=5)):
        token = give_password("sari").token
        if works:
            assert give_code(token, code_now(person.secret, steps=steps)).step is Step.OPEN
        else:
            with pytest.raises(Noted):
                give_code(token, code_now(person.secret, steps=steps))


@pytest.mark.parametrize("code", ["", "000000 1", "１２３４５６", "abcdef", "\0", "\ud800", "9" * 9999])
def test_a_code_that_is_none_is_refused_and_leaves_a_line(installation: object, code: str) -> None:
    signed_in("sari")
    with pytest.raises(Noted, match="factor_wrong"):
        give_code(give_password("sari").token, code)
    with get_engine().connect() as connection:
        query = text("SELECT count(*) FROM audit_entry WHERE action = 'accounts:second_factor:wrong'")
        assert connection.execute(query).scalar() == 1


def test_a_recovery_code_works_once_however_it_is_typed(installation: object) -> None:
    person = signed_in("sari")
    typed = f" {person.recovery_codes[3].upper()} "
    assert give_code(give_password("sari").token, typed).step is Step.OPEN
    with pytest.raises(Noted):
        give_code(give_password("sari").token, typed)
    assert give_code(give_password("sari").token, person.recovery_codes[4].replace("-", "")).step is Step.OPEN


def test_a_recovery_code_of_somebody_else_is_worth_nothing(installation: object) -> None:
    person = signed_in("sari")
    signed_in("dewi")
    with pytest.raises(Noted):
        give_code(give_password("dewi").token, person.recovery_codes[0])


def test_the_half_open_session_opens_nothing_else(installation: object) -> None:
    signed_in("sari")
    token = give_password("sari").token
    assert who(token) is None
    with open_session(VISITOR) as session:
        for step in (
            lambda: sign_in.begin_enrolment(session, token=token),
            lambda: sign_in.confirm_enrolment(session, token=token, code="123456"),
            lambda: sign_in.set_first_password(session, token=token, password="angin laut di sore hari"),
        ):
            with pytest.raises(DomainError, match="sign_in_again"):
                step()


def test_each_step_up_gives_a_new_token_and_ends_the_old_one(installation: object) -> None:
    person = signed_in("sari")
    before = give_password("sari").token
    after = give_code(before, code_now(person.secret)).token
    assert before != after
    assert who(before) is None
    assert who(after) is not None


def test_a_half_open_session_ends_after_a_quarter_of_an_hour(installation: object) -> None:
    person = signed_in("sari")
    token = give_password("sari").token
    with clock.moved(timedelta(minutes=16)), pytest.raises(DomainError, match="sign_in_again"):
        give_code(token, code_now(person.secret))


def test_the_first_password_must_be_a_new_one(installation: object) -> None:
    make_account("sari", must_change=True)
    entry, _, _ = enrol("sari")
    with open_session(VISITOR) as session, pytest.raises(DomainError, match="password_same"):
        sign_in.set_first_password(session, token=entry.token, password=PASSWORD)
    with open_session(VISITOR) as session, pytest.raises(Invalid, match="password_short"):
        sign_in.set_first_password(session, token=entry.token, password="pendek")
    assert account("sari").must_change_password


def test_secrets_stay_out_of_the_database(installation: object) -> None:
    person = signed_in("sari")
    with get_engine().connect() as connection:
        rows = [
            str(connection.execute(text(f"SELECT * FROM {table}")).all())
            for table in ("account", "login_session", "recovery_code", "audit_entry", "data_key")
        ]
    for secret in (PASSWORD, person.secret, person.token, *person.recovery_codes):
        assert secret not in "".join(rows)
        assert secret.replace("-", "") not in "".join(rows)


def test_a_newcomer_may_switch_the_second_factor_off_in_development_only(
    installation: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_account("sari")
    monkeypatch.setenv("RINDU_DEMO_SECOND_FACTOR", "off")
    get_settings.cache_clear()
    entry = give_password("sari")
    assert entry.step is Step.OPEN
    assert who(entry.token) is not None
    with pytest.raises(ValueError, match="hanya untuk pengembangan"):
        Settings(environment="production", public_url="https://a.example", key_file="/etc/rindu/keys.json")
