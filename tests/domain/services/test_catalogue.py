"""One service event feeds all reports: each kind has a code of every facet, and every report is fed. None has a price."""

import ast
import re
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel

import rindu_app
from rindu_app.domain.codes.queries import list_codes, read_labels
from rindu_app.domain.services.catalogue import FACETS, KINDS, read_kinds

# What would be a price, in either language, as a part of a name.
PRICE = re.compile(
    r"(?:^|_)(?:price|prices|cost|costs|fee|fees|fare|tariff|tarif|biaya|harga|bayar|payment|pay|paid|invoice)(?:_|$)"
)
SERVICE_CODE = ("domain/services", "state/counsellor", "pages/counsellor", "models")


def test_each_kind_has_a_code_of_every_facet_and_a_handling_to_consent_to(reference: Session) -> None:
    known = {facet: read_labels(reference, list_code) for facet, list_code in FACETS.items()}
    handlings = read_labels(reference, "handling_kind")
    assert len(list_codes(reference, KINDS)) >= 20
    for item in list_codes(reference, KINDS):
        for facet in FACETS:
            assert item.extra[facet] in known[facet], (item.code, facet)
        assert item.extra["handling"] in handlings, item.code


def test_no_service_of_simfoni_and_no_component_is_without_a_kind_that_feeds_it(reference: Session) -> None:
    kinds = read_kinds(reference).values()
    assert {kind.simfoni for kind in kinds} == set(read_labels(reference, "service_simfoni"))
    assert {kind.component for kind in kinds} == set(read_labels(reference, "service_component"))


def test_the_places_of_accompaniment_are_all_there(reference: Session) -> None:
    where = {"police", "hospital", "prosecutor", "court", "school", "home"}
    assert {f"accompany_{place}" for place in where} <= read_kinds(reference).keys()


def test_whatever_concerns_health_is_kept_as_health(reference: Session) -> None:
    health = {code for code, kind in read_kinds(reference).items() if kind.is_health}
    assert health == {"accompany_hospital", "health_check", "health_mind", "health_other"}


@pytest.mark.parametrize("table", SQLModel.metadata.sorted_tables, ids=lambda table: table.name)
def test_no_table_has_a_column_for_a_price(table: object) -> None:
    assert [column.name for column in table.columns if PRICE.search(column.name)] == []  # type: ignore[attr-defined]


def test_no_name_and_no_form_field_of_service_delivery_is_a_price() -> None:
    home, found = Path(rindu_app.__file__).parent, set()
    for folder in SERVICE_CODE:
        for file in (home / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                said = getattr(node, "id", None) or getattr(node, "arg", None) or getattr(node, "attr", None)
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
                    said = node.value
                if isinstance(said, str) and PRICE.search(said.lower()):
                    found.add((file.name, said))
    assert found == set()


def test_the_price_test_would_notice() -> None:
    assert all(PRICE.search(name) for name in ("price", "service_fee", "biaya_visum", "total_cost"))
    assert not PRICE.search("received_rupiah")
