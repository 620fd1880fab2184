"""The shelter's screens: requests and stays in words, everything done about them, and an address that does not linger."""

import asyncio
from typing import Any

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.shelter.staying import decide_extension
from rindu_app.state.shelter.home import ShelterDay
from rindu_app.state.shelter.rooms import ShelterRooms
from rindu_app.state.shelter.stay import StayPage
from rindu_app.words.codes import Role
from tests.factories import METRO, make_account
from tests.shelters import ADDRESS, ask, make_house, place, sheltered_case, write_address
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def worker(name: str = "rosa", area: str = "35.10") -> Person:
    return signed_in(name, role=Role.SHELTER, area=area)


def day(person: Person) -> ShelterDay:
    screen = Tab(person, "/rumah").on(ShelterDay)
    do(screen.load)
    return screen


def opened(person: Person, uid: str) -> StayPage:
    screen = Tab(person, f"/rumah/tinggal/{uid}").on(StayPage)
    do(screen.load)
    return screen


def test_the_day_begins_with_requests_and_goes_on_house_by_house() -> None:
    manager, person, house = make_account(), worker(), make_house()
    waiting, staying = sheltered_case(manager), sheltered_case(manager)
    ask(manager, waiting, urgency="now", alias="Kak Bunga", children=[("male", "4"), ("female", "0")])
    place(person.actor, ask(manager, staying), house.beds[0])
    seen = day(person)
    (asked,) = seen.requests
    assert (asked.title, asked.end, asked.late) == (f"{waiting} · Kak Bunga", "Sekarang juga", True)
    assert asked.people == "Perempuan 31 tahun, dengan laki-laki 4 tahun dan perempuan di bawah 1 tahun"
    (home,) = seen.houses
    assert (home.name, home.free) == ("Rumah Melati", "1 dari 2 tempat tidur kosong")
    assert [(row.title, row.detail, row.end) for row in home.stays] == [
        (staying, "Mawar, tempat tidur 1", "sisa 14 hari")
    ]
    do(seen.leave)
    assert (seen.requests, seen.houses) == ([], [])


async def watched(monkeypatch: pytest.MonkeyPatch, screen: Any, *, first: Any = None) -> None:
    """What an open screen does when the bell rings once; `first` runs after its watch has begun."""

    async def once(self: Any) -> Any:
        if first is not None:
            await first()
        yield

    async def nothing(self: Any, *error: object) -> None: ...

    kind = type(screen)
    for name, value in (("_changes", once), ("__aenter__", nothing), ("__aexit__", nothing)):
        monkeypatch.setattr(kind, name, value, raising=False)
    await kind.event_handlers["watch"].fn(screen)


def test_a_consent_taken_back_shows_on_an_open_stay_even_where_it_loads_after_its_watch_began(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    manager, person, house = make_account(), worker(), make_house()
    number = sheltered_case(manager)
    uid = ask(manager, number)
    place(person.actor, uid, house.beds[0])
    screen = Tab(person, f"/rumah/tinggal/{uid}").on(StayPage)

    async def load_then_withdraw() -> None:
        await screen.load()
        with open_session(manager) as session:
            withdraw_consent(session, manager, number=number, purpose="shelter")

    asyncio.run(watched(monkeypatch, screen, first=load_then_withdraw))
    assert (screen.stay.uid, screen.stay.consent) == (uid, False)


def test_a_consent_taken_back_shows_on_an_open_screen_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    manager, person = make_account(), worker()
    number = sheltered_case(manager)
    ask(manager, number)
    screen = day(person)
    assert screen.requests[0].consent
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="shelter")

    asyncio.run(watched(monkeypatch, screen))
    assert not screen.requests[0].consent


def test_a_bed_is_given_and_everything_of_a_stay_is_written_down() -> None:
    manager, person, house = make_account(), worker(), make_house()
    page = opened(
        person, ask(manager, sheltered_case(manager), children=[("male", "4")], needs=("meals", "baby"))
    )
    assert (page.stay.waits, page.stay.needs) == (True, "Perlengkapan bayi, Makan")
    do(page.place, form())
    assert list(page.errors) == ["place_beds"]
    do(page.place, form(place_beds=[str(bed) for bed in house.beds]))
    assert (page.stay.stays, page.stay.bed) == (True, "Rumah Melati: Mawar, tempat tidur 1 dan 2")
    do(page.log, "need", form(log_need_code="baby"))
    do(page.log, "visit", form(log_visit_note=""))
    assert list(page.errors) == ["log_visit_note"]
    do(page.log, "visit", form(log_visit_note="Kakaknya"))
    do(page.log, "incident", form(log_incident_code="health", log_incident_note="Demam"))
    assert [(row.title, row.text) for row in page.stay.log] == [
        ("Kejadian: Kesehatan", "Demam"), ("Kunjungan", "Kakaknya"), ("Keperluan diberikan: Perlengkapan bayi", ""),
    ]  # fmt: skip
    do(page.move, form(move_beds=str(house.beds[1])))
    assert page.stay.bed.endswith("tempat tidur 2")
    do(page.depart, form(depart_destination=""))
    assert list(page.errors) == ["depart_destination"]
    do(page.depart, form(depart_destination="family"))
    assert (page.stay.status, page.stay.destination, page.stay.left) == ("left", "Rumah keluarga", "")


