"""The shelter's answer: a bed, another bed, or a refusal with its reason."""

from collections.abc import Iterable

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.scopes import is_within
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.shelter.access import access_stay, sealer_of, stay_id
from rindu_app.domain.shelter.address import require_no_address
from rindu_app.domain.shelter.asking import open_asked
from rindu_app.domain.shelter.rules import Party, RoomRule, why_not_here
from rindu_app.domain.shelter.stay_clock import stay_length
from rindu_app.domain.shelter.telling import consent_holds, tell_case
from rindu_app.domain.shelter.workflow import next_status
from rindu_app.models import ShelterBed, ShelterBedUse, ShelterHouse, ShelterRoom, ShelterStay
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, ShelterAction, ShelterStatus


def place_guest(session: Session, actor: Actor, *, uid: str, bed_ids: Iterable[int]) -> ShelterStay:
    """Give her and the children beds of one room; the stay's clock starts. Raises `Conflict` without her consent, where a bed
    was taken meanwhile or the rules of house and room stand against it, `Invalid` for the field `beds`."""
    stay = access_stay(session, actor, uid, lock=True)
    target = next_status(stay.status, ShelterAction.PLACE)
    if not consent_holds(session, stay):
        raise Conflict("shelter_consent_gone")
    stay.house_id = _take_beds(session, actor, stay, set(bed_ids))
    stay.placed_at = clock.now()
    stay.due_at = stay.placed_at + stay_length(session)
    _changed(session, stay, target)
    tell_case(session, actor, stay, CaseEventKind.SHELTER_PLACED)
    return stay


def move_guest(session: Session, actor: Actor, *, uid: str, bed_ids: Iterable[int]) -> ShelterStay:
    """Other beds, perhaps in another house of the area. The clock runs on. Raises as `place_guest` does."""
    stay = access_stay(session, actor, uid, lock=True)
    target = next_status(stay.status, ShelterAction.MOVE)
    stay.house_id = _take_beds(session, actor, stay, set(bed_ids))
    _changed(session, stay, target)
    tell_case(session, actor, stay, CaseEventKind.SHELTER_MOVED)
    return stay


def refuse_request(session: Session, actor: Actor, *, uid: str, reason: str, note: str) -> ShelterStay:
    """No place, with a reason of the list `shelter_refusal_reason` and words for the case's team."""
    stay = access_stay(session, actor, uid, lock=True)
    target = next_status(stay.status, ShelterAction.REFUSE)
    if reason not in {item.code for item in list_codes(session, "shelter_refusal_reason")}:
        raise Invalid("reason", "unknown_choice")
    note = require_no_address(session, actor, "note", note)[:500]
    if not note:
        raise Invalid("note", "required")
    stay.answer = sealer_of(session, stay).seal(f"shelter_stay.answer:{stay.uid}", note)
    _changed(session, stay, target)
    tell_case(session, actor, stay, CaseEventKind.SHELTER_REFUSED, refusal=reason)
    return stay


def give_back_beds(session: Session, stay: ShelterStay, *, keep: Iterable[int] = ()) -> set[int]:
    """End her use of all beds but these; returns the beds she keeps."""
    kept = set()
    for use in session.exec(
        select(ShelterBedUse).where(ShelterBedUse.stay_id == stay.id, col(ShelterBedUse.until).is_(None))
    ):
        if use.bed_id in set(keep):
            kept.add(use.bed_id)
        else:
            use.until = clock.now()
            session.add(use)
    session.flush()  # free before anything is taken
    return kept


def _take_beds(session: Session, actor: Actor, stay: ShelterStay, wanted: set[int]) -> int:
    """Hold these beds and let go of others; returns the house. The database decides between two at the same moment."""
    party = open_asked(sealer_of(session, stay), stay).party
    house_id = _check_beds(session, actor, wanted, party)
    taken = select(ShelterBedUse.id).where(
        col(ShelterBedUse.bed_id).in_(wanted),
        col(ShelterBedUse.until).is_(None),
        ShelterBedUse.stay_id != stay.id,
    )
    if session.exec(taken.limit(1)).first() is not None:
        raise Conflict("shelter_bed_taken")
    kept = give_back_beds(session, stay, keep=wanted)
    for bed_id in sorted(wanted - kept):
        session.add(
            ShelterBedUse(stay_id=stay_id(stay), case_id=stay.case_id, bed_id=bed_id, since=clock.now())
        )
    try:
        session.flush()
    except IntegrityError:
        raise Conflict("shelter_bed_taken") from None
    return house_id


def _check_beds(session: Session, actor: Actor, wanted: set[int], party: Party) -> int:
    if not wanted:
        raise Invalid("beds", "shelter_bed_missing")
    if len(wanted) > party.size:
        raise Invalid("beds", "shelter_too_many_beds", people=party.size)
    statement = (
        select(ShelterBed, ShelterRoom, ShelterHouse)
        .join(ShelterRoom, col(ShelterRoom.id) == col(ShelterBed.room_id))
        .join(ShelterHouse, col(ShelterHouse.id) == col(ShelterRoom.house_id))
        .where(col(ShelterBed.id).in_(wanted))
    )
    found = session.exec(statement).all()
    if len(found) < len(wanted) or any(
        not is_within(house.area_code, actor.area_code) for _, _, house in found
    ):
        raise NotFound
    if any(not (bed.active and room.active and house.active) for bed, room, house in found):
        raise Conflict("shelter_bed_closed")
    _, room, house = found[0]
    if len({row.id for _, row, _ in found}) > 1:
        raise Invalid("beds", "shelter_one_room")
    rule = RoomRule.of(house.boys_until, room.boys_until, families_only=room.families_only)
    if (against := why_not_here(rule, party)) is not None:
        raise Conflict(against, years=rule.boys_until or 0)
    return house.id or 0


def _changed(session: Session, stay: ShelterStay, status: ShelterStatus) -> None:
    stay.status = status
    stay.version += 1
    session.add(stay)
