"""Where the shelter's people begin their day: who asks for a place, who stays now, which beds are free."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import open_sealers
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.shelter.access import require_shelter, sealer_of
from rindu_app.domain.shelter.asking import asked_of_shelter
from rindu_app.domain.shelter.houses import houses_of
from rindu_app.domain.shelter.rows import HouseRow, ShelterHome, StayRow
from rindu_app.domain.shelter.telling import consents_of
from rindu_app.domain.shelter.workflow import UNDER_WAY
from rindu_app.models import ShelterBedUse, ShelterStay
from rindu_app.words.codes import ShelterStatus, ShelterUrgency
from rindu_app.words.shelter import join_words

# One kabupaten has a few houses; whoever stays longer ago than these has left.
MOST = 200


def read_shelter_home(session: Session, actor: Actor) -> ShelterHome:
    """Everything under way in the actor's area, in a fixed number of queries. Raises `Forbidden`."""
    require_shelter(actor)
    stays = session.exec(
        select(ShelterStay)
        .where(col(ShelterStay.status).in_(UNDER_WAY))
        .order_by(col(ShelterStay.id))
        .limit(MOST)
    ).all()
    beds, taken = beds_of(session, stays)
    houses = houses_of(session, actor.area_code, taken=taken)
    rows = _rows(session, stays, beds, houses)
    urgencies = list(ShelterUrgency)
    asking = [row for row in rows if row.status == ShelterStatus.REQUESTED]
    return ShelterHome(
        requests=tuple(
            sorted(asking, key=lambda row: (urgencies.index(ShelterUrgency(row.urgency)), row.asked_at))
        ),
        staying=tuple(sorted((row for row in rows if row not in asking), key=lambda row: row.house)),
        free=tuple((house.name, *_free(house)) for house in houses if house.active),
        timezone=timezone_of(session, actor.area_code),
    )


def read_houses(session: Session, actor: Actor) -> tuple[HouseRow, ...]:
    """The houses of the area with who has which bed, without where they stand. Raises `Forbidden`."""
    require_shelter(actor)
    stays = session.exec(select(ShelterStay).where(col(ShelterStay.status).in_(UNDER_WAY)).limit(MOST)).all()
    return houses_of(session, actor.area_code, taken=beds_of(session, stays)[1])


def beds_of(session: Session, stays: Sequence[ShelterStay]) -> tuple[dict[int, list[int]], dict[int, str]]:
    """(beds by stay, case number by bed) of what is used now. One query."""
    numbers = {stay.id: stay.case_number for stay in stays}
    beds: dict[int, list[int]] = {}
    taken: dict[int, str] = {}
    for use in session.exec(select(ShelterBedUse).where(col(ShelterBedUse.until).is_(None))):
        beds.setdefault(use.stay_id, []).append(use.bed_id)
        taken[use.bed_id] = numbers.get(use.stay_id, "")
    return beds, taken


def name_beds(houses: Sequence[HouseRow], bed_ids: Sequence[int]) -> tuple[str, str]:
    """(house, "Melati, tempat tidur 1 dan 2") of beds that lie in one room."""
    for house in houses:
        for room in house.rooms:
            names = [bed.name for bed in room.beds if bed.id in bed_ids]
            if names:
                return house.name, f"{room.name}, tempat tidur {join_words(names)}"
    return "", ""


def _rows(
    session: Session,
    stays: Sequence[ShelterStay],
    beds: Mapping[int, list[int]],
    houses: Sequence[HouseRow],
) -> list[StayRow]:
    agreed = consents_of(session, {stay.case_id for stay in stays})
    open_sealers(session, {stay.key_uid for stay in stays})
    rows = []
    for stay in stays:
        asked = asked_of_shelter(sealer_of(session, stay), stay, consent=stay.case_id in agreed)
        house, bed = name_beds(houses, beds.get(stay.id or 0, []))
        rows.append(
            StayRow(
                uid=stay.uid,
                case_number=stay.case_number,
                alias=asked.alias if asked else "",
                status=stay.status,
                urgency=stay.urgency,
                people=(asked.party.guest, *asked.party.children) if asked else (),
                consent=stay.case_id in agreed,
                house=house,
                bed=bed,
                asked_at=stay.asked_at,
                placed_at=stay.placed_at,
                due_at=stay.due_at,
            )
        )
    return rows


def _free(house: HouseRow) -> tuple[int, int]:
    """(free beds, all beds) that are offered."""
    beds = [bed for room in house.rooms if room.active for bed in room.beds if bed.active]
    return sum(not bed.by for bed in beds), len(beds)
