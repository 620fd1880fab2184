"""Choosing an area step by step, and reading where it lies."""

import pytest
from sqlmodel import Session

from rindu_app.access.errors import NotFound
from rindu_app.domain.areas.queries import list_children, read_area_path, read_area_paths
from rindu_app.domain.areas.rows import AreaRow


def test_the_country_begins_with_its_provinces(reference: Session) -> None:
    provinces = list_children(reference, None)
    assert len(provinces) == 38
    assert provinces[0] == AreaRow("11", "Aceh", "provinsi", 1)


def test_children_come_by_name(reference: Session) -> None:
    names = [row.name for row in list_children(reference, "18.72")]
    assert names == ["Metro Barat", "Metro Pusat", "Metro Selatan", "Metro Timur", "Metro Utara"]


def test_only_direct_children_are_listed(reference: Session) -> None:
    assert {row.level for row in list_children(reference, "35.10")} == {3}
    assert list_children(reference, "18.72.05.1001") == ()


@pytest.mark.parametrize("code", ["99", "", "x", "35.10' OR 1=1", "%"])
def test_an_unknown_code_has_no_children_and_no_path(reference: Session, code: str) -> None:
    assert list_children(reference, code) == ()
    with pytest.raises(NotFound):
        read_area_path(reference, code)


def test_the_path_goes_from_village_to_province(reference: Session) -> None:
    path = read_area_path(reference, "18.72.05.1001")
    assert path.text == "Rejomulyo, Metro Selatan, Kota Metro, Lampung"
    assert [step.code for step in path.steps] == ["18.72.05.1001", "18.72.05", "18.72", "18"]
    assert path.name == "Rejomulyo"


def test_many_paths_are_read_at_once_and_unknown_codes_left_out(reference: Session) -> None:
    paths = read_area_paths(reference, ["64.71", "35", "99.99", "nonsense", "64.71"])
    assert {code: path.text for code, path in paths.items()} == {
        "64.71": "Kota Balikpapan, Kalimantan Timur",
        "35": "Jawa Timur",
    }
    assert read_area_paths(reference, []) == {}
