"""The file format: a readable first line, then sealed chunks. What is inside is a tar stream.

    RINDU-BACKUP 1
    {"made": …, "revision": …, "wrapping_key": "k1", "key": base64}
    [length, 4 bytes][AES-256-GCM of up to 1 MiB] …

The archive's own random key is wrapped by the installation's wrapping key. Each chunk is bound to the first line, to its
number and to whether it is the last: a chunk that is missing, moved, changed or cut off is noticed.
"""

import base64
import hashlib
import io
import json
import secrets
from dataclasses import asdict, dataclass
from typing import IO, Any

from cryptography.exceptions import InvalidTag

from rindu_app.access.keyring import Keyring, KeyringError, decrypt, encrypt

MAGIC = b"RINDU-BACKUP 1\n"
CHUNK = 1024 * 1024
_LENGTH = 4
_CONTEXT = "backup"


class BackupBroken(Exception):
    """The archive cannot be used. The text is for the administrator."""


@dataclass(frozen=True)
class Header:
    """What can be read without a key: when it was made, for which schema, and which wrapping key opens it."""

    made: str
    revision: str
    wrapping_key: str
    key: str

    def line(self) -> bytes:
        return json.dumps(asdict(self), sort_keys=True).encode() + b"\n"


class SealedWriter(io.RawIOBase):
    """Writes the first line at once and everything given to it in sealed chunks. `close` completes the archive."""

    def __init__(self, file: IO[bytes], keyring: Keyring, *, made: str, revision: str) -> None:
        self._file, self._key, self._number = file, secrets.token_bytes(32), 0
        name, wrapped = keyring.wrap(self._key, _CONTEXT)
        header = Header(made, revision, name, base64.b64encode(wrapped).decode())
        self._bound = hashlib.sha256(header.line()).hexdigest()
        self._waiting = bytearray()
        file.write(MAGIC + header.line())

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._seal(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._seal(bytes(self._waiting), last=True)
        super().close()

    def _seal(self, data: bytes, *, last: bool) -> None:
        sealed = encrypt(self._key, data, _place(self._bound, self._number, last))
        self._file.write(len(sealed).to_bytes(_LENGTH, "big") + sealed)
        self._number += 1


class SealedReader(io.RawIOBase):
    """Reads what `SealedWriter` wrote. Raises `BackupBroken`, and `KeyringError` where the key file lacks its key."""

    def __init__(self, file: IO[bytes], keyring: Keyring) -> None:
        self._file, self._number, self._waiting = file, 0, b""
        self.header = read_header(file)
        self._bound = hashlib.sha256(self.header.line()).hexdigest()
        if self.header.wrapping_key not in keyring.wrapping:
            raise KeyringError(
                f"Cadangan ini dibuat saat kunci {self.header.wrapping_key} dipakai, dan kunci itu tidak ada di berkas kunci. "
                "Pakai salinan berkas kunci dari waktu cadangan dibuat."
            )
        wrapped = base64.b64decode(self.header.key)
        try:
            self._key = keyring.unwrap(self.header.wrapping_key, wrapped, _CONTEXT)
        except InvalidTag as error:
            raise KeyringError("Berkas kunci ini bukan pasangan cadangan ini.") from error
        self._ahead = file.read(_LENGTH)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while self._ahead and (size < 0 or len(self._waiting) < size):
            self._waiting += self._open_chunk()
        taken = len(self._waiting) if size < 0 else size
        data, self._waiting = self._waiting[:taken], self._waiting[taken:]
        return data

    def _open_chunk(self) -> bytes:
        length = int.from_bytes(self._ahead, "big")
        sealed = self._file.read(length) if length <= CHUNK + 64 else b""
        self._ahead = self._file.read(_LENGTH)
        try:
            data = decrypt(self._key, sealed, _place(self._bound, self._number, not self._ahead))
        except (InvalidTag, ValueError) as error:
            raise BackupBroken("Cadangan ini rusak, terpotong, atau pernah diubah.") from error
        self._number += 1
        return data


def read_header(file: IO[bytes]) -> Header:
    """The first lines of an archive. Raises `BackupBroken`."""
    try:
        if file.readline(64) != MAGIC:
            raise BackupBroken("Berkas ini bukan cadangan Ruang Rindu.")
        return Header(**json.loads(file.readline(4096)))
    except (ValueError, TypeError) as error:
        raise BackupBroken("Baris awal cadangan ini tidak dapat dibaca.") from error


def _place(bound: str, number: int, last: bool) -> str:
    return f"{_CONTEXT}|{bound}|{number}|{'last' if last else 'more'}"
