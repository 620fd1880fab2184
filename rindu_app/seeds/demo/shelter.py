"""Invented shelters, and the steps of a stay in one."""

from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.shelter import placing, staying
from rindu_app.domain.shelter.address import set_address
from rindu_app.domain.shelter.asking import Wanted, ask_for_place
from rindu_app.domain.shelter.houses import HouseFields, RoomFields, add_beds, save_house, save_room
from rindu_app.models import ShelterBed, ShelterBedUse, ShelterRoom
from rindu_app.words.codes import ShelterEntryKind


def make_houses(rows: list[dict[str, Any]], keeper: Actor, accounts: dict[str, Actor]) -> None:
    """Houses with rooms and beds; their own people write down where they stand."""
    for row in rows:
        worker = accounts[row["by"]]
        with open_session(keeper) as session:
            house = save_house(session, keeper, fields=HouseFields(row["area"], row["name"], row.get("boys")))
            for room in row["rooms"]:
                fields = RoomFields(room["name"], room.get("boys"), room.get("families", False))
                room_id = save_room(session, keeper, house_id=house, fields=fields)
                add_beds(session, keeper, room_id=room_id, count=room["beds"])
        with open_session(worker) as session:
            set_address(session, worker, house_id=house, address=row["address"])


def ask(session: Session, actor: Actor, story: Any, step: dict[str, Any]) -> None:
    wanted = Wanted(
        sex="female", age=step["age"], urgency=step["urgency"], needs=step["needs"],
        children=[(sex, age) for sex, age in step.get("children", [])], alias=step.get("alias", ""), note=step.get("note", ""),
    )  # fmt: skip
    story.stay = ask_for_place(session, actor, number=story.case, wanted=wanted).uid


def place(session: Session, actor: Actor, story: Any, step: dict[str, Any]) -> None:
    """The first free beds of the room."""
    taken = select(ShelterBedUse.bed_id).where(col(ShelterBedUse.until).is_(None))
    free = (
        select(ShelterBed.id)
        .join(ShelterRoom, col(ShelterRoom.id) == col(ShelterBed.room_id))
        .where(ShelterRoom.name == step["room"], col(ShelterBed.id).not_in(taken))
        .order_by(col(ShelterBed.id))
    )
    beds = [bed for bed in session.exec(free.limit(step["beds"])) if bed is not None]
    placing.place_guest(session, actor, uid=story.stay, bed_ids=beds)


def log(session: Session, actor: Actor, story: Any, step: dict[str, Any]) -> None:
    kind = ShelterEntryKind(step["kind"])
    staying.log_entry(
        session, actor, uid=story.stay, kind=kind, code=step.get("code", ""), note=step.get("note", "")
    )


def ask_more_days(session: Session, actor: Actor, story: Any, step: dict[str, Any]) -> None:
    staying.ask_extension(session, actor, uid=story.stay, days=step["days"], reason=step["reason"])


def decide_more_days(session: Session, actor: Actor, story: Any, step: dict[str, Any]) -> None:
    approve = step.get("approve", True)
    staying.decide_extension(session, actor, number=story.case, approve=approve, answer=step["answer"])


def leave(session: Session, actor: Actor, story: Any, step: dict[str, Any]) -> None:
    staying.leave_shelter(
        session, actor, uid=story.stay, destination=step["destination"], note=step.get("note", "")
    )
