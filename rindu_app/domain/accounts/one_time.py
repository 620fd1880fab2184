"""Passwords made for somebody else, to be replaced at the first sign-in."""

import secrets

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.accounts.commands import create_account, reset_password
from rindu_app.words.codes import Role

# No letter or digit that is mistaken for another when it is read aloud or copied from paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_one_time_password() -> str:
    """Sixteen random signs in groups of four (79 bits): shown once, never stored in the clear."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def open_account(
    session: Session,
    actor: Actor,
    *,
    username: str,
    display_name: str,
    role: Role,
    area_code: str,
    unit_id: int | None = None,
    partner: str = "",
) -> tuple[int, str]:
    """A new account and its one-time password, to be shown once. Raises what `create_account` raises."""
    password = new_one_time_password()
    account_id = create_account(
        session, actor, username=username, display_name=display_name, role=role, area_code=area_code,
        password=password, unit_id=unit_id, partner=partner,
    )  # fmt: skip
    return account_id, password


def renew_password(session: Session, actor: Actor, *, account_id: int) -> str:
    """A one-time password for somebody who lost hers, to be shown once; her sessions end."""
    password = new_one_time_password()
    reset_password(session, actor, account_id=account_id, password=password)
    return password
