"""The audit chain. Entries gather on the session and are linked at the very end of the transaction, so that the
head row is held for the shortest time."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.keyring import Keyring, get_keyring, keyed_hash
from rindu_app.access.roles import Kind
from rindu_app.models import AuditEntry, AuditHead
from rindu_app.words import clock


@dataclass(frozen=True)
class AuditBreak:
    """Where the chain does not hold, and why, in words for the administrator."""

    entry_id: int
    why: str


def audit(session: Session, actor: Actor, action: str, ref: str = "", area: str = "", **facts: Any) -> None:
    """Note that `actor` did `action`. `facts` hold codes and numbers, never a person's words."""
    # A reporter's own acts are coarse in time too: the trail must not undo promise 9.
    at = clock.coarse_now() if actor.kind in (Kind.VISITOR, Kind.REPORTER) else clock.now()
    entry = {"at": at, "actor": actor.label, "role": str(actor.kind), "action": action}
    session.info.setdefault("audit", []).append(
        {**entry, "object_ref": ref, "area_code": area, "facts": facts}
    )


def write_audit(session: Session) -> None:
    """Link and add what gathered. Called once, by `open_session`, right before the commit."""
    waiting: list[dict[str, Any]] = session.info.pop("audit", [])
    if not waiting:
        return
    keyring = get_keyring()
    head = session.exec(select(AuditHead).where(AuditHead.id == 1).with_for_update()).one()
    for values in waiting:
        entry = AuditEntry(id=head.count + 1, link="", **values)
        entry.link = link_of(keyring, head.link, entry)
        session.add(entry)
        head.count, head.link = entry.id, entry.link
    head.seal = seal_of(keyring, head)
    session.add(head)


def link_of(keyring: Keyring, before: str, entry: AuditEntry) -> str:
    moment = entry.at.astimezone(UTC).isoformat()
    content = [
        before,
        entry.id,
        moment,
        entry.actor,
        entry.role,
        entry.action,
        entry.object_ref,
        entry.area_code,
    ]
    return keyed_hash(keyring.audit, "link", json.dumps([*content, entry.facts], sort_keys=True))


def seal_of(keyring: Keyring, head: AuditHead) -> str:
    return keyed_hash(keyring.audit, "head", f"{head.count}:{head.link}")


def verify_audit(
    session: Session, *, page: int = 2000, step: Callable[[int, int], None] = lambda done, total: None
) -> tuple[int, AuditBreak | None]:
    """Walk the whole chain, telling `step(done, total)` on the way. Returns (entries that hold, first break or None)."""
    keyring, link, last = get_keyring(), "", 0
    while True:
        rows = _entries_after(session, last, page)
        head = session.get(AuditHead, 1, populate_existing=True)
        if not rows and (head is None or head.count <= last or not _entries_after(session, last, 1)):
            return last, _check_head(keyring, head, last, link)
        for entry in rows:
            if entry.id != last + 1:
                return last, AuditBreak(last + 1, "baris hilang")
            if entry.link != link_of(keyring, link, entry):
                return last, AuditBreak(entry.id, "baris diubah atau dipindah")
            link, last = entry.link, entry.id
        step(last, max(head.count if head else 0, last))
        session.expunge_all()


def _entries_after(session: Session, last: int, page: int) -> Sequence[AuditEntry]:
    """Asked again when the head is ahead: people go on working while the chain is walked."""
    statement = select(AuditEntry).where(AuditEntry.id > last).order_by(col(AuditEntry.id)).limit(page)
    return session.exec(statement).all()


def _check_head(keyring: Keyring, head: AuditHead | None, last: int, link: str) -> AuditBreak | None:
    if head is None or (head.count and head.seal != seal_of(keyring, head)):
        return AuditBreak(last, "segel ujung rantai tidak cocok")
    if (head.count, head.link) != (last, link):
        return AuditBreak(last + 1, "baris terakhir hilang")
    return None
