"""The administrator keeps houses, rooms and beds, and meets no address."""

import pytest

from rindu_app.state.admin.shelters import Shelters
from rindu_app.words.codes import Role
from tests.factories import BALIKPAPAN, make_account
from tests.shelters import ADDRESS, make_house, write_address
from tests.state.screen import Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")

HOUSE = {
    "house_name": "Rumah Anggrek",
    "house_area_code": "35.10",
    "house_boys_until": "10",
    "house_active": "yes",
}
ROOM = {"room_name": "Kamar Ulin", "room_boys_until": "none", "room_families": "yes", "room_active": "yes"}


def opened(area: str = "35.10", name: str = "dian") -> Shelters:
    screen = Tab(signed_in(name, role=Role.ADMIN, area=area), "/admin/rumah").on(Shelters)
    do(screen.load)
    return screen


def test_a_house_gets_rooms_and_beds() -> None:
    screen = opened()
    assert screen.rows == []
    do(screen.begin, "new")
    do(screen.save, form(**{**HOUSE, "house_name": " "}))
    assert list(screen.errors) == ["house_name"]
    do(screen.save, form(**HOUSE))
    do(screen.begin_room, "new")
    do(screen.save_room, form(**ROOM))
    do(screen.more_beds, form(bed_count="0"))
    assert list(screen.errors) == ["bed_count"]
    do(screen.more_beds, form(bed_count="3"))
    do(screen.turn_bed, screen.beds[2].key)
    assert [row.dim for row in screen.beds] == [False, False, True]
    assert [row.detail for row in screen.rows] == [
        "Perempuan, dan anak laki-laki sampai 10 tahun · 1 kamar, 2 tempat tidur"
    ]
    assert screen.rooms[0].detail == "Perempuan saja. Untuk ibu yang datang bersama anak · 2 tempat tidur"
    do(screen.turn_bed, screen.beds[2].key)
    assert not screen.beds[2].dim
    do(screen.stop_room)
    do(screen.stop)
    assert (screen.editing, screen.room) == ("", "")


def test_a_house_is_changed_and_closed() -> None:
    house, screen = make_house(), opened()
    do(screen.begin, str(house.id))
    assert screen.old["boys_until"] == "12"
    do(screen.save, form(**{**HOUSE, "house_boys_until": "castle"}))
    assert list(screen.errors) == ["house_boys_until"]
    do(screen.save, form(house_name="Rumah Melati", house_area_code="35.10", house_boys_until="none"))
    assert screen.rows[0].detail.endswith("ditutup")


def test_no_address_and_no_house_of_another_area_is_there() -> None:
    house = make_house()
    write_address(make_account(Role.SHELTER), house)
    screen = opened()
    do(screen.begin, str(house.id))
    assert ADDRESS not in repr(screen.dict())
    away = opened(BALIKPAPAN, "jauh")
    do(away.begin, str(house.id))
    assert (away.rows, away.rooms) == ([], [])
    do(away.save, form(**HOUSE))
    assert away.notice
