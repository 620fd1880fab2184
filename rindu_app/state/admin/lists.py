"""Code lists: the words people choose from."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.codes.commands import ItemFields, add_item, change_item
from rindu_app.domain.codes.managing import list_items, list_lists
from rindu_app.state.admin.shown import NEW, Row
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, number, text
from rindu_app.words.lists import list_name

MANAGE = Permission.REFERENCE_MANAGE


class Lists(Acting, AppState):
    """`chosen` is the list looked at, "" for the choice of lists."""

    lists: list[Row] = []
    chosen: str = ""
    chosen_name: str = ""
    rows: list[Row] = []
    editing: str = ""
    old: dict[str, str] = {}
    ready: bool = False

    @action(MANAGE)
    async def load(self) -> None:
        self.chosen, self.editing, self.lists = "", "", await self._read(look)
        self.ready = True

    @action(MANAGE)
    async def choose(self, code: str) -> Any:
        self.chosen, self.editing = str(code)[:40], ""
        self.chosen_name = list_name(self.chosen)
        self.rows = await self._read(look_into, self.chosen) if self.chosen else []
        return focus("judul")

    @action(MANAGE)
    async def begin(self, key: str) -> Any:
        self.editing = str(key)
        self.old = {} if self.editing == NEW else await self._read(old_of, self.chosen, self.editing)
        return focus("isian")

    @action(MANAGE)
    async def stop(self) -> None:
        self.editing = ""

    @action(MANAGE)
    async def save(self, form: FormData[str, Any]) -> Any:
        fields = read_fields(form)
        if self.editing == NEW:
            given = {"list_code": self.chosen, "code": text(form, "item_code")}
            await self._act("item", add_item, fields=fields, **given)
        else:
            await self._act("item", change_item, item_id=number({"id": self.editing}, "id"), fields=fields)
        await self._say("Pilihan disimpan.")
        return await self._again()

    async def _again(self) -> Any:
        self.editing, self.rows = "", await self._read(look_into, self.chosen)
        return focus("judul")


def look(session: ScopedSession, actor: Actor) -> list[Row]:
    rows = [Row(code, list_name(code), f"{count} pilihan") for code, count in list_lists(session, actor)]
    return sorted(rows, key=lambda row: row.title)


def look_into(session: ScopedSession, actor: Actor, list_code: str) -> list[Row]:
    return [
        Row(str(item.id), item.label, item.help, "" if item.active else "tidak ditawarkan", not item.active)
        for item in list_items(session, actor, list_code=list_code)
    ]


def old_of(session: ScopedSession, actor: Actor, list_code: str, key: str) -> dict[str, str]:
    for item in list_items(session, actor, list_code=list_code):
        if str(item.id) == key:
            active = "yes" if item.active else ""
            return {
                "code": item.code,
                "label": item.label,
                "help": item.help,
                "position": str(item.position),
                "active": active,
            }
    return {}


def read_fields(form: Any) -> ItemFields:
    return ItemFields(
        label=text(form, "item_label"),
        help=text(form, "item_help"),
        position=number(form, "item_position"),
        active=text(form, "item_active") == "yes",
    )
