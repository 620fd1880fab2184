"""A bed is given by the rules of its house and room, and never to two."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.shelter.home import read_shelter_home
from rindu_app.domain.shelter.houses import (
    HouseFields,
    RoomFields,
    add_beds,
    list_managed_houses,
    save_house,
    save_room,
    set_bed,
)
from rindu_app.domain.shelter.placing import move_guest, place_guest, refuse_request
from rindu_app.domain.shelter.view import read_shelter_part, read_stay
from rindu_app.models import AuditEntry, ShelterBedUse, ShelterStay
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.factories import BALIKPAPAN, BANYUWANGI, EAST_JAVA, SYSTEM, make_account
from tests.shelters import ask, make_house, place, sheltered_case

pytestmark = pytest.mark.usefixtures("country")


def refusal(worker: Actor, uid: str, *beds: int) -> str:
    with open_session(worker) as session, pytest.raises((Conflict, Invalid)) as refused:
        place_guest(session, worker, uid=uid, bed_ids=beds)
    return refused.value.code


def test_a_mother_and_her_children_sleep_in_one_room_and_the_case_hears_no_place() -> None:
    manager, worker, house = make_account(), make_account(Role.SHELTER), make_house()
    number = sheltered_case(manager)
    uid = ask(manager, number, children=[("male", "4")])
    place(worker, uid, *house.beds)
    with open_session(worker) as session:
        (row,) = read_shelter_home(session, worker).staying
        view = read_stay(session, worker, uid=uid)
    assert (row.house, row.bed) == ("Rumah Melati", "Mawar, tempat tidur 1 dan 2")
    assert (view.house, view.bed, view.status) == ("Rumah Melati", row.bed, "placed")
    with open_session(manager) as session:
        seen = read_case(session, manager, number=number).timeline[0]
        (of_case,) = read_shelter_part(session, manager, number=number).stays
    assert seen.label == "Mulai tinggal di rumah perlindungan"
    assert (of_case.house, of_case.bed, of_case.free) == ("", "", ())
    assert not [word for word in ("Melati", "Mawar") if word in repr((seen, of_case))]


@pytest.mark.parametrize(
    ("room", "wanted", "code"),
    [
        ({"boys_until": None}, {"children": [("male", "4")]}, "shelter_women_only"),
        ({}, {"children": [("male", "13")]}, "shelter_boy_too_old"),
        ({}, {"sex": "male", "age": "40"}, "shelter_no_men"),
        ({"families_only": True}, {}, "shelter_families_only"),
    ],
)
def test_the_rules_of_a_room_are_kept(room: dict[str, Any], wanted: dict[str, Any], code: str) -> None:
    manager, worker, house = make_account(), make_account(Role.SHELTER), make_house(**room)
    uid = ask(manager, sheltered_case(manager), **wanted)
    assert refusal(worker, uid, house.beds[0]) == code
    with open_session(worker) as session:
        (free,) = read_stay(session, worker, uid=uid).free
    assert free.against == code


def test_beds_must_be_there_open_free_together_and_not_more_than_people() -> None:
    manager, worker, house, second = make_account(), make_account(Role.SHELTER), make_house(), make_house()
    uid = ask(manager, sheltered_case(manager), children=[("female", "4")])
    assert refusal(worker, uid) == "shelter_bed_missing"
    assert refusal(worker, uid, house.beds[0], second.beds[0]) == "shelter_one_room"
    alone = ask(manager, sheltered_case(manager))
    assert refusal(worker, alone, *house.beds) == "shelter_too_many_beds"
    place(worker, alone, house.beds[0])
    assert refusal(worker, uid, *house.beds) == "shelter_bed_taken"
    admin = make_account(Role.ADMIN)
    with open_session(admin) as session:
        set_bed(session, admin, bed_id=second.beds[0], active=False)
    assert refusal(worker, uid, second.beds[0]) == "shelter_bed_closed"
    far = make_house(BALIKPAPAN)
    for bed in (far.beds[0], 99_999):
        with open_session(worker) as session, pytest.raises(NotFound):
            place_guest(session, worker, uid=uid, bed_ids=[bed])


def test_whoever_moves_leaves_her_bed_to_others_and_keeps_her_clock() -> None:
    manager, worker, house = make_account(), make_account(Role.SHELTER), make_house(beds=3)
    uid = ask(manager, sheltered_case(manager), children=[("female", "4")])
    place(worker, uid, *house.beds[:2])
    with open_session(worker) as session:
        before = read_stay(session, worker, uid=uid).due_at
        move_guest(session, worker, uid=uid, bed_ids=house.beds[1:])
    with open_session(worker) as session:
        seen = read_stay(session, worker, uid=uid)
    assert (seen.bed, seen.due_at) == ("Mawar, tempat tidur 2 dan 3", before)
    place(worker, ask(manager, sheltered_case(manager)), house.beds[0])


def test_a_refusal_has_a_reason_of_the_list_and_words_for_the_team() -> None:
    manager, worker = make_account(), make_account(Role.SHELTER)
    number = sheltered_case(manager)
    uid = ask(manager, number)
    for reason, note, field in (("moody", "Penuh", "reason"), ("full", " ", "note")):
        with open_session(worker) as session, pytest.raises(Invalid) as refused:
            refuse_request(session, worker, uid=uid, reason=reason, note=note)
        assert refused.value.field == field
    with open_session(worker) as session:
        refuse_request(session, worker, uid=uid, reason="full", note="Penuh sampai Jumat")
    with open_session(manager) as session:
        (seen,) = read_shelter_part(session, manager, number=number).stays
        line = read_case(session, manager, number=number).timeline[0]
    assert (seen.status, seen.answer, line.text) == (
        "refused",
        "Penuh sampai Jumat",
        "Semua tempat tidur terisi",
    )
    assert ask(manager, number)


@pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)
def test_of_many_bookings_of_one_bed_at_the_same_moment_one_succeeds(
    country: object, run_together: Callable[..., list[Any]]
) -> None:
    manager, house = make_account(), make_house(beds=1)
    workers = [make_account(Role.SHELTER) for _ in range(6)]
    waiting = [(worker, ask(manager, sheltered_case(manager))) for worker in workers]

    def book() -> str:
        worker, uid = waiting.pop()
        try:
            place(worker, uid, house.beds[0])
        except Conflict as refused:
            return refused.code
        return "placed"

    assert sorted(run_together(book, times=6)) == ["placed"] + ["shelter_bed_taken"] * 5
    with open_session(SYSTEM, write=False) as session:
        assert len(session.exec(select(ShelterBedUse)).all()) == 1
        assert len(session.exec(select(ShelterStay).where(ShelterStay.status == "placed")).all()) == 1


@pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)
def test_the_database_itself_lets_no_second_one_in_and_forgets_nobody_who_left(country: object) -> None:
    manager, house = make_account(), make_house()
    first, second = (ask(manager, sheltered_case(manager)) for _ in range(2))
    with open_session(SYSTEM) as session:
        stays = [
            session.exec(select(ShelterStay).where(ShelterStay.uid == uid)).one() for uid in (first, second)
        ]
        for stay in stays:
            session.add(
                ShelterBedUse(
                    stay_id=stay.id or 0, case_id=stay.case_id, bed_id=house.beds[0], until=clock.now()
                )
            )
        session.add(ShelterBedUse(stay_id=stays[0].id or 0, case_id=stays[0].case_id, bed_id=house.beds[0]))
    with pytest.raises(IntegrityError), open_session(SYSTEM) as session:
        session.add(ShelterBedUse(stay_id=stays[1].id or 0, case_id=stays[1].case_id, bed_id=house.beds[0]))


def test_houses_are_kept_by_the_administrator_of_the_area_and_by_nobody_else() -> None:
    house, admin, away = make_house(), make_account(Role.ADMIN), make_account(Role.ADMIN, BALIKPAPAN)
    fields, room = HouseFields(BANYUWANGI, "Rumah Anggrek", 5), RoomFields("Kamar 2")
    with open_session(admin) as session:
        save_house(session, admin, fields=fields, house_id=house.id)
        save_room(session, admin, house_id=house.id, fields=room, room_id=house.room)
        (seen,) = list_managed_houses(session, admin)
    assert (seen.name, seen.boys_until, seen.rooms[0].name, len(seen.rooms[0].beds)) == (
        "Rumah Anggrek",
        5,
        "Kamar 2",
        2,
    )
    with open_session(away) as session:
        assert list_managed_houses(session, away) == ()
        for call in (
            lambda: save_house(session, away, fields=fields, house_id=house.id),
            lambda: save_room(session, away, house_id=house.id, fields=room),
            lambda: add_beds(session, away, room_id=house.room, count=1),
            lambda: set_bed(session, away, bed_id=house.beds[0], active=False),
        ):
            with pytest.raises(NotFound):
                call()
    with open_session(away) as session, pytest.raises(Forbidden):
        save_house(session, away, fields=fields)
    for role in (Role.COUNSELLOR, Role.SUPERVISOR, Role.SHELTER):
        actor = make_account(role)
        with open_session(actor) as session:
            for call in (
                lambda: save_house(session, actor, fields=fields),  # noqa: B023
                lambda: add_beds(session, actor, room_id=house.room, count=1),  # noqa: B023
                lambda: set_bed(session, actor, bed_id=house.beds[0], active=False),  # noqa: B023
                lambda: list_managed_houses(session, actor),  # noqa: B023
            ):
                with pytest.raises(Forbidden):
                    call()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (HouseFields(BANYUWANGI, " "), "name"),
        (HouseFields(BANYUWANGI, "x" * 81), "name"),
        (HouseFields(BANYUWANGI, "Rumah", 18), "boys_until"),
        (HouseFields("99.99", "Rumah"), "area_code"),
        (HouseFields(EAST_JAVA + ".10.10", "Rumah"), "area_code"),
    ],
)
def test_a_house_that_cannot_be_is_refused_at_its_field(fields: HouseFields, field: str) -> None:
    house, admin = make_house(), make_account(Role.ADMIN)
    with open_session(admin) as session, pytest.raises(Invalid) as refused:
        save_house(session, admin, fields=fields, house_id=house.id)
    assert refused.value.field == field


def test_a_room_holds_only_so_many_beds() -> None:
    house, admin = make_house(), make_account(Role.ADMIN)
    for count in (0, 19):
        with open_session(admin) as session, pytest.raises(Invalid, match="amount_range"):
            add_beds(session, admin, room_id=house.room, count=count)
    with open_session(admin) as session:
        add_beds(session, admin, room_id=house.room, count=18)


def test_the_trail_knows_that_and_not_where_somebody_sleeps() -> None:
    manager, worker, house = make_account(), make_account(Role.SHELTER), make_house()
    place(worker, ask(manager, sheltered_case(manager)), house.beds[0])
    with open_session(SYSTEM, write=False) as session:
        entry = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc())).first()
    assert entry is not None
    assert (entry.action, entry.actor, entry.facts) == ("case:shelter_placed", f"account:{worker.id}", {})
