"""Making and reading receipts (secure-intake promises 4, 5, 22)."""

import secrets
from dataclasses import dataclass, field
from threading import BoundedSemaphore

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from sqlmodel import Session

from rindu_app.access.keyring import decrypt, encrypt, get_keyring
from rindu_app.access.sealing import Sealer
from rindu_app.access.session import widened
from rindu_app.domain.reports.codes import new_code
from rindu_app.models import Receipt, Report

# OWASP's least for argon2id: unnoticed by her, dear to whoever has stolen both database and pepper.
ARGON2 = {"time_cost": 2, "memory_cost": 19 * 1024, "parallelism": 1, "hash_len": 32, "type": Type.ID}
_slots = BoundedSemaphore(2)  # no more slow hashes at once than cores, so that a flood queues here


@dataclass(frozen=True)
class NewReceipt:
    """A code and what the database keeps of it. Made before the transaction, because it takes a while."""

    code: str = field(repr=False)
    code_hash: str
    salt: bytes
    wrapped_key: bytes


def prepare_receipt(sealer: Sealer) -> NewReceipt:
    code, salt = new_code(), secrets.token_bytes(16)
    wrapped = encrypt(_slow_key(code, salt), sealer.key, f"receipt|{sealer.uid}")
    return NewReceipt(code, get_keyring().code_hash(code), salt, wrapped)


def add_receipt(session: Session, report_id: int, receipt: NewReceipt) -> None:
    session.add(
        Receipt(
            code_hash=receipt.code_hash,
            report_id=report_id,
            salt=receipt.salt,
            wrapped_key=receipt.wrapped_key,
        )
    )


def open_receipt(session: Session, code: str) -> tuple[int, Sealer] | None:
    """Report id and its sealer for a code of 20 digits; None for any wrong one, after the same work."""
    row = session.get(Receipt, get_keyring().code_hash(code))
    key = _slow_key(code, row.salt if row else b"no such receipt!")
    if row is None:
        return None
    key_uid = _key_uid(session, row.report_id)
    try:
        return row.report_id, Sealer(key_uid, decrypt(key, row.wrapped_key, f"receipt|{key_uid}"))
    except InvalidTag:
        return None


def _key_uid(session: Session, report_id: int) -> str:
    with widened(session, "receipt"):
        report = session.get(Report, report_id)
    assert report is not None  # receipt.report_id is a foreign key
    return report.key_uid


def _slow_key(code: str, salt: bytes) -> bytes:
    with _slots:
        return hash_secret_raw(code.encode(), salt, **ARGON2)  # type: ignore[arg-type]  # a dict of mixed types
