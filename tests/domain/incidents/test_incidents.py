"""Incidents of a case: several, each as exactly as it is known, changed without losing anything."""

from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.incidents.commands import remove_incident, save_incident
from rindu_app.domain.incidents.facts import PerpetratorFacts
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.incidents.rows import IncidentRow
from rindu_app.domain.incidents.view import read_incidents
from rindu_app.models import Incident, IncidentCode
from rindu_app.words.ages import Age, PartialDate
from tests.closing import close
from tests.counting import counted
from tests.domain.cases.test_cases import new_case
from tests.domain.people.allowed import allowed_case
from tests.domain.people.test_people import change as change_person
from tests.domain.people.test_people import client_of
from tests.factories import GENTENG, METRO, SYSTEM, give_consent, make_account

pytestmark = pytest.mark.usefixtures("country")
KINDS = {"violence_kind": ("physical",)}


def add(actor: Actor, number: str, **values: Any) -> str:
    fields = IncidentFields(**{"codes": KINDS, **values})
    with open_session(actor) as session:
        return save_incident(session, actor, number=number, fields=fields).uid


def change(actor: Actor, number: str, row: IncidentRow, **values: Any) -> None:
    fields = IncidentFields(**{"codes": KINDS, **values})
    with open_session(actor) as session:
        save_incident(session, actor, number=number, fields=fields, uid=row.uid, version=row.version)


def incidents(actor: Actor, number: str) -> tuple[IncidentRow, ...]:
    with open_session(actor) as session:
        return read_incidents(session, actor, number=number).incidents


def test_everything_that_may_be_said_of_an_incident_comes_back_in_words() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(
        manager, number, year="2026", month="11", day="2", time_of_day="night", place="home", area_code=GENTENG,
        codes={"violence_kind": ("physical", "psychological"), "violence_form": ("threat",), "reported_elsewhere": ("village",)},
        setting="household", sphere="personal", has_previous="yes", was_exchange="no", reported_where="Ketua RT Rekaan",
        description="Dipukul di dapur", perpetrators=(PerpetratorFacts("husband", "male", "25-44"), PerpetratorFacts()),
    )  # fmt: skip
    (row,) = incidents(manager, number)
    assert row.happened == PartialDate(2026, 11, 2)
    assert (row.time_of_day, row.place, row.setting, row.sphere) == (
        "Malam",
        "Rumah",
        "KDRT",
        "Ranah personal",
    )
    assert row.area.startswith("Genteng")
    assert (row.kinds, row.forms) == (("Fisik", "Psikis"), ("Ancaman",))
    assert (row.reported_elsewhere, row.reported_where) == (
        ("RT, RW, desa, atau kelurahan",),
        "Ketua RT Rekaan",
    )
    assert (row.has_previous, row.was_exchange, row.statistics) == (True, False, None)
    assert [(one.relation, one.sex, one.age_band) for one in row.perpetrators] == [
        ("Suami", "Laki-laki", "25-44 tahun")
    ]
    assert (row.description, row.gbvims_class) == ("Dipukul di dapur", "Serangan fisik")
    assert [line.kind for line in row.simfoni] == ["Fisik", "Psikis"]  # fmt: skip


