"""My own account: I see where I am signed in, and end what is not mine."""

from typing import Any

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.accounts.passwords import verify_password
from rindu_app.domain.accounts.sessions import who_is
from rindu_app.models import Account
from rindu_app.state.account import MyAccount
from rindu_app.words.codes import Role
from tests.accounts import KEEPER, PASSWORD, give_code, give_password, signed_in
from tests.state.screen import Person, Tab, do, form

pytestmark = pytest.mark.usefixtures("country")

NEW = "empat kata yang lain"


def sign_in_again(person: Any) -> str:
    """The same person on another device, with a recovery code: the authenticator's has been used in this half minute."""
    entry = give_password(person.username, device="Firefox di Windows")
    return give_code(entry.token, person.recovery_codes.pop()).token


def on(person: Any) -> Any:
    screen = Tab(Person(person.account_id, person.token, person.actor)).on(MyAccount)
    do(screen.load)
    return screen


def hash_now(account_id: int) -> str:
    with open_session(KEEPER, write=False) as session:
        account = session.get(Account, account_id)
        assert account is not None
        return account.password_hash


@pytest.mark.parametrize("role", Role)
def test_everybody_sees_her_own_sessions_and_nobody_elses(role: Role) -> None:
    signed_in("tetangga")
    me = signed_in("sari", role=role)
    (only,) = on(me).devices
    assert only.mine
    assert only.uid == me.actor.session_uid


def test_another_device_is_ended_and_this_one_stays() -> None:
    me = signed_in("sari")
    other = sign_in_again(me)
    screen = on(me)
    assert [device.mine for device in screen.devices].count(True) == 1
    do(screen.end, next(device.uid for device in screen.devices if not device.mine))
    assert who_is(other) is None
    assert who_is(me.token) is not None
    assert len(screen.devices) == 1


def test_nobody_elses_session_can_be_ended() -> None:
    other, me = signed_in("tetangga"), signed_in("sari")
    screen = on(me)
    do(screen.end, other.actor.session_uid)
    assert screen.notice_tone == "danger"
    assert who_is(other.token) is not None


def test_all_others_end_at_once() -> None:
    me, neighbour = signed_in("sari"), signed_in("tetangga")
    others = [sign_in_again(me), sign_in_again(me)]
    do(on(me).end_others)
    assert [who_is(token) for token in others] == [None, None]
    assert who_is(me.token) is not None
    assert who_is(neighbour.token) is not None


def test_a_new_password_needs_the_old_one_twice_the_same_and_ends_other_sessions() -> None:
    me = signed_in("sari")
    other = sign_in_again(me)
    screen = on(me)
    do(screen.new_password, form(own_current="salah semua ini", own_password=NEW, own_again=NEW))
    assert screen.notice == "Kata sandi yang sekarang tidak cocok."
    do(screen.new_password, form(own_current=PASSWORD, own_password=NEW, own_again=NEW + "x"))
    assert "own_again" in screen.errors
    do(screen.new_password, form(own_current=PASSWORD, own_password="pendek", own_again="pendek"))
    assert "own_password" in screen.errors
    assert who_is(other) is not None

    do(screen.new_password, form(own_current=PASSWORD, own_password=NEW, own_again=NEW))
    assert screen.notice_tone == "success"
    assert verify_password(NEW, hash_now(me.account_id))
    assert who_is(other) is None
    assert who_is(me.token) is not None


def test_new_recovery_codes_are_shown_until_the_page_is_left() -> None:
    screen = on(signed_in("sari"))
    do(screen.new_codes, form(codes_current="salah semua ini"))
    assert screen.codes == []
    do(screen.new_codes, form(codes_current=PASSWORD))
    assert len(set(screen.codes)) == 10
    do(screen.load)
    assert screen.codes == []
