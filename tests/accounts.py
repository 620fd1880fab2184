"""Accounts for tests: made, enrolled and signed in through the same doors as real ones."""

from dataclasses import dataclass
from datetime import date

import pyotp
from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.accounts import passwords, sign_in
from rindu_app.domain.accounts.commands import create_account
from rindu_app.domain.accounts.sessions import actor_of
from rindu_app.models import Account, Area, Partner
from rindu_app.words import clock
from rindu_app.words.codes import Role

# Hundreds of tests sign in: the hash need not be slow here. What production uses is tested in test_sign_in.py.
passwords.cost(memory_kib=256, passes=1)

VISITOR = Actor.visitor()
KEEPER = Actor.system("tests")
PASSWORD = "pagi cerah di kebun"
ADDRESS = "192.0.2.7"


@dataclass
class SignedIn:
    """A member of staff with an open session."""

    account_id: int
    username: str
    token: str
    actor: Actor
    secret: str
    recovery_codes: list[str]


def make_area(code: str = "35.10") -> str:
    """The area and what is above it, named by code."""
    parts = code.split(".")
    with open_session(KEEPER) as session:
        for level in range(1, len(parts) + 1):
            name = ".".join(parts[:level])
            if session.get(Area, name) is None:
                parent = ".".join(parts[: level - 1]) or None
                session.add(
                    Area(code=name, name=f"Wilayah {name}", level=level, kind="tes", parent_code=parent,
                         valid_from=date(2020, 1, 1), legal_basis="tes")
                )  # fmt: skip
                session.flush()
    return code


def make_account(
    username: str = "sari", *, role: Role = Role.COUNSELLOR, area: str = "35.10", must_change: bool = False
) -> int:
    make_area(area)
    with open_session(KEEPER) as session:
        partner = _partner(session, area) if role is Role.PARTNER else ""
        return create_account(
            session, KEEPER, username=username, display_name=username.title(), role=role, area_code=area,
            password=PASSWORD, must_change_password=must_change, partner=partner,
        )  # fmt: skip


def _partner(session: Session, area: str) -> str:
    """An organisation for whoever has to belong to one."""
    made = Partner(area_code=area, name="Mitra uji", kind="hospital", services=["medical", "legal_aid"])
    session.add(made)
    session.flush()
    return made.uid


def give_password(
    username: str, password: str = PASSWORD, *, address: str = ADDRESS, device: str = "Chrome di Android"
) -> sign_in.Entry:
    """The first step, without waiting. Raises what the door would say."""
    with open_session(VISITOR) as session:
        attempt = sign_in.begin_sign_in(session, username=username, address=address)
    right = sign_in.is_right(attempt, password)
    with open_session(VISITOR) as session:
        return sign_in.finish_sign_in(session, attempt, right=right, device=device)


def give_code(token: str, code: str) -> sign_in.Entry:
    with open_session(VISITOR) as session:
        return sign_in.enter_code(session, token=token, code=code)


def code_now(secret: str, *, steps: int = 0) -> str:
    return pyotp.TOTP(secret).generate_otp(int(clock.now().timestamp()) // 30 + steps)


def enrol(username: str) -> tuple[sign_in.Entry, str, list[str]]:
    """Password, then a first authenticator; the earlier code is used, so that the current one is still fresh."""
    entry = give_password(username)
    with open_session(VISITOR) as session:
        secret = sign_in.begin_enrolment(session, token=entry.token).secret
    with open_session(VISITOR) as session:
        entry, codes = sign_in.confirm_enrolment(session, token=entry.token, code=code_now(secret, steps=-1))
    return entry, secret, codes


def signed_in(username: str = "sari", *, role: Role = Role.COUNSELLOR, area: str = "35.10") -> SignedIn:
    account_id = make_account(username, role=role, area=area)
    entry, secret, codes = enrol(username)
    actor = who(entry.token)
    assert actor is not None
    return SignedIn(account_id, username, entry.token, actor, secret, codes)


def who(token: str) -> Actor | None:
    with open_session(VISITOR, write=False) as session:
        return actor_of(session, token)


def account(username: str) -> Account:
    with open_session(KEEPER, write=False) as session:
        return session.exec(select(Account).where(Account.username == username)).one()
