"""Stays, rooms and houses in the words of the screens."""

from dataclasses import dataclass

from rindu_app.domain.shelter.rows import (
    EntryRow,
    ExtensionRow,
    FreeRoom,
    HouseRow,
    RoomRow,
    ShelterHome,
    StayRow,
    StayView,
)
from rindu_app.domain.shelter.rules import Guest, Party
from rindu_app.domain.shelter.workflow import STAYING
from rindu_app.words import dates, routes
from rindu_app.words.codes import ShelterStatus, ShelterUrgency
from rindu_app.words.errors import sentence
from rindu_app.words.labels import label
from rindu_app.words.shelter import say_people, say_rule


@dataclass(frozen=True)
class ShownStay:
    """A line of the home. `end` is how urgent it is, or how many days are left."""

    key: str = ""
    href: str = ""
    title: str = ""
    people: str = ""
    detail: str = ""
    end: str = ""
    late: bool = False
    consent: bool = True


@dataclass(frozen=True)
class ShownHouse:
    key: str = ""
    name: str = ""
    free: str = ""
    stays: tuple[ShownStay, ...] = ()


@dataclass(frozen=True)
class ShownBed:
    value: str = ""
    text: str = ""


@dataclass(frozen=True)
class ShownRoom:
    """`against`: why the party may not sleep here; "" where it may, and then `beds` can be chosen."""

    key: str = ""
    title: str = ""
    rule: str = ""
    against: str = ""
    beds: tuple[ShownBed, ...] = ()


@dataclass(frozen=True)
class ShownEntry:
    key: str = ""
    title: str = ""
    text: str = ""
    meta: str = ""


@dataclass(frozen=True)
class ShownExtension:
    """`waits`: nobody has decided. `mine`: asked by whoever looks, who then does not decide."""

    key: str = ""
    title: str = ""
    reason: str = ""
    meta: str = ""
    answer: str = ""
    waits: bool = False
    mine: bool = False


@dataclass(frozen=True)
class ShownSheltered:
    """One request or stay; `bed` and `rooms` for the shelter's people only, `onward` for the team of the case only."""

    uid: str = ""
    number: str = ""
    eyebrow: str = ""
    status: str = ""
    status_label: str = ""
    waits: bool = False
    stays: bool = False
    consent: bool = True
    alias: str = ""
    people: str = ""
    urgency: str = ""
    asked: str = ""
    needs: str = ""
    note: str = ""
    answer: str = ""
    since: str = ""
    until: str = ""
    left: str = ""
    late: bool = False
    left_shelter: str = ""
    destination: str = ""
    arranged: bool = False
    onward: str = ""
    bed: str = ""
    rooms: tuple[ShownRoom, ...] = ()
    log: tuple[ShownEntry, ...] = ()
    extensions: tuple[ShownExtension, ...] = ()
    version: int = 0


def show_home(home: ShelterHome) -> tuple[list[ShownStay], list[ShownHouse]]:
    zone = home.timezone
    requests = [_line(row, f"Diminta {dates.show_moment(row.asked_at, zone)}", zone) for row in home.requests]
    houses = [
        ShownHouse(
            key=str(number),
            name=name,
            free=f"{free} dari {beds} tempat tidur kosong",
            stays=tuple(_line(row, row.bed, zone) for row in home.staying if row.house == name),
        )
        for number, (name, free, beds) in enumerate(home.free)
    ]
    return requests, houses


def _line(row: StayRow, detail: str, zone: str) -> ShownStay:
    end, late = label(ShelterUrgency(row.urgency)), row.urgency == ShelterUrgency.NOW
    if row.due_at is not None:
        end, late = dates.show_days_left(row.due_at, zone)
    return ShownStay(
        key=row.uid,
        href=routes.stay(row.uid),
        title=" · ".join(filter(None, [row.case_number, row.alias])),
        people=say_people([_pair(guest) for guest in row.people]),
        detail=detail,
        end=end,
        late=late,
        consent=row.consent,
    )


