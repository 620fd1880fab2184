"""Who belongs to a case: one place per fact, as little as possible of an alleged perpetrator, nobody without need."""

from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.cases.standing import KEEP_AND_CONTACT
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.cases.view import read_case, reveal_client
from rindu_app.domain.people.commands import remove_person
from rindu_app.domain.people.rows import NamesRow
from rindu_app.domain.people.view import read_people, read_person, reveal_people
from rindu_app.models import CasePerson
from rindu_app.words.ages import Age
from rindu_app.words.codes import PersonRole, PersonSafety
from tests.closing import close
from tests.counting import counted
from tests.domain.cases.test_cases import new_case
from tests.domain.people.allowed import allowed_case
from tests.domain.people.writing import add, change, client_of, names, people_of, suspect
from tests.factories import METRO, SYSTEM, give_consent, make_account

pytestmark = pytest.mark.usefixtures("country")


def test_a_case_begins_with_its_client_and_what_the_report_says_of_her() -> None:
    manager = make_account()
    number, _ = allowed_case(manager, name="Melati Rekaan", phone="0812-0000-1234", age="29 tahun")
    (client,) = people_of(manager, number).people
    assert (client.role, client.age, client.has_name, client.has_contact) == (
        "client",
        Age(29, 29),
        True,
        True,
    )
    assert names(manager, number)[client.uid].phone == "0812-0000-1234"


def test_the_clients_name_lies_in_one_place_whoever_changes_it() -> None:
    manager = make_account()
    number, _ = allowed_case(manager, name="Melati Rekaan", phone="0812-0000-1234", age="29")
    change(manager, number, client_of(manager, number), name="Melati Baru", phone="0812-0000-5678",
           born_year="1997", born_month="3", address="Jalan Rekaan 4", nik="3510104303970001")  # fmt: skip
    with open_session(manager) as session:
        told = reveal_client(session, manager, number=number)
        row = session.exec(select(CasePerson)).one()
    assert (told["name"], told["phone"], told["born"]) == ("Melati Baru", "0812-0000-5678", "1997-03")
    assert b"Melati" not in (row.details or b"")
    client = client_of(manager, number)
    assert names(manager, number)[client.uid] == NamesRow(
        client.uid, "Melati Baru", "0812-0000-5678", "Jalan Rekaan 4"
    )
    with open_session(manager) as session:
        assert "Rekaan" not in repr(row)
        assert read_case(session, manager, number=number).age == "29 tahun"


def test_nobody_becomes_the_client_and_she_cannot_be_taken_out() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    uid = add(manager, number)
    client, parent = people_of(manager, number).people
    with open_session(manager) as session, pytest.raises(Conflict, match="client_stays"):
        remove_person(session, manager, number=number, uid=client.uid)
    for fields, row in (("client", parent), ("parent", client), ("perpetrator", parent)):
        with pytest.raises(Invalid, match="unknown_choice"):
            change(manager, number, row, role=fields)
    with pytest.raises(Invalid, match="unknown_choice"):
        add(manager, number, "client")
    with open_session(manager) as session:
        remove_person(session, manager, number=number, uid=uid)
    assert [row.role for row in people_of(manager, number).people] == ["client"]


def test_who_was_taken_out_is_not_found_again_by_her_number() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    uid = add(manager, number, nik="3510104112100001", phone="081200001111")
    with open_session(manager) as session:
        remove_person(session, manager, number=number, uid=uid)
    with open_session(SYSTEM) as session:
        row = session.exec(select(CasePerson).where(CasePerson.uid == uid)).one()
    assert (row.nik_hash, row.phone_hash) == (None, None)
    with open_session(manager) as session, pytest.raises(NotFound):
        read_person(session, manager, number=number, uid=uid)


