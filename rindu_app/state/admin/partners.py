"""Partner organisations: whom people are referred to, with what, and how they are reached."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.partners.commands import PartnerFields, save_partner
from rindu_app.domain.partners.managing import list_managed_partners, read_own_partner
from rindu_app.state.admin.accounts import own_areas
from rindu_app.state.admin.hours import read_hours, show_hours
from rindu_app.state.admin.shown import NEW, Choice, Row
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, text, texts

MANAGE = Permission.REFERENCE_MANAGE
_PAGE = 100
_PLAIN = ("area_code", "name", "kind", "phone", "mail", "address", "mou_number", "mou_until")


class Partners(Acting, AppState):
    """`chosen`: codes of the services of the partner being changed."""

    rows: list[Row] = []
    areas: list[Choice] = []
    kinds: list[Choice] = []
    services: list[Choice] = []
    editing: str = ""
    old: dict[str, str] = {}
    chosen: list[str] = []
    more: bool = False
    ready: bool = False
    _last: int = 0

    @action(MANAGE)
    async def load(self) -> None:
        self.editing, self.rows, self._last = "", [], 0
        self.areas = await self._read(own_areas)
        self.kinds, self.services = await self._read(lists)
        await self.more_rows()

    @action(MANAGE)
    async def more_rows(self) -> None:
        found, self._last = await self._read(look, self._last)
        self.rows, self.more, self.ready = [*self.rows, *found], len(found) == _PAGE, True

    @action(MANAGE)
    async def begin(self, key: str) -> Any:
        self.editing, self.old, self.chosen = str(key), {}, []
        if self.editing != NEW:
            self.old, self.chosen = await self._read(old_of, self.editing)
        return focus("isian")

    @action(MANAGE)
    async def stop(self) -> None:
        self.editing = ""

    @action(MANAGE)
    async def save(self, form: FormData[str, Any]) -> Any:
        uid = "" if self.editing == NEW else self.editing
        await self._act("partner", save_partner, fields=read_fields(form), uid=uid)
        await self.load()
        await self._say("Lembaga mitra disimpan.")
        return focus("judul")


def lists(session: ScopedSession, actor: Actor) -> tuple[list[Choice], list[Choice]]:
    kinds, services = (
        [Choice(item.code, item.label) for item in list_codes(session, name)]
        for name in ("partner_kind", "referral_service")
    )
    return kinds, services


def look(session: ScopedSession, actor: Actor, after: int) -> tuple[list[Row], int]:
    """The rows after a key, and the next key."""
    found = list_managed_partners(session, actor, after=after, size=_PAGE)
    paths = read_area_paths(session, {row.area_code for row in found})
    rows = [
        Row(
            row.uid,
            row.name,
            f"{row.kind}, {paths[row.area_code].name}" + ("" if row.active else " · ditutup"),
            row.phone,
            not row.active,
        )
        for row in found
    ]
    return rows, found[-1].id if found else after


def old_of(session: ScopedSession, actor: Actor, uid: str) -> tuple[dict[str, str], list[str]]:
    """The partner as the fields of the form, and its services."""
    fields = read_own_partner(session, actor, uid=uid)
    old = {name: str(getattr(fields, name)) for name in _PLAIN} | {"active": "yes" if fields.active else ""}
    return old | show_hours(fields.hours), list(fields.services)


def read_fields(form: Any) -> PartnerFields:
    plain = {name: text(form, f"partner_{name}") for name in _PLAIN}
    return PartnerFields(
        **plain,
        services=tuple(texts(form, "partner_services")),
        hours=read_hours(form, "partner"),
        active=text(form, "partner_active") == "yes",
    )
