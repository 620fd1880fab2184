"""Signing in: password → second factor (or its enrolment) → a new password where one must be set → open.

The slow password check runs between two short transactions, so that it holds no lock:
`begin_sign_in` → `is_right` → `finish_sign_in`. Nothing but the next step is open to a half-open session.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from sqlmodel import Session, col, select

from rindu_app.access.audit import audit
from rindu_app.access.errors import DomainError, Noted, TooSoon
from rindu_app.domain.accounts import second_factor, slowdown
from rindu_app.domain.accounts.passwords import check_new_password, hash_password, verify_password
from rindu_app.domain.accounts.sessions import as_actor, end_sessions_of, login_of, renew_token, start_session
from rindu_app.models import Account, LoginSession
from rindu_app.settings import get_settings
from rindu_app.words import clock

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


class Step(StrEnum):
    """What a session asks for next."""

    CODE = "code"
    ENROL = "enrol"
    NEW_PASSWORD = "new_password"  # noqa: S105  # the name of a step
    OPEN = "open"


@dataclass(frozen=True)
class Attempt:
    """A try that has been counted already. `wait` seconds must pass before its password is looked at."""

    username: str
    address: str
    account_id: int | None
    wait: int
    password_hash: str | None = field(repr=False)


@dataclass(frozen=True)
class Entry:
    """The new token for the cookie, the next step, and the role whose home opens at the end."""

    step: Step
    role: str
    token: str = field(repr=False)


@dataclass(frozen=True)
class Enrolment:
    username: str
    secret: str = field(repr=False)
    uri: str = field(repr=False)


def next_step(account: Account, login: LoginSession) -> Step:
    if login.factor_at is None and get_settings().demo_second_factor == "on":
        return Step.CODE if account.totp_secret is not None else Step.ENROL
    return Step.NEW_PASSWORD if account.must_change_password else Step.OPEN


def begin_sign_in(session: Session, *, username: str, address: str) -> Attempt:
    """Count the try as failed until it proves right, so that parallel guesses count too. Raises `TooSoon`."""
    name = username.strip().lower()
    subjects = _subjects(name, address)
    slowdown.take_turns(session, slowdown.ACCOUNT, name)
    wait = seconds = slowdown.seconds_to_wait(session, *subjects[0])
    if seconds > slowdown.ACCOUNT.longest:
        raise TooSoon(seconds)
    wait = max(wait, *(slowdown.seconds_to_wait(session, limit, value) for limit, value in subjects[1:]))
    for limit, value in subjects:
        slowdown.count_failure(session, limit, value)
    found = None
    if USERNAME.fullmatch(name):
        found = session.exec(
            select(Account).where(Account.username == name, col(Account.active).is_(True))
        ).first()
    if found is None:
        return Attempt(name, address, None, wait, None)
    return Attempt(name, address, found.id, wait, found.password_hash)


def is_right(attempt: Attempt, password: str) -> bool:
    """The slow part, without a database. An unknown account costs the same."""
    return verify_password(password, attempt.password_hash)


def finish_sign_in(session: Session, attempt: Attempt, *, right: bool, device: str) -> Entry:
    """Open a half-open session, or the whole one where nothing more is asked. Raises `DomainError("sign_in_wrong")`."""
    account = _locked(session, attempt.account_id) if right and attempt.account_id is not None else None
    if account is None or account.password_hash != attempt.password_hash:
        raise DomainError("sign_in_wrong")
    here, *others = _subjects(attempt.username, attempt.address)
    slowdown.forgive_all(session, *here)
    for limit, value in others:
        slowdown.forgive_last(session, limit, value)
    login, token = start_session(session, account, device=device)
    return _advance(session, account, login, token)


def enter_code(session: Session, *, token: str, code: str) -> Entry:
    """The second factor: a code of the authenticator app, or a recovery code. Raises `TooSoon`, `Noted("factor_wrong")`."""
    login, account = _half_open(session, token, Step.CODE)
    _slow(session, account)
    if not second_factor.use_code(session, account, code):
        _note_wrong_code(session, account, login)
    return _factor_done(session, account, login)


def begin_enrolment(session: Session, *, token: str) -> Enrolment:
    """The secret for the authenticator app; the same one until it is confirmed."""
    login, account = _half_open(session, token, Step.ENROL)
    sealer, place = second_factor.own_sealer(session, account), f"login_session.new_secret.{login.uid}"
    if login.new_secret is None:
        login.new_secret = sealer.seal(place, second_factor.new_secret())
        session.add(login)
    secret = sealer.open(place, login.new_secret)
    return Enrolment(account.username, secret, second_factor.enrolment_uri(secret, account.username))


def confirm_enrolment(session: Session, *, token: str, code: str) -> tuple[Entry, list[str]]:
    """The first code proves that the app has the secret. Returns the recovery codes too, to be shown once."""
    login, account = _half_open(session, token, Step.ENROL)
    _slow(session, account)
    secret = begin_enrolment(session, token=token).secret
    step = second_factor.matching_step(secret, code, after=0)
    if step is None:
        _note_wrong_code(session, account, login)
    second_factor.enrol(session, account, secret, step=step or 0)
    login.new_secret = None
    audit(session, as_actor(account, login), "accounts:second_factor:enrol", f"account:{account.id}")
    codes = second_factor.new_recovery_codes(session, account)
    return _factor_done(session, account, login), codes


def set_first_password(session: Session, *, token: str, password: str) -> Entry:
    """Replace the password somebody else chose. Raises `Invalid("password", …)`."""
    login, account = _half_open(session, token, Step.NEW_PASSWORD)
    replace_password(session, account, password)
    end_sessions_of(session, account.id or 0, but=login.uid)
    audit(session, as_actor(account, login), "accounts:password:change", f"account:{account.id}")
    return _advance(session, account, login, renew_token(session, login))


def current_step(session: Session, *, token: str) -> tuple[Step, str] | None:
    """Where this browser stands and its role, or `None` if it is not signing in at all."""
    found = login_of(session, token)
    if found is None:
        return None
    login, account = found
    return (Step.OPEN if login.verified_at else next_step(account, login)), account.role


def replace_password(session: Session, account: Account, password: str) -> None:
    check_new_password(password, account.username)
    if verify_password(password, account.password_hash):
        raise DomainError("password_same")
    account.password_hash = hash_password(password)
    account.must_change_password = False
    session.add(account)


def _factor_done(session: Session, account: Account, login: LoginSession) -> Entry:
    slowdown.forgive_all(session, slowdown.SECOND_FACTOR, str(account.id))
    login.factor_at = clock.now()
    return _advance(session, account, login, renew_token(session, login))


def _advance(session: Session, account: Account, login: LoginSession, token: str) -> Entry:
    session.add(login)
    step = next_step(account, login)
    if step is Step.OPEN:
        login.verified_at = login.seen_at = clock.now()
        audit(session, as_actor(account, login), "accounts:session:sign_in", login.uid, account.area_code)
    return Entry(step, account.role, token)


def _half_open(session: Session, token: str, step: Step) -> tuple[LoginSession, Account]:
    """Raises `DomainError("sign_in_again")` unless this session asks for exactly this step."""
    found = login_of(session, token)
    if found is None or found[0].verified_at is not None:
        raise DomainError("sign_in_again")
    login, account = found[0], _locked(session, found[1].id)
    if account is None or next_step(account, login) is not step:
        raise DomainError("sign_in_again")
    return login, account


def _slow(session: Session, account: Account) -> None:
    if seconds := slowdown.seconds_to_wait(session, slowdown.SECOND_FACTOR, str(account.id)):
        raise TooSoon(seconds)


def _note_wrong_code(session: Session, account: Account, login: LoginSession) -> None:
    slowdown.count_failure(session, slowdown.SECOND_FACTOR, str(account.id))
    audit(session, as_actor(account, login), "accounts:second_factor:wrong", f"account:{account.id}")
    raise Noted("factor_wrong")


def _locked(session: Session, account_id: int | None) -> Account | None:
    """The row, held until the transaction ends: two requests with one code find each other's use of it."""
    statement = (
        select(Account).where(Account.id == account_id, col(Account.active).is_(True)).with_for_update()
    )
    return session.exec(statement.execution_options(populate_existing=True)).first()


def _subjects(username: str, address: str) -> list[tuple[slowdown.Limit, str]]:
    return [
        (slowdown.HERE, f"{username}\0{address}"),
        (slowdown.ACCOUNT, username),
        (slowdown.ADDRESS, address),
    ]