def test_everything_that_may_be_said_of_somebody_comes_back_in_words() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(
        manager, number, PersonRole.CHILD, relation="child", sex="female", education="primary", job="student",
        marital="single", citizenship="indonesian", disabilities=("hearing", "speech"), accommodations=("sign_language",),
        in_household=True, safety=PersonSafety.SAFE, name="Anak Rekaan", note="Suka menggambar", age="9",
    )  # fmt: skip
    row = people_of(manager, number).people[1]
    assert (row.role_label, row.relation, row.sex) == ("Anak klien", "Anak", "Perempuan")
    assert (row.education, row.marital, row.citizenship) == (
        "Tamat SD atau sederajat",
        "Belum kawin",
        "Warga negara Indonesia",
    )
    assert row.disabilities == ("Disabilitas sensorik: pendengaran", "Disabilitas sensorik: wicara")
    assert (row.accommodations, row.note) == (("Juru bahasa isyarat",), "Suka menggambar")
    assert (row.in_household, row.safety, row.age) == (True, "safe", Age(9, 9))
    assert row.age is not None
    assert row.age.is_child
    assert "Anak Rekaan" not in repr(row)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"role": "boss"}, "role"),
        ({"relation": "boss"}, "relation"),
        ({"sex": "other"}, "sex"),
        ({"job": "spy"}, "job"),
        ({"disabilities": ("wings",)}, "disabilities"),
        ({"accommodations": ("moon",)}, "accommodations"),
        ({"safety": "maybe"}, "safety"),
        ({"born_year": "97"}, "born_year"),
        ({"born_year": "1797"}, "born_year"),
        ({"born_year": "2040"}, "born_year"),
        ({"born_year": "1997", "born_month": "2", "born_day": "30"}, "born_year"),
        ({"age": "dewasa"}, "age"),
        ({"age": "121"}, "age"),
        ({"name": "x" * 201}, "name"),
        ({"note": "x" * 1001}, "note"),
        ({"nik": "1" * 33}, "nik"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(values: dict[str, Any], field: str) -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    with pytest.raises(Invalid) as refusal:
        add(manager, number, **values)
    assert refusal.value.field == field
    assert len(people_of(manager, number).people) == 1


def test_a_known_birth_date_makes_the_stated_age_needless_and_a_stated_age_grows() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(manager, number, born_year="1980", age="99")
    add(manager, number, age="40")
    _, exact, stated = people_of(manager, number).people
    assert exact.age is not None
    assert exact.age.high < 60
    assert stated.age == Age(40, 40)


def test_a_doubtful_nik_is_kept_masked_and_said_to_be_doubtful_but_never_refused() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(manager, number, nik="3510 1041 1210 0001", sex="male", born_year="2009")
    add(manager, number, nik="9999990112100000")
    add(manager, number, nik="belum punya")
    rows = people_of(manager, number).people[1:]
    assert [row.nik for row in rows] == ["3510********0001", "9999********0000", "*" * 10]
    assert [row.nik_doubts for row in rows] == [
        ("nik_sex", "nik_born"),
        ("nik_serial", "nik_district"),
        ("nik_length",),
    ]
    assert "4112" not in repr(rows)


def test_a_girl_of_2010_is_a_child_by_her_nik_and_by_her_birthday() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(
        manager, number, PersonRole.CHILD, sex="female", nik="3510104112100001",
        born_year="2010", born_month="12", born_day="1",
    )  # fmt: skip
    row = people_of(manager, number).people[1]
    assert row.nik_doubts == ()
    assert row.age is not None
    assert row.age.is_child


def test_a_nik_stays_when_the_form_is_saved_without_it_and_goes_when_that_is_asked_for() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(manager, number, nik="3510104112100001")
    change(manager, number, people_of(manager, number).people[1], name="Nama Rekaan")
    row = people_of(manager, number).people[1]
    assert row.nik == "3510********0001"
    change(manager, number, row, drop_nik=True)
    assert people_of(manager, number).people[1].nik == ""


def test_a_form_begins_with_what_is_known_and_never_with_the_nik() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    uid = add(manager, number, name="Nama Rekaan", nik="3510104112100001", phone="0812-0000-1234", age="40")
    with open_session(manager) as session:
        person, told = read_person(session, manager, number=number, uid=uid)
    assert (person.uid, told["name"], told["phone"], told["age"]) == (
        uid,
        "Nama Rekaan",
        "0812-0000-1234",
        "40",
    )
    assert "351010" not in repr(told)


def test_the_second_to_change_somebody_is_told_and_nothing_is_lost() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    add(manager, number, name="Nama Lama")
    row = people_of(manager, number).people[1]
    change(manager, number, row, name="Nama Pertama")
    with pytest.raises(Conflict, match="changed_beside"):
        change(manager, number, row, name="Nama Kedua")
    assert names(manager, number)[row.uid].name == "Nama Pertama"


def test_nothing_is_written_down_about_her_before_she_allows_it_but_whom_to_ask() -> None:
    manager = make_account()
    number, _ = new_case(manager, teller="child")
    for act in (
        lambda: add(manager, number, PersonRole.SUPPORT),
        lambda: suspect(manager, number),
        lambda: change(manager, number, client_of(manager, number), address="Jalan Rekaan 4"),
    ):
        with pytest.raises(Conflict, match="consent_needed"):
            act()
    add(manager, number, PersonRole.PARENT, relation="mother", is_guardian=True)
    add(manager, number, PersonRole.GUARDIAN, is_guardian=True)
    give_consent(manager, number)
    suspect(manager, number)
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose=KEEP_AND_CONTACT)
    with pytest.raises(Conflict, match="consent_needed"):
        add(manager, number, PersonRole.SUPPORT)
    assert len(people_of(manager, number).people) == 4


