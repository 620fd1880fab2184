"""Accounts: who works here, with which role and area."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.accounts.commands import change_account, reset_second_factor
from rindu_app.domain.accounts.one_time import open_account, renew_password
from rindu_app.domain.accounts.queries import list_accounts, read_account
from rindu_app.domain.accounts.rows import AccountRow
from rindu_app.domain.areas.queries import list_children, read_area_paths
from rindu_app.domain.partners.managing import list_managed_partners
from rindu_app.state.admin.shown import NEW, Choice, Row
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, text
from rindu_app.words.codes import Role
from rindu_app.words.labels import label

_PAGE, _PARTNERS = 50, 1_000
MANAGE = Permission.ACCOUNT_MANAGE


class Accounts(Acting, AppState):
    """`password` is shown once, for `password_of`; it goes with the next thing that is done."""

    rows: list[Row] = []
    areas: list[Choice] = []
    partners: list[Choice] = []
    editing: str = ""
    old: dict[str, str] = {}
    password: str = ""
    password_of: str = ""
    more: bool = False
    ready: bool = False

    @action(MANAGE)
    async def load(self) -> None:
        self.editing, self.password, self.rows = "", "", []
        self.areas, self.partners = await self._read(own_areas), await self._read(own_partners)
        await self.more_rows()

    @action(MANAGE)
    async def more_rows(self) -> None:
        last = self.rows[-1].end if self.rows else ""
        found = await self._read(look, last)
        self.rows, self.more, self.ready = [*self.rows, *found], len(found) == _PAGE, True

    @action(MANAGE)
    async def begin(self, key: str) -> Any:
        self.password, self.editing = "", str(key)
        self.old = {} if self.editing == NEW else await self._read(old_of, _id(key))
        return focus("isian")

    @action(MANAGE)
    async def stop(self) -> None:
        self.editing, self.password = "", ""

    @action(MANAGE)
    async def create(self, form: FormData[str, Any]) -> Any:
        given = _given(form)
        role, username = _role(text(form, "account_role")), text(form, "account_username")
        _, password = await self._act("account", open_account, username=username, role=role, **given)
        await self.load()
        self.password, self.password_of = password, username
        return focus("sandi")

    @action(MANAGE)
    async def save(self, form: FormData[str, Any]) -> Any:
        given = _given(form)
        role, active = _role(text(form, "account_role")), text(form, "account_active") == "yes"
        key = _id(self.editing)
        await self._act("account", change_account, account_id=key, role=role, active=active, **given)
        await self.load()
        await self._say("Akun disimpan. Bila haknya berubah, orang itu masuk lagi.")
        return focus("judul")

    @action(MANAGE)
    async def new_password(self) -> Any:
        self.password = await self._act("account", renew_password, account_id=_id(self.editing))
        self.password_of = self.old.get("username", "")
        return focus("sandi")

    @action(MANAGE)
    async def new_factor(self) -> None:
        await self._act("account", reset_second_factor, account_id=_id(self.editing))
        await self._say("Kode kedua diatur ulang. Saat masuk berikutnya, orang itu memasang yang baru.")


def look(session: ScopedSession, actor: Actor, after: str) -> list[Row]:
    found = list_accounts(session, actor, after=after, size=_PAGE)
    paths = read_area_paths(session, {row.area_code for row in found})
    return [
        _row(row, paths[row.area_code].name if row.area_code in paths else row.area_code) for row in found
    ]


def _row(row: AccountRow, area: str) -> Row:
    state = "" if row.active else " · ditutup"
    factor = "" if row.has_second_factor else " · belum memasang kode kedua"
    detail = f"{label(row.role)}, {area}{factor}{state}"
    return Row(str(row.id), row.name, detail, row.username, not row.active)


def old_of(session: ScopedSession, actor: Actor, account_id: int) -> dict[str, str]:
    row = read_account(session, actor, account_id=account_id)
    return {
        "username": row.username,
        "display_name": row.name,
        "role": str(row.role),
        "area_code": row.area_code,
        "active": "yes" if row.active else "",
        "partner": next((uid for key, uid in _partner_keys(session, actor) if key == row.partner_id), ""),
    }


def own_areas(session: ScopedSession, actor: Actor) -> list[Choice]:
    """The administrator's area and everything two levels below: kecamatan and their desa or kelurahan."""
    paths = read_area_paths(session, [actor.area_code])
    found = [Choice(actor.area_code, path.name) for path in paths.values()]
    for child in list_children(session, actor.area_code or None):
        found.append(Choice(child.code, child.name))
        if child.level == 3:
            found += [
                Choice(low.code, f"{child.name}: {low.name}") for low in list_children(session, child.code)
            ]
    return found


def own_partners(session: ScopedSession, actor: Actor) -> list[Choice]:
    found = list_managed_partners(session, actor, size=_PARTNERS)
    return [Choice(row.uid, row.name) for row in found if row.active]


def _partner_keys(session: ScopedSession, actor: Actor) -> list[tuple[int, str]]:
    return [(row.id, row.uid) for row in list_managed_partners(session, actor, size=_PARTNERS)]


def _given(form: Any) -> dict[str, str]:
    return {name: text(form, f"account_{name}") for name in ("display_name", "area_code", "partner")}


def _role(code: str) -> Role:
    return Role(code) if code in set(Role) else Role.COUNSELLOR


def _id(key: str) -> int:
    return int(key) if str(key).isascii() and str(key).isdigit() and len(str(key)) < 10 else 0
