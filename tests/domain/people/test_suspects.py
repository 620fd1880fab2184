"""Of an alleged perpetrator as little as possible is kept, and nobody who is suspected consents for anybody."""

from typing import Any

import pytest

from rindu_app.access.errors import Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.incidents.commands import remove_incident, save_incident
from rindu_app.domain.incidents.facts import PerpetratorFacts
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.people.commands import save_perpetrator
from rindu_app.domain.people.fields import PerpetratorFields
from rindu_app.domain.people.rows import NamesRow
from rindu_app.words.codes import PersonRole
from tests.domain.people.allowed import allowed_case
from tests.domain.people.writing import add, change, names, people_of, suspect
from tests.factories import make_account

pytestmark = pytest.mark.usefixtures("country")


def test_of_an_alleged_perpetrator_relation_sex_and_age_band_are_kept_and_no_name() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    uid = suspect(manager, number, sex="male", age_band="25-44", in_household=True)
    row = people_of(manager, number).people[1]
    assert (row.relation, row.sex, row.age_band) == ("Suami", "Laki-laki", "25-44 tahun")
    assert (row.has_name, row.has_contact, row.age, row.nik) == (False, False, None, "")
    assert names(manager, number)[uid] == NamesRow(uid, "", "", "")


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"name": "Terlapor Rekaan"}, "service", "name_needs_service"),
        ({"name": "Terlapor Rekaan", "service": "police_report"}, "reason", "reason_missing"),
        ({"name": "Terlapor Rekaan", "service": "gossip", "reason": "Ingin tahu"}, "service", "unknown_choice"),
        ({"relation": ""}, "relation", "required"),
        ({"relation": "boss"}, "relation", "unknown_choice"),
        ({"sex": "boss"}, "sex", "unknown_choice"),
        ({"age_band": "old"}, "age_band", "unknown_choice"),
    ],
)  # fmt: skip
def test_a_perpetrators_name_needs_a_service_and_a_reason(
    values: dict[str, Any], field: str, code: str
) -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    with pytest.raises(Invalid, match=code) as refusal:
        suspect(manager, number, **values)
    assert refusal.value.field == field


def test_a_name_that_a_service_needs_is_kept_and_goes_with_the_service() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    uid = suspect(
        manager,
        number,
        name="Terlapor Rekaan",
        service="police_report",
        reason="Diminta penyidik untuk laporan polisi",
    )
    row = people_of(manager, number).people[1]
    assert (row.has_name, row.service) == (True, "Laporan polisi")
    assert names(manager, number)[uid].name == "Terlapor Rekaan"
    fields = PerpetratorFields(relation="husband", service="police_report", reason="Tidak lagi")
    with open_session(manager) as session:
        save_perpetrator(session, manager, number=number, fields=fields, uid=uid, version=row.version)
    row = people_of(manager, number).people[1]
    assert (row.has_name, row.service, row.reason) == (False, "", "")


def test_an_alleged_perpetrator_has_a_form_of_her_own() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    parent = add(manager, number)
    with open_session(manager) as session, pytest.raises(NotFound):
        save_perpetrator(
            session,
            manager,
            number=number,
            fields=PerpetratorFields(relation="father"),
            uid=parent,
            version=1,
        )
    with pytest.raises(Invalid, match="unknown_choice"):
        add(manager, number, PersonRole.PERPETRATOR, name="Terlapor Rekaan", nik="3510104112100001")


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("parent", True),
        ("guardian", True),
        ("household", True),
        ("support", True),
        ("child", False),
        ("witness", False),
    ],
)
def test_parents_guardians_and_those_who_stand_by_may_be_asked_to_consent(role: str, allowed: bool) -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    if allowed:
        add(manager, number, role, is_guardian=True)
        assert people_of(manager, number).people[1].is_guardian
    else:
        with pytest.raises(Invalid, match="not_a_guardian"):
            add(manager, number, role, is_guardian=True)


def test_a_child_consents_for_nobody_and_whoever_may_be_grown_up_does() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    with pytest.raises(Invalid, match="guardian_is_child"):
        add(manager, number, is_guardian=True, age="17")
    add(manager, number, is_guardian=True, age="18")
    add(manager, number, is_guardian=True)


def test_the_father_who_is_suspected_consents_for_nobody_and_the_mother_does() -> None:
    manager = make_account()
    number, _ = allowed_case(manager, teller="child")
    suspect(manager, number, relation="father")
    with pytest.raises(Invalid, match="guardian_is_suspect"):
        add(manager, number, relation="father", is_guardian=True)
    add(manager, number, relation="mother", is_guardian=True)
    add(manager, number, relation="father")


def test_whoever_is_suspected_later_is_asked_no_more_from_then_on() -> None:
    manager = make_account()
    number, _ = allowed_case(manager, teller="child")
    add(manager, number, relation="stepfather", is_guardian=True)
    suspect(manager, number, relation="stepfather")
    assert not people_of(manager, number).people[1].is_guardian


def test_an_incident_that_names_the_father_counts_as_well_until_it_is_taken_out() -> None:
    manager = make_account()
    number, _ = allowed_case(manager, teller="child")
    add(manager, number, relation="father", is_guardian=True)
    fields = IncidentFields(
        codes={"violence_kind": ("physical",)}, perpetrators=(PerpetratorFacts(relation="father"),)
    )
    with open_session(manager) as session:
        uid = save_incident(session, manager, number=number, fields=fields).uid
    row = people_of(manager, number).people[1]
    assert not row.is_guardian
    with pytest.raises(Invalid, match="guardian_is_suspect"):
        change(manager, number, row, relation="father", is_guardian=True)
    with open_session(manager) as session:
        remove_incident(session, manager, number=number, uid=uid)
    change(manager, number, row, relation="father", is_guardian=True)


def test_one_uncle_is_suspected_and_another_may_still_be_asked() -> None:
    manager = make_account()
    number, _ = allowed_case(manager, teller="child")
    suspect(manager, number, relation="uncle")
    add(manager, number, relation="uncle", is_guardian=True)
