"""What administrators did of late to accounts that can read the reports of an area: supervisors see it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, cast, literal, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import codes_over, within_area
from rindu_app.models import Account, AuditEntry
from rindu_app.words import clock
from rindu_app.words.codes import Role

WINDOW, MOST = timedelta(days=14), 50
ACTS = (
    "accounts:account:change",
    "accounts:account:create",
    "accounts:password:reset",
    "accounts:second_factor:reset",
)


@dataclass(frozen=True)
class AccountChangeRow:
    """`act` is an action of the audit trail; `whose` and `role` are the account's, as they are now."""

    key: int
    at: datetime
    act: str
    whose: str
    role: Role
    by: str


def list_account_changes(session: Session, actor: Actor) -> tuple[AccountChangeRow, ...]:
    """New and changed accounts, and new ways to sign in, of whoever can read something of the area now, newest first.

    One query. Raises `Forbidden` for whoever is no supervisor.
    """
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
    whose, by = aliased(Account), aliased(Account)
    near = or_(
        within_area(whose.area_code, actor.area_code), col(whose.area_code).in_(codes_over(actor.area_code))
    )
    statement = (
        select(AuditEntry, whose.display_name, whose.role, by.display_name)
        .join(whose, _label(whose) == col(AuditEntry.object_ref))
        .join(by, _label(by) == col(AuditEntry.actor), isouter=True)
        .where(col(AuditEntry.action).in_(ACTS), col(AuditEntry.at) > clock.now() - WINDOW)
        .where(near, col(whose.role) != Role.ADMIN)
        .order_by(col(AuditEntry.id).desc())
        .limit(MOST)
    )
    return tuple(
        AccountChangeRow(entry.id, entry.at, entry.action, name, Role(role), by_name or "")
        for entry, name, role, by_name in session.exec(statement)
    )


def _label(account: type[Account]) -> ColumnElement[str]:
    """How the audit trail calls an account."""
    return literal("account:") + cast(account.id, String)
