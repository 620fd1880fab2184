"""Where sealed files lie. What arrives here is already encrypted; the store knows nothing but a random name."""

import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from rindu_app.settings import get_settings
from rindu_app.words import clock

_UID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class StoredFile:
    """A file in the store. `written_at` is coarse: no more exact than the times in the database."""

    uid: str
    written_at: datetime


class FileStore(Protocol):
    """Keeps bytes under a uid (32 hex digits). A finished `put` survives power loss."""

    def put(self, uid: str, data: bytes) -> None: ...

    def get(self, uid: str) -> bytes:
        """Raises `KeyError` where there is none."""
        ...

    def delete(self, uid: str) -> None:
        """Deleting what is not there is no error."""
        ...

    def list(self) -> Iterator[StoredFile]: ...

    def delete_half_written(self, before: datetime) -> int:
        """Remove what a crash left unfinished before that moment; returns how many."""
        ...


class LocalFileStore:
    """Files below one folder: `ab/abcdef…`, written beside, synced, then renamed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unfinished = folder / "unfinished"

    def put(self, uid: str, data: bytes) -> None:
        target = self._path(uid)
        for folder in (self.unfinished, target.parent):
            if not folder.exists():
                folder.mkdir(parents=True, exist_ok=True)
                _sync_folder(folder.parent)
        beside = self.unfinished / secrets.token_hex(8)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            moment = clock.coarse_now().timestamp()
            os.utime(file.fileno(), (moment, moment))
            os.fsync(file.fileno())
        beside.replace(target)
        _sync_folder(target.parent)

    def get(self, uid: str) -> bytes:
        try:
            return self._path(uid).read_bytes()
        except FileNotFoundError as error:
            raise KeyError(uid) from error

    def delete(self, uid: str) -> None:
        self._path(uid).unlink(missing_ok=True)

    def list(self) -> Iterator[StoredFile]:
        for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")):
            with contextlib.suppress(FileNotFoundError):  # deleted while we walk
                yield StoredFile(path.name, _written_at(path))

    def delete_half_written(self, before: datetime) -> int:
        count = 0
        for path in self.unfinished.glob("*"):
            with contextlib.suppress(FileNotFoundError):
                if _written_at(path) < before:
                    path.unlink()
                    count += 1
        return count

    def _path(self, uid: str) -> Path:
        if not _UID.fullmatch(uid):  # a name from outside never becomes a path
            raise KeyError(uid)
        return self.folder / uid[:2] / uid


@dataclass
class MemoryFileStore:
    """A store that forgets. `age` makes everything in it older, for tests of sweeping."""

    files: dict[str, bytes] = field(default_factory=dict)
    age: timedelta = timedelta()

    def put(self, uid: str, data: bytes) -> None:
        self.files[uid] = data

    def get(self, uid: str) -> bytes:
        return self.files[uid]

    def delete(self, uid: str) -> None:
        self.files.pop(uid, None)

    def list(self) -> Iterator[StoredFile]:
        yield from [StoredFile(uid, clock.coarse_now() - self.age) for uid in sorted(self.files)]

    def delete_half_written(self, before: datetime) -> int:
        return 0


def get_file_store() -> FileStore:
    """The store of this installation."""
    return LocalFileStore(get_settings().files_dir)


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