def test_a_form_brings_its_kind_along_and_so_does_a_kind_of_the_law() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(manager, number, codes={"violence_form": ("beating",), "sexual_violence_kind": ("electronic",)})
    (row,) = incidents(manager, number)
    assert row.kinds == ("Fisik", "Seksual")
    assert row.sexual == ("Kekerasan seksual berbasis elektronik",)


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"codes": {}}, "violence_kind", "kind_missing"),
        ({"codes": {"violence_kind": ("boredom",)}}, "violence_kind", "unknown_choice"),
        ({"codes": {"violence_form": ("boredom",)}}, "violence_form", "unknown_choice"),
        ({"codes": {**KINDS, "reported_elsewhere": ("none", "police")}}, "reported_elsewhere", "no_or_some"),
        ({"year": "26"}, "year", "date_unclear"),
        ({"year": "2026", "day": "3"}, "year", "date_unclear"),
        ({"year": "2099"}, "year", "date_future"),
        ({"place": "moon"}, "place", "unknown_choice"),
        ({"area_code": "99.99"}, "area_code", "unknown_area"),
        ({"has_previous": "maybe"}, "has_previous", "unknown_choice"),
        ({"perpetrators": (PerpetratorFacts("boss"),)}, "relation", "unknown_choice"),
        ({"perpetrators": (PerpetratorFacts("father", number=0),)}, "number", "amount_range"),
        ({"perpetrators": (PerpetratorFacts("father"),) * 11}, "relation", "unknown_choice"),
        ({"reported_where": "x" * 201}, "reported_where", "too_long"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(values: dict[str, Any], field: str, code: str) -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    with pytest.raises(Invalid, match=code) as refusal:
        add(manager, number, **values)
    assert refusal.value.field == field
    assert incidents(manager, number) == ()


def test_the_newest_comes_first_and_those_without_a_date_last() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    for year, words in (("", "tanpa tanggal"), ("2024", "lama"), ("2025", "baru")):
        add(manager, number, year=year, description=words)
    assert [row.description for row in incidents(manager, number)] == ["baru", "lama", "tanpa tanggal"]


def test_the_client_was_a_child_then_though_she_is_none_now() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    change_person(
        manager, number, client_of(manager, number), born_year="2007", born_month="5", born_day="10"
    )
    for fields in (
        {"year": "2025", "month": "5", "day": "9"},
        {"year": "2025", "month": "5"},
        {"year": "2026"},
        {},
    ):
        add(manager, number, **fields)  # fmt: skip
    grown, doubtful, child, unknown = sorted(
        incidents(manager, number), key=lambda row: -row.age.high if row.age else 1
    )
    assert grown.age == Age(18, 19)
    assert (doubtful.age, child.age) == (Age(17, 18), Age(17, 17))
    assert unknown.age is None
    assert [row.age.is_child for row in (grown, doubtful, child) if row.age] == [False, None, True]
    assert child.simfoni[0].age_band == "13-17"
    assert unknown.simfoni[0].age_band == "NA"


def test_a_change_replaces_what_was_said_and_the_second_person_is_told() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(
        manager,
        number,
        description="Pertama",
        perpetrators=(PerpetratorFacts("husband"), PerpetratorFacts("in_law")),
    )
    (seen,) = incidents(manager, number)
    change(
        manager,
        number,
        seen,
        codes={"violence_kind": ("neglect",)},
        description="Kedua",
        perpetrators=(PerpetratorFacts("husband", "male"),),
    )
    (now,) = incidents(manager, number)
    assert (now.kinds, now.description, len(now.perpetrators)) == (("Penelantaran",), "Kedua", 1)
    with pytest.raises(Conflict, match="changed_beside"):
        change(manager, number, seen, description="Ketiga")
    assert incidents(manager, number)[0].description == "Kedua"


def test_what_a_form_begins_with_saves_the_same_again() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(
        manager, number, year="2025", month="3", area_code=GENTENG, was_exchange="yes", statistics="no",
        codes={**KINDS, "reported_elsewhere": ("police",)}, reported_where="Polsek", description="Di jalan",
        perpetrators=(PerpetratorFacts("stranger", "male", "", 3),),
    )  # fmt: skip
    (before,) = incidents(manager, number)
    with open_session(manager) as session:
        save_incident(
            session, manager, number=number, fields=before.fields, uid=before.uid, version=before.version
        )
    (after,) = incidents(manager, number)
    assert after.fields == before.fields
    assert (after.version, after.gbvims) == (before.version + 1, before.gbvims)


def test_a_mistake_is_taken_out_and_the_row_stays_for_proof() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    uid = add(manager, number)
    with open_session(manager) as session:
        remove_incident(session, manager, number=number, uid=uid)
    assert incidents(manager, number) == ()
    with open_session(manager) as session, pytest.raises(NotFound):
        remove_incident(session, manager, number=number, uid=uid)
    with open_session(SYSTEM) as session:
        assert session.exec(select(Incident.removed_at)).one() is not None
    with open_session(manager) as session:
        labels = [line.label for line in read_case(session, manager, number=number).timeline[:2]]
    assert labels == ["Catatan kejadian dikeluarkan", "Kejadian dicatat"]


def test_strangers_find_nothing_broken_glass_only_reads_and_a_closed_case_rests() -> None:
    manager, stranger, nosy = make_account(), make_account(area_code=METRO), make_account()
    number, _ = allowed_case(manager)
    uid = add(manager, number)
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Darurat di sekolah")
    assert len(incidents(nosy, number)) == 1
    with pytest.raises(NotFound):
        incidents(stranger, number)
    for actor, refusal in ((stranger, NotFound), (nosy, Forbidden)):
        with pytest.raises(refusal):
            add(actor, number)
        with open_session(actor) as session, pytest.raises(refusal):
            remove_incident(session, actor, number=number, uid=uid)
    close(manager, number)
    with pytest.raises(Conflict, match="case_closed"):
        add(manager, number)


def test_an_incident_of_another_case_is_not_reached_through_mine() -> None:
    manager, other = make_account(), make_account()
    (mine, _), (theirs, _) = allowed_case(manager), allowed_case(other)
    uid = add(other, theirs)
    fields = IncidentFields(codes=KINDS)
    with open_session(manager) as session, pytest.raises(NotFound):
        save_incident(session, manager, number=mine, fields=fields, uid=uid, version=1)
    with open_session(manager) as session, pytest.raises(NotFound):
        remove_incident(session, manager, number=mine, uid=uid)
    with open_session(manager) as session:
        assert session.exec(select(IncidentCode)).all() == []


def test_nothing_is_written_down_before_she_allows_that_her_data_be_kept() -> None:
    manager = make_account()
    number, _ = new_case(manager)
    with pytest.raises(Conflict, match="consent_needed"):
        add(manager, number)
    give_consent(manager, number)
    add(manager, number)


def test_reading_takes_as_many_queries_with_one_incident_as_with_many() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(manager, number, year="2025", area_code=GENTENG, perpetrators=(PerpetratorFacts("husband"),))
    few = counted(lambda: incidents(manager, number))
    for _ in range(5):
        add(manager, number, year="2025", area_code=GENTENG, perpetrators=(PerpetratorFacts("husband"),))
    assert counted(lambda: incidents(manager, number)) == few <= 25
