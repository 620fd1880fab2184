"""Wrong tries make the next one wait, and never for ever: a lockout would be a weapon against the person it protects.

Three subjects are counted: this account from this address (steep), this account from anywhere and this address for
anything (gentle, since a whole village may share one carrier address). Subjects are keyed hashes.
"""

import math
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session, col, delete, func, select

from rindu_app.access.keyring import get_keyring
from rindu_app.models import LoginFailure
from rindu_app.words import clock

# A failure counts this long; older ones are purged.
WINDOW = timedelta(minutes=30)


@dataclass(frozen=True)
class Limit:
    """`free` failures cost nothing, each further one doubles the wait up to `longest` seconds."""

    kind: str
    free: int
    longest: int

    def subject(self, value: str) -> str:
        return get_keyring().index_token(f"login_failure:{self.kind}", value)

    def delay(self, failures: int) -> int:
        return min(self.longest, 2 ** min(failures - self.free, 16)) if failures > self.free else 0


HERE = Limit("account_address", free=4, longest=60)
ACCOUNT = Limit("account", free=10, longest=5)
ADDRESS = Limit("address", free=30, longest=3)
# Whoever guesses six digits already knows the password: slower, still not for ever.
SECOND_FACTOR = Limit("second_factor", free=4, longest=300)
OWN_PASSWORD = Limit("own_password", free=4, longest=300)


def take_turns(session: Session, limit: Limit, value: str) -> None:
    """Until the end of the transaction no other try of this subject is looked at: guesses at the same moment count too.

    SQLite writes one by one as it is; PostgreSQL is asked for a lock with the subject's number.
    """
    if session.get_bind().dialect.name == "postgresql":
        number = int(limit.subject(value)[:15], 16)
        session.exec(select(func.pg_advisory_xact_lock(number))).one()


def seconds_to_wait(session: Session, limit: Limit, value: str) -> int:
    """How long until the next try of this subject is looked at; 0 for now."""
    now = clock.now()
    count, latest = session.exec(
        select(func.count(), func.max(LoginFailure.at)).where(
            LoginFailure.subject_hash == limit.subject(value), LoginFailure.at > now - WINDOW
        )
    ).one()
    if not count or latest is None:
        return 0
    return max(0, math.ceil((latest + timedelta(seconds=limit.delay(count)) - now).total_seconds()))


def count_failure(session: Session, limit: Limit, value: str) -> None:
    session.add(LoginFailure(subject_hash=limit.subject(value), at=clock.now()))
    session.flush()


def forgive_last(session: Session, limit: Limit, value: str) -> None:
    """The try that was counted in advance proved right."""
    latest = session.exec(
        select(LoginFailure)
        .where(LoginFailure.subject_hash == limit.subject(value))
        .order_by(col(LoginFailure.id).desc())
        .limit(1)
    ).first()
    if latest is not None:
        session.delete(latest)


def forgive_all(session: Session, limit: Limit, value: str) -> None:
    session.exec(delete(LoginFailure).where(col(LoginFailure.subject_hash) == limit.subject(value)))


def purge_failures(session: Session) -> int:
    """Delete failures that no longer count. Returns how many. For the daily job."""
    result = session.exec(delete(LoginFailure).where(col(LoginFailure.at) < clock.now() - WINDOW))
    return result.rowcount
