"""Both stores keep the same promises; the one on disk survives a crash half-way."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from rindu_app.adapters.file_store import FileStore, LocalFileStore, MemoryFileStore
from rindu_app.models.base import new_uid
from rindu_app.words import clock

STORES = pytest.mark.parametrize(
    "make", [LocalFileStore, lambda folder: MemoryFileStore()], ids=["disk", "memory"]
)
Make = Callable[[Path], FileStore]


@STORES
def test_what_is_put_is_got_listed_and_deleted(make: Make, tmp_path: Path) -> None:
    store, first, second = make(tmp_path), new_uid(), new_uid()
    store.put(first, b"one")
    store.put(second, b"two")
    assert (store.get(first), store.get(second)) == (b"one", b"two")
    assert {stored.uid for stored in store.list()} == {first, second}
    store.delete(first)
    store.delete(first)
    assert [stored.uid for stored in store.list()] == [second]
    with pytest.raises(KeyError):
        store.get(first)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 32, "ab/../cd", "a" * 31 + "\n"])
def test_a_name_from_outside_never_becomes_a_path(tmp_path: Path, name: str) -> None:
    store = LocalFileStore(tmp_path)
    with pytest.raises(KeyError):
        store.get(name)
    with pytest.raises(KeyError):
        store.put(name, b"x")


def test_times_on_disk_are_as_coarse_as_in_the_database(tmp_path: Path) -> None:
    store = LocalFileStore(tmp_path)
    store.put(new_uid(), b"x")
    [stored] = store.list()
    assert stored.written_at == clock.coarse_now()


def test_a_crash_before_the_rename_leaves_no_file_and_is_cleaned_up_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = LocalFileStore(tmp_path)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            store.put(new_uid(), b"half")
    assert list(store.list()) == []
    assert store.delete_half_written(clock.now() - timedelta(hours=2)) == 0
    assert store.delete_half_written(clock.now()) == 1
    assert not list(store.unfinished.glob("*"))


def test_nobody_else_on_the_machine_reads_the_files(tmp_path: Path) -> None:
    store, uid = LocalFileStore(tmp_path), new_uid()
    store.put(uid, b"x")
    assert (tmp_path / uid[:2] / uid).stat().st_mode & 0o077 == 0
