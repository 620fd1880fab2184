"""Who and what is there before the first report: staff, partners, a shelter, groups that meet."""

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bench.rows import Rows, add_key, write_rows
from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.models import (
    Account,
    CounsellingGroup,
    GroupMeeting,
    Partner,
    ShelterBed,
    ShelterHouse,
    ShelterRoom,
)
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import Role

COUNSELLORS, PARTNERS, GROUPS, MEETINGS = 30, 12, 40, 12
HOUSES, ROOMS, BEDS = 4, 5, 4


@dataclass(frozen=True)
class Office:
    """`partners` are (id, uid); the first of them is the one whose account is `partner`. `groups` are theirs in order."""

    area: str
    counsellors: tuple[Actor, ...]
    supervisor: Actor
    shelter: Actor
    partner: Actor
    partners: tuple[tuple[int, str], ...]
    groups: tuple[Sealer, ...]


def open_office(session: Session, area: str) -> Office:
    partners = [
        Partner(area_code=area, name=f"Mitra Rekaan {number}", kind="hospital", services=["medical", "legal"])
        for number in range(PARTNERS)
    ]
    session.add_all(partners)
    session.flush()
    roles = [*[Role.COUNSELLOR] * COUNSELLORS, Role.SUPERVISOR, Role.SHELTER, Role.PARTNER]
    accounts = [
        Account(
            username=f"bench{number}", display_name=f"Petugas {number}", role=role, area_code=area, password_hash="!",
            partner_id=partners[0].id if role is Role.PARTNER else None,
        )
        for number, role in enumerate(roles)
    ]  # fmt: skip
    session.add_all(accounts)
    session.flush()
    *counsellors, supervisor, shelter, partner = [
        Actor(kind=Role(row.role), account_id=row.id, area_code=area, partner_id=row.partner_id)
        for row in accounts
    ]
    _build_houses(session, area)
    groups = _open_groups(session, area, counsellors)
    known = tuple((row.id or 0, row.uid) for row in partners)
    return Office(area, tuple(counsellors), supervisor, shelter, partner, known, groups)


def _build_houses(session: Session, area: str) -> None:
    """Its beds have the ids 1, 2, 3 …"""
    rooms = HOUSES * ROOMS
    rows: Rows = {
        ShelterHouse: [{"id": n + 1, "area_code": area, "name": f"Rumah {n}"} for n in range(HOUSES)],
        ShelterRoom: [{"id": n + 1, "house_id": n // ROOMS + 1, "name": f"Kamar {n}"} for n in range(rooms)],
        ShelterBed: [{"id": n + 1, "room_id": n // BEDS + 1, "name": f"{n}"} for n in range(rooms * BEDS)],
    }
    write_rows(session, rows)


def _open_groups(session: Session, area: str, leaders: list[Actor]) -> tuple[Sealer, ...]:
    """Their ids are 1, 2, 3 …; half of the meetings of each are over, the others come week by week."""
    rows: Rows = {}
    sealers = tuple(add_key(rows) for _ in range(GROUPS))
    for number, sealer in enumerate(sealers, 1):
        uid, leader = new_uid(), leaders[number % len(leaders)].id
        rows.setdefault(CounsellingGroup, []).append({
            "id": number, "uid": uid, "key_uid": sealer.uid, "area_code": area, "leader_id": leader,
            "name": sealer.seal(f"counselling_group.name:{uid}", f"Kelompok {number}"),
        })  # fmt: skip
        for meeting in range(MEETINGS):
            uid, starts = new_uid(), clock.now() + timedelta(weeks=meeting - MEETINGS // 2, hours=1)
            rows.setdefault(GroupMeeting, []).append({
                "uid": uid, "group_id": number, "counsellor_id": leader, "service": "group_support", "minutes": 90,
                "starts_at": starts, "status": "held" if starts < clock.now() else "planned",
                "place": sealer.seal(f"group_meeting.place:{uid}", "Aula rekaan"),
            })  # fmt: skip
    write_rows(session, rows)
    return sealers
