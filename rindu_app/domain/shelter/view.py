"""One stay: with its bed and the free ones for the shelter's people, without any place for the team of its case."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session, col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.file import open_file
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.reports.view import timezone_of
from rindu_app.domain.shelter.access import access_stay, sealer_of
from rindu_app.domain.shelter.asking import asked_of_shelter, open_asked
from rindu_app.domain.shelter.home import beds_of, name_beds
from rindu_app.domain.shelter.houses import houses_of
from rindu_app.domain.shelter.onward import list_onward
from rindu_app.domain.shelter.rows import (
    EntryRow,
    ExtensionRow,
    FreeRoom,
    HouseRow,
    ShelterPart,
    StayView,
    WaitingExtension,
)
from rindu_app.domain.shelter.rules import Party, why_not_here
from rindu_app.domain.shelter.telling import consents_of
from rindu_app.domain.shelter.workflow import UNDER_WAY
from rindu_app.models import Account, Partner, ShelterEntry, ShelterExtension, ShelterStay
from rindu_app.words.codes import ShelterEntryKind, ShelterStatus
from rindu_app.words.labels import label

PAST = 10
WAITING = 100
ENTRIES = 200


def read_stay(session: Session, actor: Actor, *, uid: str) -> StayView:
    """A stay for the shelter's people; reading it leaves a line. A fixed number of queries. Raises `NotFound`, `Forbidden`."""
    stay = access_stay(session, actor, uid)
    audit(session, actor, "shelter:read", stay.case_number, stay.area_code)
    (view,) = _views(session, actor, [stay], sealer_of(session, stay))
    if asked_of_shelter(sealer_of(session, stay), stay, consent=view.consent) is None:
        return replace(view, asked=None, need_labels=())
    others = session.exec(select(ShelterStay).where(col(ShelterStay.status).in_(UNDER_WAY))).all()
    beds, taken = beds_of(session, others)
    houses = houses_of(session, actor.area_code, taken=taken)
    house, bed = name_beds(houses, beds.get(stay.id or 0, []))
    free = _free_rooms(houses, open_asked(sealer_of(session, stay), stay).party, stay.case_number)
    return replace(view, house=house, bed=bed, free=free)


def peek_stay(session: Session, actor: Actor, *, uid: str) -> tuple[int, bool]:
    """(version, whether consent holds): what an open screen asks to learn whether it is still true. Leaves no line."""
    stay = access_stay(session, actor, uid)
    return stay.version, bool(consents_of(session, {stay.case_id}))


def read_shelter_part(session: Session, actor: Actor, *, number: str) -> ShelterPart:
    """Requests and stays of a case for its team, the newest first: never a house, a bed or an address. Who received her next is
    named here and nowhere else."""
    file = open_file(session, actor, number)
    stays = session.exec(
        select(ShelterStay)
        .where(ShelterStay.case_id == file.id)
        .order_by(col(ShelterStay.id).desc())
        .limit(PAST)
    ).all()
    views = _views(session, actor, stays, file.sealer) if stays else []
    named = col(Partner.id).in_({stay.onward_partner_id for stay in stays} - {None})
    names = dict(session.exec(select(Partner.id, Partner.name).where(named)).all())
    told = [
        replace(view, onward=names.get(stay.onward_partner_id, ""))
        for view, stay in zip(views, stays, strict=True)
    ]
    agreed = bool(consents_of(session, {file.id}))
    return ShelterPart(file.head, tuple(told), agreed, list_onward(session, actor, file))


def list_waiting_extensions(session: Session, actor: Actor) -> tuple[WaitingExtension, ...]:
    """More days that a supervisor of the area has to decide about, the oldest first. Raises `Forbidden` for anybody else."""
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
    found = session.exec(
        select(ShelterExtension, ShelterStay.case_number, Account.display_name)
        .join(ShelterStay, col(ShelterStay.id) == col(ShelterExtension.stay_id))
        .join(Account, col(Account.id) == col(ShelterExtension.by_id))
        .where(col(ShelterExtension.decided_at).is_(None))
        .order_by(col(ShelterExtension.id))
        .limit(WAITING)
    )
    return tuple(
        WaitingExtension(row.uid, number, row.days, by, row.at, row.by_id == actor.account_id)
        for row, number, by in found
    )


def count_waiting_extensions(session: Session, actor: Actor) -> int:
    """How many of them wait for this supervisor; what she asked for herself is for another."""
    waiting = select(func.count(col(ShelterExtension.id))).where(
        col(ShelterExtension.decided_at).is_(None), ShelterExtension.by_id != actor.account_id
    )
    return session.exec(waiting).one() if actor.may(Permission.CASE_SUPERVISE) else 0


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
    names = names_of(session, people)
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
            arranged=stay.onward_partner_id is not None,
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
