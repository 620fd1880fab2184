"""Sign-in sessions: rows on the server, found by the hash of the cookie's token, ended at any moment."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlmodel import Session, col, select, update

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import NotFound
from rindu_app.access.session import after_commit, open_session
from rindu_app.domain.accounts.rows import SessionRow
from rindu_app.domain.drafts.ending import forget_drafts_of
from rindu_app.models import Account, LoginSession
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import Role

# A half-open session (password right, code still missing) is short-lived.
HALF_OPEN = timedelta(minutes=15)
SEEN_EVERY = timedelta(minutes=1)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def start_session(session: Session, account: Account, *, device: str) -> tuple[LoginSession, str]:
    """A half-open session and the token for its cookie. Only the token's hash is kept."""
    now = clock.now()
    login = LoginSession(
        token_hash="", account_id=account.id or 0, device=device[:80], created_at=now, seen_at=now
    )
    return login, renew_token(session, login)


def renew_token(session: Session, login: LoginSession) -> str:
    """A new token at each step up in rights: one that was planted or overheard before is worth nothing after."""
    token = secrets.token_urlsafe(32)
    login.token_hash = hash_of(token)
    session.add(login)
    return token


def actor_of(session: Session, token: str, *, touch: bool = True) -> Actor | None:
    """Who this token is, now: one query. `None` if it is unknown, ended, expired, half open, or the account is closed.

    `touch` notes the moment (at most once a minute) and so keeps the session from idling out.
    """
    found = login_of(session, token)
    if found is None:
        return None
    login, account = found
    if login.verified_at is None:
        return None
    if touch and clock.now() - login.seen_at > SEEN_EVERY:
        after_commit(session, lambda: _note_seen(login.uid))
    return as_actor(account, login)


def who_is(token: str, *, touch: bool = True) -> Actor | None:
    """`actor_of` in a transaction of its own: for the gate, which has none yet."""
    with open_session(Actor.visitor(), write=False) as session:
        return actor_of(session, token, touch=touch)


def as_actor(account: Account, login: LoginSession) -> Actor:
    return Actor(
        kind=Role(account.role),
        account_id=account.id,
        area_code=account.area_code,
        name=account.display_name,
        session_uid=login.uid,
        partner_id=account.partner_id,
    )


def login_of(session: Session, token: str) -> tuple[LoginSession, Account] | None:
    """The session, half open or open, and its account, if both are still good."""
    row = session.exec(
        select(LoginSession, Account)
        .join(Account, col(Account.id) == LoginSession.account_id)
        .where(
            LoginSession.token_hash == hash_of(token),
            col(LoginSession.ended_at).is_(None),
            col(Account.active).is_(True),
        )
    ).first()
    return (row[0], row[1]) if row is not None and is_alive(row[0], clock.now()) else None


def is_alive(login: LoginSession, now: datetime) -> bool:
    if login.ended_at is not None:
        return False
    if login.verified_at is None:
        return now - login.created_at < HALF_OPEN
    settings = get_settings()
    idle = now - login.seen_at < timedelta(minutes=settings.staff_idle_minutes)
    return idle and now - login.created_at < timedelta(hours=settings.staff_session_hours)


def list_sessions(session: Session, actor: Actor) -> list[SessionRow]:
    """My open sessions, newest first."""
    rows = session.exec(
        select(LoginSession)
        .where(LoginSession.account_id == actor.id, col(LoginSession.ended_at).is_(None))
        .where(col(LoginSession.verified_at).is_not(None))
        .order_by(col(LoginSession.seen_at).desc())
        .limit(50)
    ).all()
    now = clock.now()
    return [
        SessionRow(
            uid=r.uid, device=r.device, since=r.created_at, seen=r.seen_at, mine=r.uid == actor.session_uid
        )
        for r in rows
        if is_alive(r, now)
    ]


def end_session(session: Session, actor: Actor, *, uid: str) -> None:
    """End one of my own sessions. Raises `NotFound` for anybody else's."""
    login = session.get(LoginSession, uid)
    if login is None or login.account_id != actor.id or login.ended_at is not None:
        raise NotFound
    login.ended_at = clock.now()
    session.add(login)
    audit(session, actor, "accounts:session:end", uid)


def end_other_sessions(session: Session, actor: Actor) -> None:
    """End all my sessions but this one."""
    end_sessions_of(session, actor.id, but=actor.session_uid)
    audit(session, actor, "accounts:session:end_others", f"account:{actor.id}")


def sign_out(session: Session, *, token: str) -> None:
    """End the session of this token, and what its account left unsent; nothing happens where there is none."""
    found = login_of(session, token)
    if found is None:
        return
    login, account = found
    login.ended_at = clock.now()
    session.add(login)
    forget_drafts_of(session, login.account_id)
    if login.verified_at is not None:
        audit(session, as_actor(account, login), "accounts:session:sign_out", login.uid)


def end_sessions_of(session: Session, account_id: int, *, but: str = "") -> None:
    """End all sessions of an account, half-open ones included, except the one named by `but`. Without one, its drafts go too."""
    if not but:
        forget_drafts_of(session, account_id)
    session.exec(
        update(LoginSession)
        .where(col(LoginSession.account_id) == account_id, col(LoginSession.uid) != but)
        .where(col(LoginSession.ended_at).is_(None))
        .values(ended_at=clock.now())
    )


def _note_seen(uid: str) -> None:
    with open_session(Actor.visitor()) as session:
        session.exec(update(LoginSession).where(col(LoginSession.uid) == uid).values(seen_at=clock.now()))
