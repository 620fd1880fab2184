"""Reading accounts."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import codes_over, is_within, within_area
from rindu_app.domain.accounts.rows import AccountRow
from rindu_app.models import Account
from rindu_app.words.codes import Role


def list_accounts(session: Session, actor: Actor, *, after: str = "", size: int = 50) -> list[AccountRow]:
    """Accounts of the administrator's area in order of user name, `size` of them after the name `after`."""
    if not actor.may(Permission.ACCOUNT_MANAGE):
        raise Forbidden
    rows = session.exec(
        select(Account)
        .where(within_area(Account.area_code, actor.area_code), col(Account.username) > after)
        .order_by(col(Account.username))
        .limit(size)
    )
    return [_row(account) for account in rows]


def read_account(session: Session, actor: Actor, *, account_id: int) -> AccountRow:
    """One account, for its administrator. Raises `Forbidden`, and `NotFound` outside the administrator's area."""
    if not actor.may(Permission.ACCOUNT_MANAGE):
        raise Forbidden
    account = session.get(Account, account_id)
    if account is None or not is_within(account.area_code, actor.area_code):
        raise NotFound
    return _row(account)


def staff_of(
    session: Session, actor: Actor, *, area_code: str, roles: frozenset[Role]
) -> list[tuple[int, str]]:
    """(id, name) of open accounts with one of the roles whose area covers `area_code`: whom work can be given to."""
    if not actor.may(Permission.REPORT_READ) and not actor.may(Permission.ACCOUNT_MANAGE):
        raise Forbidden
    rows = session.exec(
        select(Account.id, Account.display_name)
        .where(col(Account.role).in_(sorted(roles)), col(Account.active).is_(True))
        .where(col(Account.area_code).in_(codes_over(area_code)))
        .order_by(col(Account.display_name))
    )
    return [(account_id or 0, name) for account_id, name in rows]


def _row(account: Account) -> AccountRow:
    return AccountRow(
        id=account.id or 0,
        username=account.username,
        name=account.display_name,
        role=Role(account.role),
        area_code=account.area_code,
        unit_id=account.unit_id,
        partner_id=account.partner_id,
        active=account.active,
        has_second_factor=account.totp_secret is not None,
        must_change_password=account.must_change_password,
    )
