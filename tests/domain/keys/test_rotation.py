"""Rotation loses no key: not when it is interrupted, and not while the server goes on receiving."""

import threading
from pathlib import Path

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.keyring import get_keyring, write_keyring
from rindu_app.access.sealing import Sealer, new_sealer, open_sealer, store_key
from rindu_app.access.session import open_session
from rindu_app.domain.keys import rotation
from rindu_app.domain.keys.queries import count_wrapped
from rindu_app.domain.keys.rotation import retire_unused_keys, rewrap_all
from rindu_app.models import DataKey
from rindu_app.settings import get_settings
from rindu_app.words import clock

BOTH = pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)
SYSTEM = Actor.system("test")


def store_keys(count: int) -> list[Sealer]:
    sealers = [new_sealer() for _ in range(count)]
    with open_session(SYSTEM) as session:
        for sealer in sealers:
            store_key(session, sealer)
    return sealers


def add_wrapping_key() -> None:
    write_keyring(get_settings().keys, get_keyring().with_new_wrapping_key())


def assert_all_open(sealers: list[Sealer]) -> None:
    with open_session(SYSTEM, write=False) as session:
        assert [open_sealer(session, sealer.uid).key for sealer in sealers] == [
            sealer.key for sealer in sealers
        ]


@BOTH
def test_every_key_opens_after_rotation_and_the_old_one_is_gone(installation: Path) -> None:
    sealers = store_keys(1_100)
    told: list[tuple[int, int]] = []
    add_wrapping_key()
    assert rewrap_all(lambda done, total: told.append((done, total))) == 1_100
    assert retire_unused_keys() == ["k1"]
    assert_all_open(sealers)
    assert told == [(500, 1_100), (1_000, 1_100), (1_100, 1_100)]
    assert count_wrapped() == {"k2": 1_100}


def test_an_interrupted_rotation_goes_on_where_it_stopped(installation: Path) -> None:
    sealers = store_keys(900)

    def die(done: int, total: int) -> None:
        raise KeyboardInterrupt

    add_wrapping_key()
    with pytest.raises(KeyboardInterrupt):
        rewrap_all(die)
    assert count_wrapped() == {"k1": 400, "k2": 500}
    assert retire_unused_keys() == []
    assert rewrap_all() == 400
    assert retire_unused_keys() == ["k1"]
    assert_all_open(sealers)


def test_a_destroyed_key_stays_destroyed(installation: Path) -> None:
    [sealer] = store_keys(1)
    with open_session(SYSTEM) as session:
        row = session.get_one(DataKey, sealer.uid)
        row.wrapped, row.destroyed_at = None, clock.now()
    add_wrapping_key()
    assert rewrap_all() == 0
    assert retire_unused_keys() == ["k1"]
    with open_session(SYSTEM, write=False) as session:
        assert session.exec(select(DataKey)).one().wrapped is None


@BOTH
def test_keys_that_are_stored_while_rotation_runs_all_open_afterwards(installation: Path) -> None:
    stored: list[Sealer] = []
    stop = threading.Event()

    def go_on_storing() -> None:
        while not stop.is_set():
            stored.extend(store_keys(1))

    writers = [threading.Thread(target=go_on_storing) for _ in range(3)]
    for writer in writers:
        writer.start()
    try:
        for _ in range(4):
            add_wrapping_key()
            rewrap_all()
            retire_unused_keys()
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    assert len(stored) > 0
    assert_all_open(stored)


def test_a_key_wrapped_just_before_its_wrapping_key_went_is_wrapped_again(
    installation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The narrowest moment: wrapped under k1, held off by the retirement, inserted when k1 is no more."""
    get_keyring()
    sealer = new_sealer()
    with open_session(SYSTEM) as session:
        flush = session.flush

        def rotate_then_flush() -> None:
            monkeypatch.setattr(session, "flush", flush)
            write_keyring(get_settings().keys, get_keyring().with_new_wrapping_key().without({"k1"}))
            session.flush()

        monkeypatch.setattr(session, "flush", rotate_then_flush)
        store_key(session, sealer)
    assert count_wrapped() == {"k2": 1}
    assert_all_open([sealer])
    assert rotation.retire_unused_keys() == []