def show_stay(view: StayView) -> ShownSheltered:
    zone = view.timezone
    left, late = dates.show_days_left(view.due_at, zone) if view.due_at else ("", False)
    staying = ShelterStatus(view.status) in STAYING
    return ShownSheltered(
        uid=view.uid,
        number=view.case_number,
        eyebrow=view.status_label,
        status=view.status,
        status_label=view.status_label,
        waits=view.status == ShelterStatus.REQUESTED,
        stays=staying,
        consent=view.consent,
        alias=view.asked.alias if view.asked else "",
        people=say_people(_pairs(view.asked.party)) if view.asked else "",
        urgency=label(ShelterUrgency(view.urgency)) if view.status == ShelterStatus.REQUESTED else "",
        asked=dates.show_moment(view.asked_at, zone),
        needs=", ".join(view.need_labels),
        note=view.asked.note if view.asked else "",
        answer=view.answer,
        since=dates.show_date(view.placed_at, zone) if view.placed_at else "",
        until=dates.show_date(view.due_at, zone) if view.due_at else "",
        left=left if staying else "",
        late=late and staying,
        left_shelter=dates.show_date(view.left_at, zone) if view.left_at else "",
        destination=view.destination,
        arranged=view.arranged,
        onward=view.onward,
        bed=f"{view.house}: {view.bed}" if view.bed else "",
        rooms=tuple(_free(number, room) for number, room in enumerate(view.free)),
        log=tuple(_entry(row, zone) for row in view.entries),
        extensions=tuple(_extension(row, zone) for row in view.extensions),
        version=view.version,
    )


@dataclass(frozen=True)
class ShownPlace:
    """A house of the shelter's own screen, with who has which bed. It has no address: that is asked for."""

    id: str = ""
    name: str = ""
    detail: str = ""
    rooms: tuple[ShownEntry, ...] = ()


def show_places(houses: tuple[HouseRow, ...]) -> list[ShownPlace]:
    return [
        ShownPlace(
            id=str(house.id),
            name=house.name,
            detail=say_rule(house.boys_until, False) + ("" if house.active else " · ditutup"),
            rooms=tuple(_room(room) for room in house.rooms if room.active),
        )
        for house in houses
    ]


def _room(room: RoomRow) -> ShownEntry:
    rule = say_rule(room.rule.boys_until, room.families_only)
    beds = ", ".join(f"{bed.name}: {bed.by or 'kosong'}" for bed in room.beds if bed.active or bed.by)
    return ShownEntry(str(room.id), room.name, beds or "Belum ada tempat tidur", rule)


def _free(number: int, room: FreeRoom) -> ShownRoom:
    return ShownRoom(
        key=str(number),
        title=f"{room.house}: {room.room}",
        rule=say_rule(room.rule.boys_until, room.rule.families_only),
        against=sentence(room.against, years=room.rule.boys_until or 0) if room.against else "",
        beds=tuple(ShownBed(str(bed.id), f"Tempat tidur {bed.name}") for bed in room.beds),
    )


def _entry(row: EntryRow, zone: str) -> ShownEntry:
    title = ": ".join(filter(None, [row.kind_label, row.code_label]))
    return ShownEntry(row.uid, title, row.note, f"{dates.show_moment(row.at, zone)} · {row.by}")


def _extension(row: ExtensionRow, zone: str) -> ShownExtension:
    states = {None: "menunggu keputusan penyelia", True: "disetujui", False: "tidak disetujui"}
    decided = f" · diputuskan {row.decided_by}" if row.decided_by else ""
    return ShownExtension(
        key=row.uid,
        title=f"{row.days} hari, {states[row.approved]}",
        reason=row.reason,
        meta=f"{dates.show_moment(row.at, zone)} · {row.by}{decided}",
        answer=row.answer,
        waits=row.approved is None,
        mine=row.mine,
    )


def _pair(guest: Guest) -> tuple[str, int]:
    return str(guest.sex), guest.age


def _pairs(party: Party) -> list[tuple[str, int]]:
    return [_pair(guest) for guest in (party.guest, *party.children)]
