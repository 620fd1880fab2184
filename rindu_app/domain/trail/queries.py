"""Reading the audit trail, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, String, cast, literal, or_
from sqlmodel import Session, and_, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import within_area
from rindu_app.models import Account, AuditEntry

PAGE = 50


@dataclass(frozen=True)
class TrailFilter:
    """Empty means any. `action` is the start of an action ("report:"), `until` is exclusive."""

    account_id: int | None = None
    action: str = ""
    ref: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class TrailRow:
    """`who` is the name of a member of staff, or "" where it was a reporter, a visitor or the house itself (`actor`).

    What the act was about in codes (how dangerous, against whom) stays in the trail and is for no administrator's eyes.
    """

    id: int
    at: datetime
    actor: str
    who: str
    role: str
    action: str
    ref: str
    area_code: str


def read_trail(
    session: Session, actor: Actor, *, wanted: TrailFilter, before: int | None = None
) -> list[TrailRow]:
    """At most 50 entries before the id `before`. An administrator reads what happened in the own area, what its staff did,
    and what the house did by itself. Raises `Forbidden`.
    """
    if not actor.may(Permission.AUDIT_READ):
        raise Forbidden
    statement = select(AuditEntry).where(_mine(actor), *_conditions(wanted))
    if before is not None:
        statement = statement.where(col(AuditEntry.id) < before)
    entries = session.exec(statement.order_by(col(AuditEntry.id).desc()).limit(PAGE)).all()
    names = _names(session, entries)
    return [_row(entry, names) for entry in entries]


def _mine(actor: Actor) -> ColumnElement[bool]:
    staff = select(literal("account:") + cast(Account.id, String)).where(
        within_area(Account.area_code, actor.area_code)
    )
    nowhere = col(AuditEntry.area_code) == ""
    own = or_(col(AuditEntry.actor).in_(staff), col(AuditEntry.actor).startswith("system:"))
    return or_(and_(within_area(AuditEntry.area_code, actor.area_code), ~nowhere), and_(nowhere, own))


def _conditions(wanted: TrailFilter) -> list[ColumnElement[bool]]:
    found = []
    if wanted.account_id is not None:
        found.append(col(AuditEntry.actor) == f"account:{wanted.account_id}")
    if wanted.action:
        found.append(
            and_(col(AuditEntry.action) >= wanted.action, col(AuditEntry.action) < wanted.action + "\x7f")
        )
    if wanted.ref:
        found.append(col(AuditEntry.object_ref) == wanted.ref)
    if wanted.since:
        found.append(col(AuditEntry.at) >= wanted.since)
    if wanted.until:
        found.append(col(AuditEntry.at) < wanted.until)
    return found


def _names(session: Session, entries: Sequence[AuditEntry]) -> dict[str, str]:
    ids = {
        int(entry.actor.removeprefix("account:")) for entry in entries if entry.actor.startswith("account:")
    }
    rows = session.exec(select(Account.id, Account.display_name).where(col(Account.id).in_(ids)))
    return {f"account:{account_id}": name for account_id, name in rows}


def _row(entry: AuditEntry, names: dict[str, str]) -> TrailRow:
    return TrailRow(
        entry.id, entry.at, entry.actor, names.get(entry.actor, ""), entry.role, entry.action, entry.object_ref,
        entry.area_code,
    )  # fmt: skip
