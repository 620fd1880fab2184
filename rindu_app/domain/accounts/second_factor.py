"""The second factor: time-based codes (RFC 6238) and recovery codes for a lost phone."""

import hmac
import re
import secrets

import pyotp
from sqlmodel import Session, col, delete, select

from rindu_app.access.keyring import get_keyring
from rindu_app.access.sealing import Sealer, new_sealer, open_sealer, store_key
from rindu_app.models import Account, RecoveryCode
from rindu_app.words import clock

ISSUER = "Ruang Rindu"
STEP_SECONDS = 30
RECOVERY_CODES = 10
# Without letters and digits that look alike on paper.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_RECOVERY = re.compile(rf"[{_ALPHABET}]{{10}}")
_DIGITS = re.compile(r"[0-9]{6}")


def new_secret() -> str:
    return pyotp.random_base32()


def enrolment_uri(secret: str, username: str) -> str:
    """What the QR code says to the authenticator app."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER)


def matching_step(secret: str, code: str, *, after: int) -> int | None:
    """The time step (one earlier or later allowed) whose code this is, if it is later than `after`: no code works twice."""
    digits = re.sub(r"[\s-]", "", code)
    if not _DIGITS.fullmatch(digits):
        return None
    totp, now = pyotp.TOTP(secret), int(clock.now().timestamp()) // STEP_SECONDS
    for step in (now, now - 1, now + 1):
        if step > after and hmac.compare_digest(totp.generate_otp(step), digits):
            return step
    return None


def use_code(session: Session, account: Account, code: str) -> bool:
    """Whether this is the account's code of the moment, or a recovery code not used before. Uses it up."""
    if account.totp_secret is None:
        return False
    secret = own_sealer(session, account).open(_place(account), account.totp_secret)
    step = matching_step(secret, code, after=account.totp_last_step)
    if step is None:
        return _use_recovery_code(session, account, code)
    account.totp_last_step = step
    session.add(account)
    return True


def enrol(session: Session, account: Account, secret: str, *, step: int) -> None:
    """Make `secret` the account's second factor; `step` is the one that proved it."""
    account.totp_secret = own_sealer(session, account).seal(_place(account), secret)
    account.totp_last_step = step
    session.add(account)


def new_recovery_codes(session: Session, account: Account) -> list[str]:
    """Ten fresh codes, to be shown once; the ones before lose their worth."""
    session.exec(delete(RecoveryCode).where(col(RecoveryCode.account_id) == account.id))
    codes = ["".join(secrets.choice(_ALPHABET) for _ in range(10)) for _ in range(RECOVERY_CODES)]
    session.add_all(
        RecoveryCode(account_id=account.id or 0, code_hash=_hash(account, code)) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def own_sealer(session: Session, account: Account) -> Sealer:
    """The account's own key; made at first need."""
    if account.key_uid is None:
        sealer = new_sealer()
        store_key(session, sealer)
        account.key_uid = sealer.uid
        session.add(account)
        session.flush()
    return open_sealer(session, account.key_uid)


def _use_recovery_code(session: Session, account: Account, code: str) -> bool:
    plain = re.sub(r"[\s-]", "", code).lower()
    if not _RECOVERY.fullmatch(plain):
        return False
    row = session.exec(
        select(RecoveryCode).where(
            RecoveryCode.account_id == account.id,
            RecoveryCode.code_hash == _hash(account, plain),
            col(RecoveryCode.used_at).is_(None),
        )
    ).first()
    if row is None:
        return False
    row.used_at = clock.now()
    session.add(row)
    return True


def _hash(account: Account, code: str) -> str:
    return get_keyring().index_token("recovery_code", f"{account.id}:{code}")


def _place(account: Account) -> str:
    return f"account.totp_secret.{account.id}"
