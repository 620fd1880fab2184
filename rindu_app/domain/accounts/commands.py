"""Accounts: making and changing them (administrators), and my own password and recovery codes."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Forbidden, Invalid, Noted, NotFound, TooSoon
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.domain.accounts import second_factor, slowdown
from rindu_app.domain.accounts.passwords import check_new_password, hash_password, verify_password
from rindu_app.domain.accounts.sessions import end_sessions_of
from rindu_app.domain.accounts.sign_in import USERNAME, replace_password
from rindu_app.domain.cases.leaving import leave_work_elsewhere
from rindu_app.domain.partners.queries import find_partner
from rindu_app.models import Account, Area, RecoveryCode
from rindu_app.words.codes import Role


def create_account(
    session: Session,
    actor: Actor,
    *,
    username: str,
    display_name: str,
    role: Role,
    area_code: str,
    password: str,
    unit_id: int | None = None,
    partner: str = "",
    must_change_password: bool = True,
) -> int:
    """A new account; returns its id. Raises `Forbidden`, `Invalid` per field, `Conflict("username_taken")`."""
    _may_manage(actor, area_code)
    name, shown = username.strip().lower(), display_name.strip()
    if not USERNAME.fullmatch(name):
        raise Invalid("username", "username_form")
    if not shown:
        raise Invalid("display_name", "required")
    _check_area(session, area_code)
    partner_id = _check_partner(session, role, area_code, partner)
    check_new_password(password, name)
    if session.exec(select(Account.id).where(Account.username == name)).first() is not None:
        raise Conflict("username_taken")
    account = Account(
        username=name, display_name=shown[:80], role=role, area_code=area_code, unit_id=unit_id, partner_id=partner_id,
        password_hash=hash_password(password), must_change_password=must_change_password,
    )  # fmt: skip
    session.add(account)
    session.flush()
    audit(session, actor, "accounts:account:create", f"account:{account.id}", area_code, role=role)
    return account.id or 0


def access_account(session: Session, actor: Actor, account_id: int) -> Account:
    """The account, for its administrator. Raises `Forbidden`, and `NotFound` outside the administrator's area."""
    if not actor.may(Permission.ACCOUNT_MANAGE):
        raise Forbidden
    account = session.exec(select(Account).where(Account.id == account_id).with_for_update()).first()
    if account is None or not is_within(account.area_code, actor.area_code):
        raise NotFound
    return account


def change_account(
    session: Session,
    actor: Actor,
    *,
    account_id: int,
    display_name: str,
    role: Role,
    area_code: str,
    active: bool,
    partner: str = "",
) -> None:
    """Change name, role, area or whether the account is open. New rights end its sessions at once, and its work elsewhere."""
    account = access_account(session, actor, account_id)
    _may_manage(actor, area_code)
    _check_area(session, area_code)
    partner_id = _check_partner(session, role, area_code, partner)
    rights, wanted = _rights(account), (role, area_code, active, partner_id)
    if account.id == actor.account_id and rights != wanted:
        raise Conflict("account_own")
    if not display_name.strip():
        raise Invalid("display_name", "required")
    account.display_name = display_name.strip()[:80]
    account.role, account.area_code, account.active, account.partner_id = wanted
    session.add(account)
    if rights != wanted:
        end_sessions_of(session, account_id)
        leave_work_elsewhere(session, actor, account)
    audit(
        session,
        actor,
        "accounts:account:change",
        f"account:{account_id}",
        area_code,
        role=role,
        active=active,
    )


def reset_password(session: Session, actor: Actor, *, account_id: int, password: str) -> None:
    """A password for one sign-in, after which the person chooses her own."""
    account = access_account(session, actor, account_id)
    check_new_password(password, account.username)
    account.password_hash, account.must_change_password = hash_password(password), True
    session.add(account)
    end_sessions_of(session, account_id)
    audit(session, actor, "accounts:password:reset", f"account:{account_id}", account.area_code)


def reset_second_factor(session: Session, actor: Actor, *, account_id: int) -> None:
    """For a lost phone without recovery codes: the next sign-in enrols a new one."""
    account = access_account(session, actor, account_id)
    account.totp_secret, account.totp_last_step = None, 0
    session.add(account)
    for row in session.exec(select(RecoveryCode).where(col(RecoveryCode.account_id) == account_id)):
        session.delete(row)
    end_sessions_of(session, account_id)
    audit(session, actor, "accounts:second_factor:reset", f"account:{account_id}", account.area_code)


def change_password(session: Session, actor: Actor, *, current: str, password: str, again: str) -> None:
    """My own password; my other sessions end.

    Raises `Invalid("password", …)`, `Invalid("again", …)`, `Noted("password_wrong")`, `TooSoon`.
    """
    account = _own(session, actor)
    if password != again:
        raise Invalid("again", "password_not_twice")
    _prove_password(session, actor, account, current)
    replace_password(session, account, password)
    end_sessions_of(session, actor.id, but=actor.session_uid)
    audit(session, actor, "accounts:password:change", f"account:{actor.id}")


def renew_recovery_codes(session: Session, actor: Actor, *, current: str) -> list[str]:
    """Ten new recovery codes, to be shown once; the old ones lose their worth. Raises like `change_password`."""
    account = _own(session, actor)
    _prove_password(session, actor, account, current)
    audit(session, actor, "accounts:recovery_codes:renew", f"account:{actor.id}")
    return second_factor.new_recovery_codes(session, account)


def _prove_password(session: Session, actor: Actor, account: Account, password: str) -> None:
    """A phone left open on a table must not be enough; guessing is slowed."""
    if seconds := slowdown.seconds_to_wait(session, slowdown.OWN_PASSWORD, str(actor.id)):
        raise TooSoon(seconds)
    if not verify_password(password, account.password_hash):
        slowdown.count_failure(session, slowdown.OWN_PASSWORD, str(actor.id))
        audit(session, actor, "accounts:password:wrong", f"account:{actor.id}")
        raise Noted("password_wrong")
    slowdown.forgive_all(session, slowdown.OWN_PASSWORD, str(actor.id))


def _own(session: Session, actor: Actor) -> Account:
    if not actor.may(Permission.OWN_ACCOUNT):
        raise Forbidden
    return session.exec(select(Account).where(Account.id == actor.id).with_for_update()).one()


def _may_manage(actor: Actor, area_code: str) -> None:
    if not actor.may(Permission.ACCOUNT_MANAGE) or not is_within(area_code, actor.area_code):
        raise Forbidden


def _check_area(session: Session, area_code: str) -> None:
    if session.get(Area, area_code) is None:
        raise Invalid("area_code", "unknown_area")


def _rights(account: Account) -> tuple[str, str, bool, int | None]:
    return account.role, account.area_code, account.active, account.partner_id


def _check_partner(session: Session, role: Role, area_code: str, uid: str) -> int | None:
    """Whoever answers for a partner is bound to one; nobody else is. Raises `Invalid` for the field `partner`."""
    if role is not Role.PARTNER:
        return None
    partner = find_partner(session, area_code, uid)
    if partner is None:
        raise Invalid("partner", "partner_missing")
    return partner.id
