"""Emergency numbers and clocks."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.codes.commands import HotlineFields, change_clock, save_hotline
from rindu_app.domain.codes.managing import ManagedClock, list_clocks, list_managed_hotlines
from rindu_app.state.admin.accounts import own_areas
from rindu_app.state.admin.shown import NEW, Choice, Row
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, number, text
from rindu_app.words.dates import show_length

MANAGE = Permission.REFERENCE_MANAGE
_PLAIN = ("number", "label", "note", "whatsapp", "area_code")


class Numbers(Acting, AppState):
    """`editing` is a number's key, "new", or the code of a clock in `clock`."""

    lines: list[Row] = []
    clocks: list[Row] = []
    areas: list[Choice] = []
    editing: str = ""
    clock: str = ""
    old: dict[str, str] = {}
    ready: bool = False

    @action(MANAGE)
    async def load(self) -> None:
        self.editing, self.clock = "", ""
        self.areas = await self._read(own_areas)
        self.lines, self.clocks = await self._read(look)
        self.ready = True

    @action(MANAGE)
    async def begin(self, key: str) -> Any:
        self.editing, self.clock = str(key), ""
        self.old = {} if self.editing == NEW else await self._read(old_line, self.editing)
        return focus("isian")

    @action(MANAGE)
    async def begin_clock(self, code: str) -> Any:
        self.editing, self.clock = "", str(code)
        self.old = await self._read(old_clock, self.clock)
        return focus("isian")

    @action(MANAGE)
    async def stop(self) -> None:
        self.editing, self.clock = "", ""

    @action(MANAGE)
    async def save(self, form: FormData[str, Any]) -> Any:
        key = None if self.editing == NEW else number({"id": self.editing}, "id")
        await self._act("line", save_hotline, fields=read_fields(form), hotline_id=key)
        await self.load()
        await self._say("Nomor disimpan.")
        return focus("judul")

    @action(MANAGE)
    async def save_clock(self, form: FormData[str, Any]) -> Any:
        await self._act("clock", change_clock, code=self.clock, amount=number(form, "clock_amount"))
        await self.load()
        await self._say("Tenggat disimpan. Laporan baru langsung memakainya.")
        return focus("judul")


def look(session: ScopedSession, actor: Actor) -> tuple[list[Row], list[Row]]:
    lines = [
        Row(
            str(line.id), line.number, line.label, "" if line.active else "tidak ditampilkan", not line.active
        )
        for line in list_managed_hotlines(session, actor)
    ]
    clocks = [
        Row(rule.code, rule.label, rule.source, _how_long(rule)) for rule in list_clocks(session, actor)
    ]
    return lines, clocks


def old_line(session: ScopedSession, actor: Actor, key: str) -> dict[str, str]:
    for line in list_managed_hotlines(session, actor):
        if str(line.id) == key:
            old = {name: str(getattr(line, name)) for name in _PLAIN}
            return old | {"position": str(line.position), "active": "yes" if line.active else ""}
    return {}


def old_clock(session: ScopedSession, actor: Actor, code: str) -> dict[str, str]:
    for rule in list_clocks(session, actor):
        if rule.code == code:
            unit = "hari kerja" if rule.in_days else "menit"
            length = f"Sekarang {_how_long(rule)}."
            return {"label": rule.label, "amount": str(rule.amount), "unit": unit, "length": length}
    return {}


def _how_long(rule: ManagedClock) -> str:
    return f"{rule.amount} hari kerja" if rule.in_days else show_length(rule.amount)


def read_fields(form: Any) -> HotlineFields:
    plain = {name: text(form, f"line_{name}") for name in _PLAIN}
    return HotlineFields(
        **plain, position=number(form, "line_position"), active=text(form, "line_active") == "yes"
    )
