"""An incident as SIMFONI and as GBVIMS would have it, with the lists that are shipped; what is unknown stays unknown."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rindu_app.domain.codes.rows import CodeFacts
from rindu_app.domain.incidents.facts import CLIENT_LISTS, LISTS, ClientFacts, IncidentFacts, PerpetratorFacts
from rindu_app.domain.incidents.mapping import (
    Lists,
    age_band,
    classify,
    reporting_delay,
    to_gbvims,
    to_simfoni,
)
from rindu_app.seeds.reference.code_lists import read_seed_rows
from rindu_app.words.ages import Age, PartialDate

REPORTED = date(2026, 11, 27)


def shipped() -> Lists:
    found: dict[str, dict[str, CodeFacts]] = {name: {} for name in (*LISTS, *CLIENT_LISTS)}
    for row in read_seed_rows():
        name = row.identity.get("list_code")
        if name in found:
            values = row.values
            found[name][row.identity["code"]] = CodeFacts(
                values["label"], values["national"], values["extra"]
            )
    return found


LISTS_SHIPPED = shipped()


def incident(**values: Any) -> IncidentFacts:
    codes = {name: tuple(found) for name, found in values.pop("codes", {}).items()}
    return IncidentFacts(happened=values.pop("happened", None), reported=REPORTED, codes=codes, **values)


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        ({"violence_kind": ["physical", "psychological"]}, "physical_assault"),
        ({"violence_kind": ["psychological"]}, "psychological_emotional_abuse"),
        ({"violence_kind": ["neglect", "psychological"]}, "denial_of_resources_opportunities_or_services"),
        ({"violence_kind": ["sexual"]}, "sexual_assault"),
        (
            {"violence_kind": ["sexual"], "sexual_violence_kind": ["nonphysical_harassment"]},
            "psychological_emotional_abuse",
        ),
        (
            {"violence_kind": ["sexual", "physical"], "sexual_violence_kind": ["electronic"]},
            "physical_assault",
        ),
        ({"violence_kind": ["sexual", "physical"], "sexual_violence_other": ["rape"]}, "rape"),
        ({"violence_kind": ["sexual"], "violence_form": ["molestation"]}, "sexual_assault"),
        ({"violence_kind": ["sexual"], "sexual_violence_kind": ["forced_marriage"]}, "forced_marriage"),
        ({"violence_kind": ["trafficking"]}, "non-gbv"),
        ({}, ""),
    ],
)
def test_the_gravest_class_that_applies_is_the_one(codes: dict[str, list[str]], wanted: str) -> None:
    assert classify(incident(codes=codes), LISTS_SHIPPED) == wanted


def test_every_entry_that_can_be_chosen_has_a_class() -> None:
    for name in ("violence_kind", "violence_form", "sexual_violence_kind", "sexual_violence_other"):
        for code in LISTS_SHIPPED[name]:
            found = classify(incident(codes={name: [code]}), LISTS_SHIPPED)
            assert found in LISTS_SHIPPED["gbvims_class"], (name, code)


@pytest.mark.parametrize("name", ["place", "relation_fine", "time_of_day", "reported_elsewhere", "age_band"])
def test_every_entry_has_a_name_in_gbvims(name: str) -> None:
    assert [code for code, facts in LISTS_SHIPPED[name].items() if not facts.national.get("gbvims")] == []


def test_simfoni_gets_one_row_a_kind_in_the_order_of_its_list() -> None:
    told = incident(
        codes={"violence_kind": ["sexual", "physical"]}, happened=PartialDate(2026, 11, 24), place="boarding",
        setting="not_household", perpetrators=(PerpetratorFacts("religious_teacher", "male", "45-59", 2),),
        client=ClientFacts("female", Age(15, 15), "junior", "student", "single", "indonesian", True),
    )  # fmt: skip
    rows = to_simfoni(told, LISTS_SHIPPED)
    assert [row.kind for row in rows] == ["Fisik", "Seksual"]
    first = rows[0]
    assert (first.happened, first.reported) == ("2026-11-24", "2026-11-27")
    assert (first.place, first.setting, first.sex, first.age_band) == ("Sekolah", "Non KDRT", "P", "13-17")
    assert (first.education, first.marital, first.citizenship, first.disability) == (
        "SLTP",
        "Belum Kawin",
        "WNI",
        "Ya",
    )
    assert (first.perpetrator_relation, first.perpetrator_sex, first.perpetrator_age_band) == (
        "Guru",
        "L",
        "45-59",
    )
    assert first.perpetrators == 2
    assert replace(rows[1], kind="Fisik") == first


def test_simfoni_gets_nothing_invented_where_nothing_is_known() -> None:
    assert to_simfoni(incident(), LISTS_SHIPPED) == ()
    (row,) = to_simfoni(incident(codes={"violence_kind": ["other"]}), LISTS_SHIPPED)
    assert (row.happened, row.place, row.setting, row.sex, row.age_band) == ("", "", "", "", "NA")
    assert (row.education, row.perpetrator_relation, row.disability, row.perpetrators) == ("NA", "", "", 0)


def test_gbvims_gets_one_incident_with_its_perpetrators() -> None:
    told = incident(
        codes={"violence_kind": ["physical"], "reported_elsewhere": ["police", "uptd"]}, happened=PartialDate(2026, 11, 20),
        time_of_day="night", place="home", has_previous=True, was_exchange=False, statistics=True,
        perpetrators=(PerpetratorFacts("husband", "male", "25-44"), PerpetratorFacts("in_law", "", "", 2)),
    )  # fmt: skip
    found = to_gbvims(told, LISTS_SHIPPED)
    assert (found.gbv_sexual_violence_type, found.incident_date, found.reporting_delay) == (
        "physical_assault", "2026-11-20", "6-14",
    )  # fmt: skip
    assert (found.incident_timeofday, found.incident_location_type) == ("evening_night", "clients_home")
    assert (found.gbv_previous_incidents, found.goods_money_exchanged, found.consent_reporting) == (
        "true",
        "false",
        "true",
    )
    assert found.gbv_reported_elsewhere == "gbvims-org"
    assert [one.relation for one in found.alleged_perpetrators] == [
        "intimate_partner_former_partner",
        *["family_other_than_spouse_or_caregiver"] * 2,
    ]
    assert (found.alleged_perpetrators[0].age_group, found.alleged_perpetrators[1].age_group) == (
        "26_40",
        "unknown",
    )


def test_no_is_not_yes_and_unknown_is_neither() -> None:
    """Primero counts a stored "false" as exploitation: ours does not (peers, 1.7)."""
    for answer, word in ((None, "unknown"), (False, "false"), (True, "true")):
        found = to_gbvims(
            incident(was_exchange=answer, has_previous=answer, statistics=answer), LISTS_SHIPPED
        )
        assert (found.goods_money_exchanged, found.gbv_previous_incidents, found.consent_reporting) == (
            word,
        ) * 3


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [((), "unknown"), (("none",), "no"), (("village",), "non-gbvims-org"), (("village", "sapa129"), "gbvims-org")],
)  # fmt: skip
def test_reported_elsewhere_is_told_so_that_nobody_counts_twice(codes: tuple[str, ...], wanted: str) -> None:
    found = to_gbvims(incident(codes={"reported_elsewhere": codes}), LISTS_SHIPPED)
    assert found.gbv_reported_elsewhere == wanted


@pytest.mark.parametrize(
    ("days", "band"),
    [(0, "0-3"), (3, "0-3"), (4, "4-5"), (5, "4-5"), (6, "6-14"), (14, "6-14"), (15, "15-30"), (30, "15-30"),
     (31, "31-90"), (90, "31-90"), (91, "91+"), (4000, "91+")],
)  # fmt: skip
def test_every_delay_is_in_its_own_band_the_fourth_day_included(days: int, band: str) -> None:
    day = REPORTED - timedelta(days=days)
    assert reporting_delay(incident(happened=PartialDate(day.year, day.month, day.day))) == band


@pytest.mark.parametrize(
    ("happened", "band"),
    [
        (None, "unknown"),
        (PartialDate(2026), "unknown"),
        (PartialDate(2026, 11), "unknown"),
        (PartialDate(2026, 8), "unknown"),
        (PartialDate(2026, 9), "31-90"),
        (PartialDate(2026, 10), "unknown"),
        (PartialDate(2026, 7), "91+"),
        (PartialDate(2025), "91+"),
        (PartialDate(2026, 11, 28), "unknown"),
    ],
)
def test_a_date_that_is_missing_or_too_vague_is_in_no_band(happened: PartialDate | None, band: str) -> None:
    """Primero puts a missing date into the best band: ours says unknown (peers, 1.7)."""
    assert reporting_delay(incident(happened=happened)) == band


@given(st.dates(min_value=date(2020, 1, 1), max_value=REPORTED))
def test_a_vague_date_never_claims_another_band_than_the_true_one(day: date) -> None:
    truth = reporting_delay(incident(happened=PartialDate(day.year, day.month, day.day)))
    assert truth != "unknown"
    for vague in (PartialDate(day.year, day.month), PartialDate(day.year)):
        assert reporting_delay(incident(happened=vague)) in (truth, "unknown")


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (None, "NA"),
        (Age(17, 18), "NA"),
        (Age(0, 0), "0-5"),
        (Age(13, 17), "13-17"),
        (Age(60, 119), "60+"),
    ],
)
def test_an_age_is_in_a_band_only_if_it_cannot_be_in_another(age: Age | None, band: str) -> None:
    assert age_band(age, LISTS_SHIPPED) == band