def test_strangers_find_nothing_and_broken_glass_only_reads() -> None:
    manager, stranger, nosy = make_account(), make_account(area_code=METRO), make_account()
    number, _ = allowed_case(manager)
    uid = add(manager, number, name="Nama Rekaan")
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Darurat di sekolah")
    assert len(people_of(nosy, number).people) == 2
    for actor, refusal in ((stranger, NotFound), (nosy, Forbidden)):
        with pytest.raises(refusal):
            add(actor, number)
        with pytest.raises(refusal):
            suspect(actor, number)
        with open_session(actor) as session, pytest.raises(refusal):
            remove_person(session, actor, number=number, uid=uid)
        with open_session(actor) as session, pytest.raises(refusal):
            read_person(session, actor, number=number, uid=uid)
    for read in (read_people, reveal_people):
        with open_session(stranger) as session, pytest.raises(NotFound):
            read(session, stranger, number=number)


def test_somebody_of_another_case_is_not_reached_through_mine() -> None:
    manager = make_account()
    (mine, _), (theirs, _) = allowed_case(manager), allowed_case(make_account())
    with open_session(SYSTEM) as session:
        other = session.exec(select(CasePerson).order_by(CasePerson.id.desc())).first()  # type: ignore[union-attr]
        assert other is not None
    with open_session(manager) as session, pytest.raises(NotFound):
        read_person(session, manager, number=mine, uid=other.uid)
    assert theirs != mine


def test_a_closed_case_is_read_and_not_changed() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    uid = add(manager, number)
    close(manager, number)
    assert len(people_of(manager, number).people) == 2
    for act in (lambda: add(manager, number), lambda: suspect(manager, number)):
        with pytest.raises(Conflict, match="case_closed"):
            act()
    with open_session(manager) as session, pytest.raises(Conflict, match="case_closed"):
        remove_person(session, manager, number=number, uid=uid)


def test_the_timeline_says_what_somebody_is_and_not_who() -> None:
    manager = make_account()
    number, _ = allowed_case(manager)
    uid = add(manager, number, PersonRole.SUPPORT, name="Nama Rekaan")
    with open_session(manager) as session:
        remove_person(session, manager, number=number, uid=uid)
    with open_session(manager) as session:
        lines = read_case(session, manager, number=number).timeline[:2]
    assert [(line.label, line.text) for line in lines] == [
        ("Orang dikeluarkan dari berkas", "Orang yang mendukung"),
        ("Orang ditambahkan", "Orang yang mendukung"),
    ]


def test_reading_takes_as_many_queries_with_one_person_as_with_many() -> None:
    manager = make_account()
    number, _ = allowed_case(manager, phone="0812-0000-1234")
    add(manager, number, nik="3510104112100001")
    few = counted(lambda: people_of(manager, number))
    for _ in range(5):
        add(manager, number, nik="3510104112100001", disabilities=("hearing",))
    assert counted(lambda: people_of(manager, number)) == few <= 25
