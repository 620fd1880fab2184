"""Sealing words with the key of one report or case."""

import json
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.keyring import decrypt, encrypt, get_keyring
from rindu_app.models import DataKey
from rindu_app.models.base import new_uid

# Lengths are rounded up, so that a row's size does not tell "yes" from a long story.
PAD_BYTES = 64


class ErasedError(LookupError):
    """The key was destroyed: this person's words are gone for good."""


@dataclass(frozen=True)
class Sealer:
    """Opens and seals the fields that belong to one data key. `place` names table, column and row."""

    uid: str
    key: bytes = field(repr=False)

    def seal(self, place: str, text: str) -> bytes:
        data = text.encode("utf-8", "surrogatepass")
        padding = -(4 + len(data)) % PAD_BYTES
        return self.seal_bytes(place, len(data).to_bytes(4, "big") + data + b"\0" * padding)

    def open(self, place: str, sealed: bytes) -> str:
        data = self.open_bytes(place, sealed)
        return data[4 : 4 + int.from_bytes(data[:4], "big")].decode("utf-8", "surrogatepass")

    def seal_json(self, place: str, value: Any) -> bytes:
        return self.seal(place, json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def open_json(self, place: str, sealed: bytes) -> Any:
        return json.loads(self.open(place, sealed))

    def seal_bytes(self, place: str, data: bytes) -> bytes:
        return encrypt(self.key, data, f"{self.uid}|{place}")

    def open_bytes(self, place: str, sealed: bytes) -> bytes:
        return decrypt(self.key, sealed, f"{self.uid}|{place}")


def new_sealer() -> Sealer:
    """A fresh key that is nowhere stored yet."""
    return Sealer(uid=new_uid(), key=secrets.token_bytes(32))


def store_key(session: Session, sealer: Sealer) -> DataKey:
    """Keep the key, wrapped by the installation's wrapping key."""
    name, wrapped = get_keyring().wrap(sealer.key, sealer.uid)
    row = DataKey(uid=sealer.uid, wrapping_key=name, wrapped=wrapped, created_on=datetime.now(UTC).date())
    session.add(row)
    session.flush()  # the rows sealed with it refer to it
    if name not in get_keyring().wrapping:  # retired while we waited, see domain/keys/rotation.py
        row.wrapping_key, row.wrapped = get_keyring().wrap(sealer.key, sealer.uid)
        session.flush()
    return row


def open_sealer(session: Session, key_uid: str) -> Sealer:
    """The sealer of a stored key. Raises `ErasedError` where the key was destroyed."""
    cache: dict[str, Sealer] = session.info.setdefault("sealers", {})
    if key_uid not in cache:
        row = session.get(DataKey, key_uid)
        if row is None or row.wrapped is None:
            raise ErasedError(key_uid)
        cache[key_uid] = Sealer(uid=key_uid, key=get_keyring().unwrap(row.wrapping_key, row.wrapped, key_uid))
    return cache[key_uid]


def open_sealers(session: Session, key_uids: set[str]) -> dict[str, Sealer]:
    """Fetch many keys in one query, before a list opens them one by one. Destroyed keys are left out."""
    cache: dict[str, Sealer] = session.info.setdefault("sealers", {})
    keyring, missing = get_keyring(), key_uids - cache.keys()
    rows = session.exec(select(DataKey).where(col(DataKey.uid).in_(missing))) if missing else ()
    for row in rows:
        if row.wrapped is not None:
            cache[row.uid] = Sealer(uid=row.uid, key=keyring.unwrap(row.wrapping_key, row.wrapped, row.uid))
    return cache
