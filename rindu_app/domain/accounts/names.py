"""What the people who wrote something are called."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from rindu_app.models import Account


def names_of(session: Session, account_ids: Iterable[int | None]) -> dict[int | None, str]:
    """Display name by id, closed accounts included: old lines keep their author. The caller may show the lines. One query."""
    named = select(Account.id, Account.display_name).where(col(Account.id).in_(set(account_ids) - {None}))
    return dict(session.exec(named).all())
