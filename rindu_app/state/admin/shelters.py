"""Houses, rooms and beds of the area's shelters. Where a house stands is no part of it: its own people write that down."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import ScopedSession
from rindu_app.domain.shelter.houses import (
    HouseFields,
    RoomFields,
    add_beds,
    list_managed_houses,
    save_house,
    save_room,
    set_bed,
)
from rindu_app.domain.shelter.rows import HouseRow, RoomRow
from rindu_app.domain.shelter.rules import ADULT
from rindu_app.state.admin.accounts import own_areas
from rindu_app.state.admin.shown import Choice, Row
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import Acting, focus
from rindu_app.state.forms import FormData, number, text
from rindu_app.words.shelter import say_rule

MANAGE = Permission.REFERENCE_MANAGE
NO_BOYS = "none"


class Shelters(Acting, AppState):
    """`editing` is the house and `room` the room whose form is open ("" none, "new", or an id)."""

    rows: list[Row] = []
    areas: list[Choice] = []
    editing: str = ""
    old: dict[str, str] = {}
    rooms: list[Row] = []
    room: str = ""
    old_room: dict[str, str] = {}
    beds: list[Row] = []
    ready: bool = False

    @action(MANAGE)
    async def load(self) -> None:
        self.editing, self.room = "", ""
        self.areas = await self._read(own_areas)
        await self._refresh()
        self.ready = True

    @action(MANAGE)
    async def begin(self, key: str) -> Any:
        self.editing, self.room = str(key), ""
        await self._refresh()
        return focus("isian")

    @action(MANAGE)
    async def stop(self) -> None:
        self.editing, self.room = "", ""

    @action(MANAGE)
    async def save(self, form: FormData[str, Any]) -> Any:
        fields = HouseFields(
            text(form, "house_area_code"), text(form, "house_name"), boys(form, "house"), text(form, "house_active") == "yes"
        )  # fmt: skip
        house = await self._act("house", save_house, fields=fields, house_id=key_of(self.editing))
        self.editing = str(house)
        await self._refresh()
        await self._say("Rumah disimpan.")
        return focus("isian")

    @action(MANAGE)
    async def begin_room(self, key: str) -> Any:
        self.room = str(key)
        await self._refresh()
        return focus("isian-kamar")

    @action(MANAGE)
    async def stop_room(self) -> None:
        self.room = ""

    @action(MANAGE)
    async def save_room(self, form: FormData[str, Any]) -> Any:
        fields = RoomFields(
            text(form, "room_name"), boys(form, "room"), text(form, "room_families") == "yes", text(form, "room_active") == "yes"
        )  # fmt: skip
        house, room = key_of(self.editing) or 0, key_of(self.room)
        made = await self._act("room", save_room, house_id=house, fields=fields, room_id=room)
        self.room = str(made)
        await self._refresh()
        await self._say("Kamar disimpan.")
        return focus("isian-kamar")

    @action(MANAGE)
    async def more_beds(self, form: FormData[str, Any]) -> None:
        await self._act("bed", add_beds, room_id=key_of(self.room) or 0, count=number(form, "bed_count"))
        await self._refresh()
        await self._say("Tempat tidur ditambahkan.")

    @action(MANAGE)
    async def turn_bed(self, key: str) -> None:
        on = next((row.dim for row in self.beds if row.key == str(key)), False)
        await self._act("bed", set_bed, bed_id=key_of(key) or 0, active=on)
        await self._refresh()
        await self._say("Tempat tidur dipakai lagi." if on else "Tempat tidur tidak ditawarkan lagi.")

    async def _refresh(self) -> None:
        seen = await self._read(look, self.editing, self.room)
        self.rows, self.old, self.rooms, self.old_room, self.beds = seen


def look(
    session: ScopedSession, actor: Actor, editing: str, room: str
) -> tuple[list[Row], dict[str, str], list[Row], dict[str, str], list[Row]]:
    """All houses; the one that is open with its rooms; the room that is open with its beds."""
    houses = list_managed_houses(session, actor)
    house = next((row for row in houses if str(row.id) == editing), None)
    rooms = house.rooms if house else ()
    one = next((row for row in rooms if str(row.id) == room), None)
    rows = [_house_row(row) for row in houses]
    return rows, _old_house(house), [_room_row(row) for row in rooms], _old_room(one), _bed_rows(one)


def boys(form: Any, name: str) -> int | None:
    """What the form says about boys; an answer that is none of its own becomes one the domain refuses."""
    given = text(form, f"{name}_boys_until")
    if given == NO_BOYS:
        return None
    return int(given) if given.isascii() and given.isdigit() and len(given) < 3 else ADULT


def key_of(key: str) -> int | None:
    """The id in a key; None for what is new."""
    return int(key) if str(key).isascii() and str(key).isdigit() and len(str(key)) < 10 else None


def _house_row(house: HouseRow) -> Row:
    beds = sum(bed.active for room in house.rooms if room.active for bed in room.beds)
    detail = f"{say_rule(house.boys_until, False)} · {len(house.rooms)} kamar, {beds} tempat tidur"
    return Row(
        str(house.id), house.name, detail + ("" if house.active else " · ditutup"), "", not house.active
    )


def _room_row(room: RoomRow) -> Row:
    beds = sum(bed.active for bed in room.beds)
    detail = f"{say_rule(room.rule.boys_until, room.families_only)} · {beds} tempat tidur"
    return Row(str(room.id), room.name, detail + ("" if room.active else " · ditutup"), "", not room.active)


def _bed_rows(room: RoomRow | None) -> list[Row]:
    beds = room.beds if room else ()
    return [
        Row(
            str(bed.id),
            f"Tempat tidur {bed.name}",
            "" if bed.active else "Tidak ditawarkan",
            "",
            not bed.active,
        )
        for bed in beds
    ]


def _old_house(house: HouseRow | None) -> dict[str, str]:
    if house is None:
        return {"active": "yes", "boys_until": NO_BOYS}
    return {
        "name": house.name,
        "area_code": house.area_code,
        "boys_until": _old_boys(house.boys_until),
        "active": "yes" if house.active else "",
    }


def _old_room(room: RoomRow | None) -> dict[str, str]:
    if room is None:
        return {"active": "yes", "boys_until": NO_BOYS}
    return {
        "name": room.name,
        "boys_until": _old_boys(room.boys_until),
        "families": "yes" if room.families_only else "",
        "active": "yes" if room.active else "",
    }


def _old_boys(boys_until: int | None) -> str:
    return NO_BOYS if boys_until is None else str(boys_until)
