"""A new decree changes the table of areas without losing what old records point at."""

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel, col, func, select

from rindu_app.access.database import get_engine
from rindu_app.domain.areas.queries import list_children, read_area_path
from rindu_app.domain.areas.search import search_areas
from rindu_app.models import Area, ReferenceVersion
from rindu_app.seeds.reference.load_areas import AreaChanges, load_areas
from tests.reference import Loaded, load_reference

ZONES = '"Asia/Jakarta" = ["18"]\n"Asia/Makassar" = ["64"]\n'
OLD = [
    "18,Lampung,provinsi",
    "18.72,Kota Metro,kota",
    "18.72.05,Metro Selatan,kecamatan",
    "18.72.05.1001,Rejomulyo,kelurahan",
]


def decree(folder: Path, rows: list[str], number: str, day: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "areas.csv.gz").write_bytes(gzip.compress("\n".join(["code,name,kind", *rows]).encode()))
    (folder / "areas.toml").write_text(f'legal_basis = "{number}"\nvalid_from = {day}\n')
    (folder / "time_zones.toml").write_text(ZONES)
    return folder


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def session(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("RINDU_TEST_DATABASE", request.param)
    request.getfixturevalue("empty_installation")
    SQLModel.metadata.create_all(get_engine())
    with Session(get_engine()) as session:
        yield session


def test_loading_the_same_version_again_changes_nothing(loaded: Loaded, reference: Session) -> None:
    before = reference.get_one(ReferenceVersion, "areas").loaded_at
    assert load_areas(reference) == AreaChanges()
    assert reference.get_one(ReferenceVersion, "areas").loaded_at == before


def test_a_vanished_code_is_closed_and_a_new_one_opened(session: Session, tmp_path: Path) -> None:
    load_areas(session, folder=decree(tmp_path / "old", OLD, "Decree 1", "2025-04-25"))
    new = [*OLD[:3], "18.72.05.1005,Rejomulyo Baru,kelurahan"]
    changes = load_areas(session, folder=decree(tmp_path / "new", new, "Decree 2", "2027-01-01"))
    assert changes == AreaChanges(added=1, changed=0, closed=1)
    closed, opened = session.get_one(Area, "18.72.05.1001"), session.get_one(Area, "18.72.05.1005")
    assert (closed.valid_to, closed.legal_basis) == (date(2027, 1, 1), "Decree 1")
    assert (opened.valid_from, opened.valid_to, opened.legal_basis) == (date(2027, 1, 1), None, "Decree 2")


def test_a_closed_area_is_offered_no_more_but_old_records_still_read_its_path(
    session: Session, tmp_path: Path
) -> None:
    load_areas(session, folder=decree(tmp_path / "old", OLD, "Decree 1", "2025-04-25"))
    load_areas(session, folder=decree(tmp_path / "new", OLD[:3], "Decree 2", "2027-01-01"))
    assert list_children(session, "18.72.05") == ()
    assert search_areas(session, "rejomulyo") == ()
    assert [row.code for row in list_children(session, "18.72")] == ["18.72.05"]
    assert read_area_path(session, "18.72.05.1001").text == "Rejomulyo, Metro Selatan, Kota Metro, Lampung"


def test_a_renamed_area_keeps_its_code_and_is_found_by_its_new_name(session: Session, tmp_path: Path) -> None:
    load_areas(session, folder=decree(tmp_path / "old", OLD, "Decree 1", "2025-04-25"))
    new = [*OLD[:3], "18.72.05.1001,Rejo Makmur,kelurahan"]
    assert load_areas(session, folder=decree(tmp_path / "new", new, "Decree 2", "2027-01-01")).changed == 1
    assert [hit.code for hit in search_areas(session, "makmur")] == ["18.72.05.1001"]
    assert session.get_one(Area, "18.72.05.1001").valid_from == date(2025, 4, 25)


def test_a_code_that_comes_back_is_open_again(session: Session, tmp_path: Path) -> None:
    load_areas(session, folder=decree(tmp_path / "a", OLD, "Decree 1", "2025-04-25"))
    load_areas(session, folder=decree(tmp_path / "b", OLD[:3], "Decree 2", "2027-01-01"))
    load_areas(session, folder=decree(tmp_path / "c", OLD, "Decree 3", "2028-01-01"))
    assert session.get_one(Area, "18.72.05.1001").valid_to is None


def test_a_failed_load_leaves_no_half_table_behind(session: Session, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_areas(session, stop, decree(tmp_path / "old", OLD, "Decree 1", "2025-04-25"))
    session.rollback()
    assert session.exec(select(func.count()).select_from(Area)).one() == 0
    assert session.get(ReferenceVersion, "areas") is None


def test_a_province_without_a_time_zone_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="97"):
        load_areas(
            session, folder=decree(tmp_path / "x", ["97,Papua Baru,provinsi"], "Decree 1", "2027-01-01")
        )


@pytest.mark.slow
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_the_whole_country_loads_into_postgresql_too(empty_installation: Path) -> None:
    loaded = load_reference(get_engine())
    assert loaded.areas.added == 91_599
    with Session(loaded.engine) as session:
        found = session.exec(
            select(Area.code).where(col(Area.code) >= "35.10.", col(Area.code) < "35.10/")
        ).all()
        assert len(found) == 25 + 217
        assert load_areas(session) == AreaChanges()
        assert search_areas(session, "rejomulyo metro")[0].code == "18.72.05.1001"
