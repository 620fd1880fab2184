"""The shipped areas are the whole country, and the places we serve are in it."""

from collections import Counter

import pytest
from sqlmodel import Session, col, func, select

from rindu_app.models import Area
from rindu_app.seeds.reference.area_file import FOLDER
from tests.reference import Loaded


def kinds_below(session: Session, code: str) -> Counter[tuple[int, str]]:
    rows = session.exec(select(Area.level, Area.kind).where(col(Area.code).startswith(f"{code}.")))
    return Counter(tuple(row) for row in rows)


def test_the_country_has_all_its_areas_on_four_levels(reference: Session) -> None:
    counts = reference.exec(select(Area.level, func.count()).group_by(Area.level)).all()
    assert dict(counts) == {1: 38, 2: 514, 3: 7285, 4: 83762}


def test_the_country_has_its_kinds_of_areas(reference: Session) -> None:
    counts = dict(reference.exec(select(Area.kind, func.count()).group_by(Area.kind)).all())
    assert counts == {
        "provinsi": 38, "kabupaten": 416, "kota": 98, "kecamatan": 7285, "kelurahan": 8496, "desa": 75252, "desa_adat": 14,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "name", "below"),
    [
        ("35.10", "Kabupaten Banyuwangi", {(3, "kecamatan"): 25, (4, "kelurahan"): 28, (4, "desa"): 189}),
        ("18.72", "Kota Metro", {(3, "kecamatan"): 5, (4, "kelurahan"): 22}),
        ("64.71", "Kota Balikpapan", {(3, "kecamatan"): 6, (4, "kelurahan"): 34}),
        ("35.17", "Kabupaten Jombang", {(3, "kecamatan"): 21, (4, "kelurahan"): 4, (4, "desa"): 302}),
    ],
)
def test_the_places_we_serve_are_complete(
    reference: Session, code: str, name: str, below: dict[tuple[int, str], int]
) -> None:
    area = reference.get_one(Area, code)
    assert area.name == name
    assert kinds_below(reference, code) == below


def test_rejomulyo_in_metro_has_its_code(reference: Session) -> None:
    village = reference.get_one(Area, "18.72.05.1001")
    assert (village.name, village.kind, village.level, village.parent_code) == (
        "Rejomulyo",
        "kelurahan",
        4,
        "18.72.05",
    )


def test_every_area_hangs_under_an_existing_one(reference: Session) -> None:
    codes = set(reference.exec(select(Area.code)))
    parents = set(reference.exec(select(Area.parent_code).where(Area.level > 1)))
    assert parents <= codes
    assert (
        reference.exec(select(func.count()).where(Area.level == 1, col(Area.parent_code).is_not(None))).one()
        == 0
    )


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("35.10", "Asia/Jakarta"), ("18.72.05.1001", "Asia/Jakarta"), ("61.71", "Asia/Jakarta"), ("62", "Asia/Jakarta"),
        ("64.71", "Asia/Makassar"), ("51.71", "Asia/Makassar"), ("63", "Asia/Makassar"),
        ("81", "Asia/Jayapura"), ("91.71", "Asia/Jayapura"), ("96.71", "Asia/Jayapura"),
    ],
)  # fmt: skip
def test_clocks_run_in_the_local_zone(reference: Session, code: str, zone: str) -> None:
    assert reference.get_one(Area, code).timezone == zone


def test_every_row_names_its_decree_and_can_be_searched(reference: Session) -> None:
    assert set(reference.exec(select(Area.legal_basis))) == {"Kepmendagri Nomor 300.2.2-2138 Tahun 2025"}
    assert set(reference.exec(select(Area.name_search).where(col(Area.name_search) == ""))) == set()
    assert reference.exec(select(Area.valid_to).distinct()).all() == [None]


def test_names_can_be_typed_on_a_phone(reference: Session) -> None:
    assert all(name.isascii() and name == name.strip() for name in reference.exec(select(Area.name)))


def test_loading_tells_how_far_it_is(loaded: Loaded) -> None:
    assert loaded.areas.added == 91_599
    assert loaded.steps[-1] == (91_599, 91_599)
    assert loaded.steps == sorted(loaded.steps)
    assert len(loaded.steps) > 10


def test_the_file_is_small_and_its_licences_are_kept() -> None:
    assert (FOLDER / "areas.csv.gz").stat().st_size < 1_000_000
    notices = (FOLDER / "LICENSES.md").read_text()
    assert "Lokal contributors" in notices
    assert "Cahya DSN" in notices
    assert notices.count("Permission is hereby granted") == 2
