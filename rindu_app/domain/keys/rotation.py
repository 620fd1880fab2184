"""Wrapping every data key anew. Owns its transactions: one per batch, so that an interruption loses nothing."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, text
from sqlmodel import Session, col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.keyring import Keyring, get_keyring, write_keyring
from rindu_app.access.session import open_session
from rindu_app.models import DataKey
from rindu_app.settings import get_settings

BATCH = 500
ROTATOR = Actor.system("keys")


def rewrap_all(step: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Wrap all data keys under the newest wrapping key; returns how many changed. What is sealed with them stays as it is.

    Can be interrupted and called again. `step(done, total)` is told after each batch.
    """
    keyring, done = get_keyring(), 0
    with open_session(ROTATOR, write=False) as session:
        total = session.exec(select(func.count()).select_from(DataKey).where(_old(keyring))).one()
    while changed := _rewrap_batch(keyring):
        done += changed
        step(done, max(total, done))
    return done


def _old(keyring: Keyring) -> ColumnElement[bool]:
    return and_(col(DataKey.wrapped).is_not(None), col(DataKey.wrapping_key) != keyring.current)


def _rewrap_batch(keyring: Keyring) -> int:
    with open_session(ROTATOR) as session:
        waiting = (
            select(DataKey).where(_old(keyring)).order_by(col(DataKey.uid)).limit(BATCH).with_for_update()
        )
        rows = session.exec(waiting).all()
        for row in rows:
            assert row.wrapped is not None  # the query leaves destroyed keys out
            plain = keyring.unwrap(row.wrapping_key, row.wrapped, row.uid)
            row.wrapping_key, row.wrapped = keyring.wrap(plain, row.uid)
        if rows:
            audit(session, ROTATOR, "keys:rewrapped", keyring.current, count=len(rows))
    return len(rows)


def retire_unused_keys() -> list[str]:
    """Take wrapping keys that protect nothing out of the key file; returns their names.

    New data keys are held off meanwhile, and `store_key` looks at the key file again after its insert: no data key can
    be left behind under a key that is going.
    """
    with open_session(ROTATOR) as session:
        _hold_new_keys(session)
        used = set(
            session.exec(select(DataKey.wrapping_key).where(col(DataKey.wrapped).is_not(None)).distinct())
        )
        keyring = get_keyring()
        unused = keyring.wrapping.keys() - used - {keyring.current}
        if unused:
            audit(session, ROTATOR, "keys:retired", keyring.current, names=sorted(unused))
            write_keyring(get_settings().keys, keyring.without(unused))
    return sorted(unused)


def _hold_new_keys(session: Session) -> None:
    # SQLite has one writer at a time, and this session is it.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE data_key IN EXCLUSIVE MODE"))
