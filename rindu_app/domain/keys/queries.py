"""How many data keys each wrapping key protects."""

from sqlmodel import col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.models import DataKey


def count_wrapped() -> dict[str, int]:
    """Number of living data keys by the name of their wrapping key. Destroyed keys need none."""
    with open_session(Actor.system("keys"), write=False) as session:
        counted = select(DataKey.wrapping_key, func.count()).where(col(DataKey.wrapped).is_not(None))
        return dict(session.exec(counted.group_by(DataKey.wrapping_key)).all())
