"""The secrets kept outside the database: wrapping keys, the pepper of receipt codes, the keys of index and audit.

The file is JSON: {"development": bool, "current": "k1", "wrapping": {"k1": base64}, "pepper": …, "index": …, "audit": …}.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rindu_app.settings import Settings, get_settings

NONCE_BYTES = 12


class KeyringError(RuntimeError):
    """The key file is missing, unreadable or not meant for production. The text is for the administrator."""


@dataclass(frozen=True)
class Keyring:
    """All 32-byte secrets of one installation."""

    current: str
    wrapping: dict[str, bytes]
    pepper: bytes
    index: bytes
    audit: bytes
    development: bool = False

    def wrap(self, key: bytes, context: str) -> tuple[str, bytes]:
        """Seal a data key under the newest wrapping key; returns (wrapping key name, bytes)."""
        return self.current, encrypt(self.wrapping[self.current], key, context)

    def unwrap(self, name: str, wrapped: bytes, context: str) -> bytes:
        if name not in self.wrapping:
            raise KeyringError(f"Kunci pembungkus '{name}' tidak ada di berkas kunci.")
        return decrypt(self.wrapping[name], wrapped, context)

    def code_hash(self, code: str) -> str:
        return keyed_hash(self.pepper, "receipt", code)

    def index_token(self, field: str, value: str) -> str:
        """128-bit keyed hash for equality search."""
        return keyed_hash(self.index, field, value)[:32]

    def with_new_wrapping_key(self) -> "Keyring":
        number = 1 + max(int(name[1:]) for name in self.wrapping)
        name = f"k{number}"
        return replace(self, current=name, wrapping={**self.wrapping, name: secrets.token_bytes(32)})

    def without(self, names: set[str]) -> "Keyring":
        return replace(self, wrapping={n: k for n, k in self.wrapping.items() if n not in names})


def keyed_hash(key: bytes, purpose: str, value: str) -> str:
    return hmac.new(key, f"{purpose}\0{value}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def encrypt(key: bytes, data: bytes, context: str) -> bytes:
    """AES-256-GCM; `context` binds the ciphertext to its place, so that it cannot be moved to another row."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, context.encode())


def decrypt(key: bytes, data: bytes, context: str) -> bytes:
    """Raises `cryptography.exceptions.InvalidTag` where key, context or a byte is not the one it was sealed with."""
    return AESGCM(key).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], context.encode())


def new_keyring(*, development: bool) -> Keyring:
    return Keyring(
        current="k1",
        wrapping={"k1": secrets.token_bytes(32)},
        pepper=secrets.token_bytes(32),
        index=secrets.token_bytes(32),
        audit=secrets.token_bytes(32),
        development=development,
    )


def write_keyring(path: Path, keyring: Keyring) -> None:
    """Write beside, flush to disk, then rename: a crash leaves the old file or the new one, never half of one."""
    _write_beside(path, keyring).replace(path)
    sync_folder(path.parent)


def create_keyring(path: Path, keyring: Keyring) -> bool:
    """Write where there is none yet; False, and nothing changed, where somebody else was quicker."""
    beside = _write_beside(path, keyring)
    try:
        os.link(beside, path)
    except FileExistsError:
        return False
    finally:
        beside.unlink()
    sync_folder(path.parent)
    return True


def _write_beside(path: Path, keyring: Keyring) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{secrets.token_hex(4)}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(_as_json(keyring), file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    return beside


def sync_folder(folder: Path) -> None:
    """A new name is on disk only after its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_keyring(path: Path) -> Keyring:
    try:
        content = json.loads(path.read_text())
        return Keyring(
            current=content["current"],
            wrapping={name: base64.b64decode(key) for name, key in content["wrapping"].items()},
            development=bool(content.get("development", False)),
            **{name: base64.b64decode(content[name]) for name in ("pepper", "index", "audit")},
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KeyringError(f"Berkas kunci {path} tidak dapat dibaca: {type(error).__name__}.") from error


def load_keyring(settings: Settings) -> Keyring:
    """The keyring of this installation; in development it is made at first use, in production never."""
    if not settings.keys.exists():
        if settings.production:
            raise KeyringError(f"Berkas kunci {settings.keys} belum ada. Buat dengan: rindu keys create")
        create_keyring(settings.keys, new_keyring(development=True))
    keyring = read_keyring(settings.keys)
    if settings.production and keyring.development:
        raise KeyringError("Berkas kunci ini dibuat untuk pengembangan dan tidak boleh dipakai di produksi.")
    return keyring


_known: dict[Path, tuple[tuple[int, int], Keyring]] = {}


def get_keyring() -> Keyring:
    """The keyring as the file has it now: a rotation reaches running servers without a restart."""
    path = get_settings().keys
    stamp = _stamp(path)
    if path not in _known or (stamp is not None and _known[path][0] != stamp):
        keyring = load_keyring(get_settings())
        _known[path] = (stamp or _stamp(path) or (0, 0), keyring)
    return _known[path][1]


def forget_keyring() -> None:
    _known.clear()


def _stamp(path: Path) -> tuple[int, int] | None:
    """Changes with every write; None while the file cannot be seen (a running server keeps what it has read)."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino


def _as_json(keyring: Keyring) -> dict[str, Any]:
    def text(key: bytes) -> str:
        return base64.b64encode(key).decode()

    return {
        "development": keyring.development,
        "current": keyring.current,
        "wrapping": {name: text(key) for name, key in keyring.wrapping.items()},
        "pepper": text(keyring.pepper),
        "index": text(keyring.index),
        "audit": text(keyring.audit),
    }
