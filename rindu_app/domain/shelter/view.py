"""One stay: with its bed and the free ones for the shelter's people, without any place for the team of its case."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.shelter.access import access_stay, sealer_of
from rindu_app.domain.shelter.asking import open_asked
from rindu_app.domain.shelter.home import beds_of, name_beds
from rindu_app.domain.shelter.houses import houses_of
from rindu_app.domain.shelter.rows import EntryRow, ExtensionRow, FreeRoom, HouseRow, StayView
from rindu_app.domain.shelter.rules import Party, why_not_here
from rindu_app.domain.shelter.telling import consents_of
from rindu_app.domain.shelter.workflow import UNDER_WAY
from rindu_app.models import Account, ShelterEntry, ShelterExtension, ShelterStay
from rindu_app.words.codes import ShelterEntryKind, ShelterStatus
from rindu_app.words.labels import label

PAST = 10
ENTRIES = 200


def read_stay(session: Session, actor: Actor, *, uid: str) -> StayView:
    """A stay for the shelter's people; reading it leaves a line. A fixed number of queries. Raises `NotFound`, `Forbidden`."""
    stay = access_stay(session, actor, uid)
    audit(session, actor, "shelter:read", stay.case_number, stay.area_code)
    (view,) = _views(session, actor, [stay], sealer_of(session, stay))
    others = session.exec(select(ShelterStay).where(col(ShelterStay.status).in_(UNDER_WAY))).all()
    beds, taken = beds_of(session, others)
    houses = houses_of(session, actor.area_code, taken=taken)
    house, bed = name_beds(houses, beds.get(stay.id or 0, []))
    free = _free_rooms(houses, view.asked.party, stay.case_number)
    return replace(view, house=house, bed=bed, free=free)


def peek_stay(session: Session, actor: Actor, *, uid: str) -> tuple[int, bool]:
    """(version, whether consent holds): what an open screen asks to learn whether it is still true. Leaves no line."""
    stay = access_stay(session, actor, uid)
    return stay.version, bool(consents_of(session, {stay.case_id}))


def read_case_stays(session: Session, actor: Actor, *, number: str) -> tuple[StayView, ...]:
    """Requests and stays of a case for its team, the newest first: never a house, a bed or an address."""
    case = access_case(session, actor, number, Permission.CASE_READ)
    stays = session.exec(
        select(ShelterStay)
        .where(ShelterStay.case_id == case.id)
        .order_by(col(ShelterStay.id).desc())
        .limit(PAST)
    ).all()
    return tuple(_views(session, actor, stays, sealer_of(session, stays[0]))) if stays else ()


def _views(session: Session, actor: Actor, stays: Sequence[ShelterStay], sealer: Sealer) -> list[StayView]:
    ids = [stay.id for stay in stays]
    entries = session.exec(
        select(ShelterEntry)
        .where(col(ShelterEntry.stay_id).in_(ids))
        .order_by(col(ShelterEntry.id).desc())
        .limit(ENTRIES)
    ).all()
    extensions = session.exec(
        select(ShelterExtension)
        .where(col(ShelterExtension.stay_id).in_(ids))
        .order_by(col(ShelterExtension.id).desc())
    ).all()
    people: set[int | None] = {*(row.by_id for row in entries), *(row.by_id for row in extensions)}
    people |= {row.decided_by_id for row in extensions}
    named = select(Account.id, Account.display_name).where(col(Account.id).in_(people - {None}))
    names: dict[int | None, str] = dict(session.exec(named).all())
    needs, incidents = read_labels(session, "shelter_need"), read_labels(session, "shelter_incident")
    destinations = read_labels(session, "shelter_destination")
    agreed = consents_of(session, {stay.case_id for stay in stays})
    zone = timezone_of(session, stays[0].area_code)
    return [
        StayView(
            uid=stay.uid,
            case_number=stay.case_number,
            status=stay.status,
            status_label=label(ShelterStatus(stay.status)),
            urgency=stay.urgency,
            asked=(asked := open_asked(sealer, stay)),
            need_labels=tuple(needs.get(code, code) for code in asked.needs),
            consent=stay.case_id in agreed,
            asked_at=stay.asked_at,
            answer=sealer.open(f"shelter_stay.answer:{stay.uid}", stay.answer) if stay.answer else "",
            placed_at=stay.placed_at,
            due_at=stay.due_at,
            left_at=stay.left_at,
            destination=destinations.get(stay.destination, stay.destination),
            entries=tuple(
                _entry(row, sealer, names, needs | incidents) for row in entries if row.stay_id == stay.id
            ),
            extensions=tuple(
                _extension(row, sealer, names, actor) for row in extensions if row.stay_id == stay.id
            ),
            version=stay.version,
            timezone=zone,
        )
        for stay in stays
    ]


def _entry(
    row: ShelterEntry, sealer: Sealer, names: dict[int | None, str], labels: dict[str, str]
) -> EntryRow:
    return EntryRow(
        uid=row.uid,
        kind=row.kind,
        kind_label=label(ShelterEntryKind(row.kind)),
        code_label=labels.get(row.code, row.code),
        note=sealer.open(f"shelter_entry.note:{row.uid}", row.note) if row.note else "",
        by=names.get(row.by_id, ""),
        at=row.at,
    )


def _extension(
    row: ShelterExtension, sealer: Sealer, names: dict[int | None, str], actor: Actor
) -> ExtensionRow:
    return ExtensionRow(
        uid=row.uid,
        days=row.days,
        reason=sealer.open(f"shelter_extension.reason:{row.uid}", row.reason),
        by=names.get(row.by_id, ""),
        at=row.at,
        approved=row.approved,
        answer=sealer.open(f"shelter_extension.answer:{row.uid}", row.answer) if row.answer else "",
        decided_by=names.get(row.decided_by_id, ""),
        mine=row.by_id == actor.account_id,
    )


def _free_rooms(houses: Sequence[HouseRow], party: Party, own: str) -> tuple[FreeRoom, ...]:
    """Rooms with a bed that is free or hers, those where the party may sleep first."""
    rooms = []
    for house in houses:
        for room in house.rooms:
            beds = tuple(bed for bed in room.beds if bed.active and bed.by in ("", own))
            if house.active and room.active and beds:
                against = why_not_here(room.rule, party) or ""
                rooms.append(FreeRoom(house.name, room.name, against, room.rule, beds))
    return tuple(sorted(rooms, key=lambda room: bool(room.against)))
