"""Incidents on the screen: what is known is shown, what is not is said to be unknown."""

from typing import Any

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.incidents.commands import save_incident
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.state.counsellor.case_incidents import CaseIncidents
from tests.domain.people.allowed import allowed_case
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def new_case(person: Person, **told: object) -> str:
    return allowed_case(person.actor, **told)[0]


def opened(person: Person, number: str) -> CaseIncidents:
    page = Tab(person, f"/kasus/{number}/kejadian").on(CaseIncidents)
    do(page.load)
    return page


def add(page: CaseIncidents, **fields: Any) -> None:
    do(page.add)
    do(page.save, form(**{f"incident_{name}": value for name, value in fields.items()}))


def fact(page: CaseIncidents, name: str) -> str:
    row = page.incidents[0]
    return next(item.value for item in (*row.facts, *row.counted) if item.name == name)


def test_an_incident_is_shown_in_words_with_her_age_at_that_time() -> None:
    person = signed_in()
    page = opened(person, new_case(person, age="17"))
    add(page, violence_kind="physical", violence_form="threat", sexual_violence_kind="electronic", year="2026", month="2",
        day="3", time_of_day="night", place="online", setting="not_household", relation_1="boyfriend", sex_1="male",
        relation_2="friend", number_2="2", reported_elsewhere="school", reported_where="Guru BK", description="Diancam",
        statistics="yes")  # fmt: skip
    row = page.incidents[0]
    assert (row.title, row.kinds) == ("3 Feb 2026 · Malam", "Fisik, Psikis, Seksual")
    assert row.description == "Diancam"
    assert fact(page, "Usia klien saat itu").endswith("anak")
    assert fact(page, "Tempat") == "Daring"
    assert fact(page, "Terlapor") == "Pacar, laki-laki; Teman, 2 orang"
    assert fact(page, "Dilaporkan di tempat lain") == "Sekolah atau pesantren (Guru BK)"
    assert fact(page, "SIMFONI") == "3 baris: Fisik, Psikis, Seksual"
    assert fact(page, "GBVIMS") == "Serangan fisik"
    assert fact(page, "Setuju dihitung dalam statistik") == "Ya"


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    add(page, violence_kind="neglect")
    assert page.incidents[0].title == "Tanggal tidak diketahui"
    for name in ("Usia klien saat itu", "Pernah terjadi sebelumnya", "Jarak kejadian ke laporan"):
        assert fact(page, name) == "Belum diketahui"


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, "incident_violence_kind"),
        ({"violence_kind": "physical", "year": "2026", "day": "3"}, "incident_year"),
        ({"violence_kind": "physical", "number_1": "99", "relation_1": "father"}, "incident_number"),
        ({"violence_kind": "physical", "relation_1": "boss"}, "incident_relation"),
    ],
)
def test_a_refusal_stands_at_its_field_and_the_form_stays_open(fields: dict[str, str], error: str) -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    add(page, **fields)
    assert (list(page.errors), page.editing, page.incidents) == ([error], "new", ())


def test_a_form_begins_with_what_is_known_and_a_mistake_is_taken_out() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    add(page, violence_kind="physical", year="2025", relation_1="husband", has_previous="no")
    uid = page.incidents[0].uid
    do(page.edit, uid)
    assert (page.old["year"], page.old["month"], page.old["has_previous"]) == ("2025", "", "no")
    assert (page.old["relation_1"], page.old["number_1"]) == ("husband", "1")
    assert page.chosen == ["violence_kind:physical"]
    do(page.remove)
    assert page.incidents == ()


def test_who_saves_second_sees_the_other_version_and_saves_again_knowingly() -> None:
    person = signed_in()
    number = new_case(person)
    page = opened(person, number)
    add(page, violence_kind="physical", description="Awal")
    row = page.incidents[0]
    do(page.edit, row.uid)
    fields = IncidentFields(codes={"violence_kind": ("physical",)}, description="Dari rekan")
    with open_session(person.actor) as session:
        save_incident(session, person.actor, number=number, fields=fields, uid=row.uid, version=row.version)
    do(page.save, form(incident_violence_kind="physical", incident_description="Dari saya"))
    (both,) = page.beside.rows
    assert (page.editing, both.mine, both.theirs) == (row.uid, "Dari saya", "Dari rekan")
    do(
        page.save,
        form(
            incident_violence_kind="physical",
            incident_description="Dari saya",
            keep_incident_description="mine",
        ),
    )
    assert page.incidents[0].description == "Dari saya"


def test_nothing_stays_behind_when_the_page_is_left_and_strangers_find_nothing() -> None:
    person = signed_in()
    number = new_case(person)
    page = opened(person, number)
    add(page, violence_kind="physical", description="Cerita rekaan")
    do(page.edit, page.incidents[0].uid)
    do(page.leave)
    assert "Cerita" not in repr(page.dict())
    assert page._fields == {}
    assert opened(signed_in("dewi"), number).phase == "missing"