def test_a_room_that_does_not_fit_says_why() -> None:
    manager, person = make_account(), worker()
    make_house(boys_until=None)
    page = opened(person, ask(manager, sheltered_case(manager), children=[("male", "4")]))
    assert page.stay.rooms[0].against == "Kamar ini hanya untuk perempuan. Pilih kamar lain."


def test_a_refusal_and_more_days_go_their_ways() -> None:
    manager, chief, person, house = make_account(), make_account(Role.SUPERVISOR), worker(), make_house()
    page = opened(person, ask(manager, sheltered_case(manager)))
    do(page.refuse, form(refuse_reason="full", refuse_note=""))
    assert list(page.errors) == ["refuse_note"]
    do(page.refuse, form(refuse_reason="full", refuse_note="Penuh sampai Jumat"))
    assert (page.stay.status, page.stay.answer) == ("refused", "Penuh sampai Jumat")
    number = sheltered_case(manager)
    page = opened(person, ask(manager, number))
    do(page.place, form(place_beds=str(house.beds[0])))
    do(page.extend, form(extend_days="banyak", extend_reason="Perlu"))
    assert list(page.errors) == ["extend_days"]
    do(page.extend, form(extend_days="5", extend_reason="Balai belum siap"))
    assert page.stay.extensions[0].title == "5 hari, menunggu keputusan penyelia"
    with open_session(chief) as session:
        decide_extension(session, chief, number=number, approve=True, answer="Sesuai rapat")
    do(page.load)
    assert page.stay.extensions[0].title == "5 hari, disetujui"
    assert page.stay.left == "sisa 19 hari"


def test_a_decision_on_what_has_changed_meanwhile_is_refused() -> None:
    manager, person, house = make_account(), worker(), make_house()
    uid = ask(manager, sheltered_case(manager))
    first, second = opened(person, uid), opened(worker("lia"), uid)
    do(first.place, form(place_beds=str(house.beds[0])))
    do(second.place, form(place_beds=str(house.beds[1])))
    assert second.notice.startswith("Data ini baru saja diubah orang lain.")


def test_another_areas_shelter_finds_nothing_and_forged_values_do_no_harm() -> None:
    manager, house = make_account(), make_house()
    uid = ask(manager, sheltered_case(manager))
    assert opened(worker("jauh", METRO), uid).phase == "missing"
    assert day(signed_in("lain", role=Role.SHELTER, area=METRO)).requests == []
    page = opened(worker(), uid)
    do(page.place, {"place_beds": ["x", 5, None]})
    do(page.place, form(place_beds=["-1", "9" * 30, str(house.beds[0])]))
    do(page.log, "castle", form())
    do(page.leave_page)
    assert page.stay.number == ""


def test_an_address_is_written_shown_when_asked_for_and_gone_with_the_page() -> None:
    house, person = make_house(), worker()
    rooms = Tab(person, "/rumah/kamar").on(ShelterRooms)
    do(rooms.load)
    assert [(row.name, row.rooms[0].text) for row in rooms.houses] == [
        ("Rumah Melati", "1: kosong, 2: kosong")
    ]
    do(rooms.show_address, str(house.id))
    assert rooms.address == "Alamat belum ditulis."
    do(rooms.begin, str(house.id))
    do(rooms.keep_address, form(place_address=" "))
    assert list(rooms.errors) == ["place_address"]
    do(rooms.keep_address, form(place_address=ADDRESS))
    assert ADDRESS not in repr(rooms.dict())
    do(rooms.show_address, str(house.id))
    assert rooms.address == ADDRESS
    do(rooms.hide_address)
    assert ADDRESS not in repr(rooms.dict())
    far = Tab(worker("jauh", METRO), "/rumah/kamar").on(ShelterRooms)
    write_address(person.actor, house)
    do(far.show_address, str(house.id))
    assert far.address == ""
