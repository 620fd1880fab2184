"""The visit of someone without an account: everything she typed is readable only while her browser holds the cookie."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlmodel import Session, col, delete

from rindu_app.access.actor import Actor
from rindu_app.access.errors import NotFound
from rindu_app.access.keyring import decrypt, encrypt, keyed_hash
from rindu_app.access.sealing import Sealer, new_sealer
from rindu_app.models import Visit
from rindu_app.settings import get_settings
from rindu_app.words import clock


@dataclass
class OpenVisit:
    """A visit whose cookie was shown. `draft` is plain JSON; save it with `save_visit`."""

    row: Visit = field(repr=False)
    token: str = field(repr=False)
    sealer: Sealer
    draft: dict[str, Any] = field(repr=False)

    @property
    def report_id(self) -> int | None:
        return self.row.report_id

    @property
    def actor(self) -> Actor:
        return Actor.visitor() if self.report_id is None else Actor.reporter(self.report_id)


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def start_visit(
    session: Session,
    *,
    sealer: Sealer | None = None,
    report_id: int | None = None,
    draft: dict[str, Any] | None = None,
) -> OpenVisit:
    """A new visit: for a new report, or with the sealer and id of one that a receipt code has just opened."""
    token, sealer = secrets.token_urlsafe(32), sealer or new_sealer()
    row = Visit(
        token_hash=hash_token(token),
        key_uid=sealer.uid,
        wrapped_key=encrypt(_token_key(token), sealer.key, f"visit|{sealer.uid}"),
        draft=b"",
        report_id=report_id,
        expires_at=_expiry(),
    )
    visit = OpenVisit(row, token, sealer, dict(draft or {}))
    save_visit(session, visit)
    return visit


def open_visit(session: Session, token: str, *, lock: bool = False) -> OpenVisit:
    """The visit of a cookie; `lock` makes a second click wait for the first. Raises `NotFound("visit_over")`."""
    row = session.get(Visit, hash_token(token), with_for_update=True if lock else None)
    if row is None or row.expires_at <= clock.now():
        raise NotFound("visit_over")
    sealer = Sealer(row.key_uid, decrypt(_token_key(token), row.wrapped_key, f"visit|{row.key_uid}"))
    session.info.setdefault("sealers", {})[sealer.uid] = sealer
    return OpenVisit(row, token, sealer, sealer.open_json(f"visit.draft:{row.token_hash}", row.draft))


def save_visit(session: Session, visit: OpenVisit) -> None:
    """Keep the draft and let the visit last a while longer."""
    visit.row.draft = visit.sealer.seal_json(f"visit.draft:{visit.row.token_hash}", visit.draft)
    visit.row.expires_at = _expiry()
    session.add(visit.row)


def end_visit(session: Session, token: str) -> None:
    """At exit: the draft and the way to read it are gone. A sent report stays with us."""
    session.exec(delete(Visit).where(col(Visit.token_hash) == hash_token(token)))


def expire_visits(session: Session) -> int:
    """Delete what nobody came back for; returns how many visits ended."""
    return session.exec(delete(Visit).where(col(Visit.expires_at) <= clock.now())).rowcount


def _token_key(token: str) -> bytes:
    # The token itself has 256 random bits, so one keyed hash is a sound key.
    return bytes.fromhex(keyed_hash(b"visit", "wrap", token))


def _expiry() -> Any:
    return clock.now() + timedelta(minutes=get_settings().visit_minutes)
