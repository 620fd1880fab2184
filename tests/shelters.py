"""A shelter for tests: a house with rooms, a case whose client agreed to stay, a request, a stay."""

from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.consents import Answer, record_consent
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.shelter.address import set_address
from rindu_app.domain.shelter.asking import Wanted, ask_for_place
from rindu_app.domain.shelter.houses import HouseFields, RoomFields, add_beds, save_house, save_room
from rindu_app.domain.shelter.placing import place_guest
from rindu_app.domain.shelter.telling import PURPOSE
from rindu_app.models import ShelterBed
from rindu_app.words.codes import Role
from tests.factories import BANYUWANGI, make_account, send_report

ADDRESS = "Jalan Kenanga Tersembunyi 17, Genteng"


@dataclass(frozen=True)
class House:
    """Ids of a house, its room and the room's beds."""

    id: int
    room: int
    beds: list[int]


def make_house(area: str = BANYUWANGI, *, boys_until: int | None = 12, beds: int = 2, **room: Any) -> House:
    """A house with one room, which takes boys as old as the house does."""
    admin = make_account(Role.ADMIN, area)
    with open_session(admin) as session:
        house = save_house(session, admin, fields=HouseFields(area, "Rumah Melati", boys_until))
        fields = RoomFields(**{"name": "Mawar", "boys_until": boys_until, **room})
        room_id = save_room(session, admin, house_id=house, fields=fields)
        add_beds(session, admin, room_id=room_id, count=beds)
    return House(house, room_id, beds_in(room_id))


def beds_in(room_id: int) -> list[int]:
    from tests.factories import SYSTEM

    with open_session(SYSTEM, write=False) as session:
        statement = select(ShelterBed.id).where(ShelterBed.room_id == room_id).order_by(col(ShelterBed.id))
        return [bed for bed in session.exec(statement) if bed is not None]


def write_address(worker: Actor, house: House, address: str = ADDRESS) -> None:
    with open_session(worker) as session:
        set_address(session, worker, house_id=house.id, address=address)


def sheltered_case(manager: Actor, **told: Any) -> str:
    """The number of a case whose client agreed to stay in a shelter."""
    sent, _ = send_report(**told)
    with open_session(manager) as session:
        number = number_of(open_case(session, manager, number=sent.number))
    agree(manager, number)
    return number


def agree(manager: Actor, number: str, *, given: bool = True) -> None:
    with open_session(manager) as session:
        record_consent(session, manager, number=number, answer=Answer(PURPOSE, given=given, evidence="Lisan"))


def ask(manager: Actor, number: str, **values: Any) -> str:
    """The uid of a request; a woman alone who needs meals, where nothing else is said."""
    wanted = Wanted(**{"sex": "female", "age": "31", "urgency": "today", "needs": ("meals",), **values})
    with open_session(manager) as session:
        return ask_for_place(session, manager, number=number, wanted=wanted).uid


def place(worker: Actor, uid: str, *beds: int) -> None:
    with open_session(worker) as session:
        place_guest(session, worker, uid=uid, bed_ids=beds)
