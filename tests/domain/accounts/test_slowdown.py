"""Wrong tries slow the next one; they lock nobody out."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from rindu_app.access.database import get_engine
from rindu_app.access.errors import DomainError, Noted, TooSoon
from rindu_app.access.session import open_session
from rindu_app.domain.accounts import sign_in
from rindu_app.domain.accounts.sign_in import Step
from rindu_app.domain.accounts.slowdown import WINDOW, purge_failures
from rindu_app.words import clock
from tests.accounts import (
    ADDRESS,
    KEEPER,
    VISITOR,
    code_now,
    give_code,
    give_password,
    make_account,
    signed_in,
)


@pytest.fixture(autouse=True)
def still_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits are counted in whole seconds: time stands still but for `clock.moved`."""
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + clock._shift)


def wait_of(username: str, address: str = ADDRESS) -> int:
    with open_session(VISITOR) as session:
        return sign_in.begin_sign_in(session, username=username, address=address).wait


def fail(username: str, *, times: int, address: str = ADDRESS) -> None:
    """Count failures until no more are looked at."""
    for _ in range(times):
        try:
            wait_of(username, address)
        except TooSoon:
            return


def test_a_few_mistakes_cost_nothing(installation: object) -> None:
    fail("sari", times=4)
    assert wait_of("sari") == 0


def test_more_mistakes_wait_longer_and_longer_then_are_not_looked_at(installation: object) -> None:
    fail("sari", times=5)
    assert wait_of("sari") == 2
    assert wait_of("sari") == 4
    with pytest.raises(TooSoon) as refusal:
        wait_of("sari")
    assert refusal.value.facts == {"seconds": 8}


def test_a_try_that_was_not_looked_at_does_not_count(installation: object) -> None:
    fail("sari", times=7)
    for _ in range(5):
        with pytest.raises(TooSoon) as refusal:
            wait_of("sari")
    assert refusal.value.facts == {"seconds": 8}


def test_unknown_names_are_slowed_like_known_ones(installation: object) -> None:
    make_account("sari")
    for name in ("sari", "tidak-ada"):
        fail(name, times=6, address=f"192.0.2.{len(name)}")
        assert wait_of(name, f"192.0.2.{len(name)}") == 4


def test_nobody_waits_longer_than_a_minute_here_and_five_seconds_elsewhere(installation: object) -> None:
    make_account("sari")
    for minute in range(25):
        with clock.moved(timedelta(seconds=minute * 61)):
            wait_of("sari")
    with clock.moved(timedelta(seconds=24 * 61)):
        with pytest.raises(TooSoon) as refusal:
            wait_of("sari")
        assert int(refusal.value.facts["seconds"]) <= 60
        assert wait_of("sari", "198.51.100.9") <= 5


def test_the_right_password_opens_while_somebody_else_guesses_it(installation: object) -> None:
    make_account("sari")
    for number in range(60):
        wait_of("sari", f"198.51.100.{number}")
    assert wait_of("sari", "203.0.113.5") <= 5
    assert give_password("sari", address="203.0.113.5").step is Step.ENROL


def test_neighbours_behind_one_address_are_hardly_slowed(installation: object) -> None:
    make_account("dewi")
    for number in range(200):
        wait_of(f"petugas{number}")
    assert wait_of("dewi") <= 3
    assert give_password("dewi").step is Step.ENROL


def test_the_right_password_clears_the_wait_here(installation: object) -> None:
    make_account("sari")
    fail("sari", times=6)
    give_password("sari")
    assert wait_of("sari") == 0


def test_guesses_at_the_same_moment_count_one_by_one(
    installation: object, run_together: Callable[..., list[object]]
) -> None:
    make_account("sari")

    def guess() -> bool:
        try:
            give_password("sari", "salah sekali ini")
        except TooSoon:
            return False
        except DomainError:
            return True
        raise AssertionError

    assert sum(run_together(guess, times=20)) <= 8


def test_six_wrong_codes_slow_the_second_factor_and_it_still_opens(installation: object) -> None:
    person = signed_in("sari")
    token = give_password("sari").token
    for _ in range(5):
        with pytest.raises(Noted):
            give_code(token, "000000")
    with pytest.raises(TooSoon):
        give_code(token, code_now(person.secret))
    with clock.moved(timedelta(seconds=3)):
        assert give_code(token, code_now(person.secret)).step is Step.OPEN


def test_addresses_and_names_are_not_kept_and_old_failures_are_purged(installation: object) -> None:
    fail("sari", times=3)
    query = text("SELECT * FROM login_failure")
    with get_engine().connect() as connection:
        kept = str(connection.execute(query).all())
    assert "sari" not in kept
    assert ADDRESS not in kept
    with clock.moved(WINDOW + timedelta(seconds=1)), open_session(KEEPER) as session:
        assert purge_failures(session) == 9
