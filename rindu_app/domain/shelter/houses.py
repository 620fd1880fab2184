"""Keeping the register of houses, rooms and beds. An administrator of the area does it, and never learns where a house stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within, within_area
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.shelter.rows import BedRow, HouseRow, RoomRow
from rindu_app.domain.shelter.rules import ADULT, RoomRule
from rindu_app.models import Area, ShelterBed, ShelterHouse, ShelterRoom

MOST_BEDS = 20


@dataclass(frozen=True)
class HouseFields:
    """`boys_until`: oldest boy in years, None takes women and girls only. The name must give no place away."""

    area_code: str
    name: str
    boys_until: int | None = None
    active: bool = True


@dataclass(frozen=True)
class RoomFields:
    name: str
    boys_until: int | None = None
    families_only: bool = False
    active: bool = True


def save_house(session: Session, actor: Actor, *, fields: HouseFields, house_id: int | None = None) -> int:
    """Add a house, or change this one; returns its id. Raises `Forbidden`, `NotFound` elsewhere, `Invalid`."""
    _require(actor)
    house = _house(session, actor, house_id) if house_id is not None else ShelterHouse(area_code="", name="")
    area = session.get(Area, fields.area_code)
    if area is None or area.valid_to is not None:
        raise Invalid("area_code", "unknown_area")
    if not is_within(area.code, actor.area_code):
        raise Forbidden
    if house_id is not None and house.area_code != area.code:
        raise Invalid("area_code", "shelter_house_stays")
    house.area_code, house.name = area.code, _name(fields.name, 80)
    house.boys_until, house.active = _age(fields.boys_until), fields.active
    session.add(house)
    session.flush()
    audit(session, actor, "shelter:house:save", f"house:{house.id}", house.area_code, active=house.active)
    return house.id or 0


def save_room(
    session: Session, actor: Actor, *, house_id: int, fields: RoomFields, room_id: int | None = None
) -> int:
    """Add a room to a house, or change this one; returns its id."""
    house = _house(session, actor, house_id)
    room = _room(session, actor, room_id) if room_id is not None else ShelterRoom(house_id=house_id, name="")
    if room.house_id != house_id:
        raise NotFound
    room.name, room.boys_until = _name(fields.name, 60), _age(fields.boys_until)
    room.families_only, room.active = fields.families_only, fields.active
    session.add(room)
    session.flush()
    audit(session, actor, "shelter:room:save", f"room:{room.id}", house.area_code, active=room.active)
    return room.id or 0


def add_beds(session: Session, actor: Actor, *, room_id: int, count: int) -> None:
    """So many more beds in a room, numbered on. Raises `Invalid` beyond `MOST_BEDS` in one room."""
    room = _room(session, actor, room_id)
    there = session.exec(select(func.count(col(ShelterBed.id))).where(ShelterBed.room_id == room_id)).one()
    if not 1 <= count <= MOST_BEDS - there:
        raise Invalid("count", "amount_range", longest=max(1, MOST_BEDS - there))
    session.add_all(
        [ShelterBed(room_id=room_id, name=str(number)) for number in range(there + 1, there + count + 1)]
    )
    house = session.get_one(ShelterHouse, room.house_id)
    audit(session, actor, "shelter:bed:add", f"room:{room_id}", house.area_code, count=count)


def set_bed(session: Session, actor: Actor, *, bed_id: int, active: bool) -> None:
    """Offer a bed, or offer it no more. Whoever has it keeps it until she leaves."""
    bed = session.get(ShelterBed, bed_id)
    if bed is None:
        _require(actor)
        raise NotFound
    room = _room(session, actor, bed.room_id)
    house = session.get_one(ShelterHouse, room.house_id)
    bed.active = active
    session.add(bed)
    audit(session, actor, "shelter:bed:save", f"bed:{bed_id}", house.area_code, active=active)


def list_managed_houses(session: Session, actor: Actor) -> tuple[HouseRow, ...]:
    """Houses of the administrator's area with rooms and beds, closed ones included; who is in them is not hers to know."""
    _require(actor)
    return houses_of(session, actor.area_code)


def houses_of(
    session: Session, area_code: str, *, taken: Mapping[int, str] | None = None
) -> tuple[HouseRow, ...]:
    """All houses of an area, by name. `taken`: case number by bed. The caller has checked access. Three queries."""
    houses = session.exec(
        select(ShelterHouse)
        .where(within_area(ShelterHouse.area_code, area_code))
        .order_by(col(ShelterHouse.name), col(ShelterHouse.id))
    ).all()
    rooms = session.exec(
        select(ShelterRoom)
        .where(col(ShelterRoom.house_id).in_([house.id for house in houses]))
        .order_by(col(ShelterRoom.name), col(ShelterRoom.id))
    ).all()
    beds = session.exec(
        select(ShelterBed)
        .where(col(ShelterBed.room_id).in_([room.id for room in rooms]))
        .order_by(col(ShelterBed.id))
    ).all()
    return tuple(_row(house, rooms, beds, taken or {}) for house in houses)


def _row(
    house: ShelterHouse, rooms: Sequence[ShelterRoom], beds: Sequence[ShelterBed], taken: Mapping[int, str]
) -> HouseRow:
    return HouseRow(
        id=house.id or 0,
        name=house.name,
        area_code=house.area_code,
        boys_until=house.boys_until,
        active=house.active,
        rooms=tuple(_room_row(house, room, beds, taken) for room in rooms if room.house_id == house.id),
    )


def _room_row(
    house: ShelterHouse, room: ShelterRoom, beds: Sequence[ShelterBed], taken: Mapping[int, str]
) -> RoomRow:
    return RoomRow(
        id=room.id or 0,
        name=room.name,
        boys_until=room.boys_until,
        families_only=room.families_only,
        active=room.active,
        rule=RoomRule.of(house.boys_until, room.boys_until, families_only=room.families_only),
        beds=tuple(
            BedRow(bed.id or 0, bed.name, bed.active, taken.get(bed.id or 0, ""))
            for bed in beds
            if bed.room_id == room.id
        ),
    )


def _require(actor: Actor) -> None:
    if not actor.may(Permission.REFERENCE_MANAGE):
        raise Forbidden


def _house(session: Session, actor: Actor, house_id: int) -> ShelterHouse:
    _require(actor)
    house = session.exec(select(ShelterHouse).where(ShelterHouse.id == house_id).with_for_update()).first()
    if house is None or not is_within(house.area_code, actor.area_code):
        raise NotFound
    return house


def _room(session: Session, actor: Actor, room_id: int) -> ShelterRoom:
    _require(actor)
    room = session.exec(select(ShelterRoom).where(ShelterRoom.id == room_id).with_for_update()).first()
    if room is None:
        raise NotFound
    _house(session, actor, room.house_id)
    return room


def _name(value: str, limit: int) -> str:
    text = clean_text(value)
    if not text:
        raise Invalid("name", "required")
    if len(text) > limit:
        raise Invalid("name", "too_long", limit=limit, length=len(text))
    return text


def _age(value: int | None) -> int | None:
    if value is not None and not 0 <= value < ADULT:
        raise Invalid("boys_until", "unknown_choice")
    return value
