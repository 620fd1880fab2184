"""Units: where people can go, and when."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.units.commands import UnitFields, save_unit
from rindu_app.domain.units.managing import list_managed_units, read_unit
from rindu_app.state.admin.accounts import own_areas
from rindu_app.state.admin.hours import read_hours, show_hours
from rindu_app.state.admin.shown import NEW, Choice, Row
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, text

MANAGE = Permission.REFERENCE_MANAGE
_PAGE = 100
_PLAIN = ("area_code", "name", "kind", "phone", "whatsapp", "mail", "address")


class Units(Acting, AppState):
    rows: list[Row] = []
    areas: list[Choice] = []
    kinds: list[Choice] = []
    editing: str = ""
    old: dict[str, str] = {}
    more: bool = False
    ready: bool = False

    @action(MANAGE)
    async def load(self) -> None:
        self.editing, self.rows = "", []
        self.areas, self.kinds = await self._read(own_areas), await self._read(unit_kinds)
        await self.more_rows()

    @action(MANAGE)
    async def more_rows(self) -> None:
        found = await self._read(look, int(self.rows[-1].key) if self.rows else 0)
        self.rows, self.more, self.ready = [*self.rows, *found], len(found) == _PAGE, True

    @action(MANAGE)
    async def begin(self, key: str) -> Any:
        self.editing = str(key)
        self.old = {} if self.editing == NEW else await self._read(old_of, self._id())
        return focus("isian")

    @action(MANAGE)
    async def stop(self) -> None:
        self.editing = ""

    @action(MANAGE)
    async def save(self, form: FormData[str, Any]) -> Any:
        unit_id = None if self.editing == NEW else self._id()
        await self._act("unit", save_unit, fields=read_fields(form), unit_id=unit_id)
        await self.load()
        await self._say("Unit disimpan.")
        return focus("judul")

    def _id(self) -> int:
        return int(self.editing) if self.editing.isascii() and self.editing.isdigit() else 0


def unit_kinds(session: ScopedSession, actor: Actor) -> list[Choice]:
    return [Choice(item.code, item.label) for item in list_codes(session, "unit_kind")]


def look(session: ScopedSession, actor: Actor, after: int) -> list[Row]:
    found = list_managed_units(session, actor, after=after, size=_PAGE)
    paths = read_area_paths(session, {unit.area_code for unit in found})
    return [
        Row(
            str(unit.id),
            unit.name,
            f"{unit.kind}, {paths[unit.area_code].name}" + ("" if unit.active else " · ditutup"),
            unit.phone,
            not unit.active,
        )
        for unit in found
    ]


def old_of(session: ScopedSession, actor: Actor, unit_id: int) -> dict[str, str]:
    """The unit as the fields of the form: `opens_1`, `closes_1` for Monday."""
    unit = read_unit(session, actor, unit_id=unit_id)
    old = {name: str(getattr(unit, name)) for name in _PLAIN}
    old |= {"hidden": "yes" if unit.address_secret else "", "active": "yes" if unit.active else ""}
    return old | show_hours(unit.hours)


def read_fields(form: Any) -> UnitFields:
    plain = {name: text(form, f"unit_{name}") for name in _PLAIN}
    marks = {
        "address_secret": text(form, "unit_hidden") == "yes",
        "active": text(form, "unit_active") == "yes",
    }
    return UnitFields(**plain, hours=read_hours(form, "unit"), **marks)
