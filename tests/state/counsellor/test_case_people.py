"""The people of a case on the screen: names are asked for, forms keep what was typed, links say no more than they may."""

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.people.commands import save_person
from rindu_app.domain.people.fields import PersonFields
from rindu_app.state.counsellor.case_people import CasePeople
from rindu_app.state.counsellor.shown_people import HIDDEN_CASE
from tests.domain.people.allowed import allowed_case
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def new_case(person: Person, **told: object) -> str:
    return allowed_case(person.actor, **told)[0]


def opened(person: Person, number: str) -> CasePeople:
    page = Tab(person, f"/kasus/{number}/orang").on(CasePeople)
    do(page.load)
    return page


def add(page: CasePeople, **fields: str) -> None:
    do(page.add, "person")
    do(page.save, form(**{f"person_{name}": value for name, value in fields.items()}))


def test_names_are_shown_only_when_they_are_asked_for() -> None:
    person = signed_in()
    page = opened(person, new_case(person, name="Melati Rekaan", phone="0812-0000-1234", age="29"))
    assert (page.people.client[0].title, page.people.client[0].lines) == ("29 tahun", ())
    assert "Rekaan" not in repr(page.dict())
    do(page.show_names)
    assert page.people.client[0].names == ("Melati Rekaan", "0812-0000-1234")
    do(page.hide_names)
    assert "Rekaan" not in repr(page.dict())
    do(page.show_names)
    do(page.leave)
    assert "Rekaan" not in repr(page.dict())


def test_people_stand_in_their_groups_with_whom_she_may_trust() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    add(page, role="child", relation="child", age="9", in_household="yes")
    add(page, role="support", relation="neighbour", safety="safe")
    add(page, role="parent", relation="mother", is_guardian="yes", safety="unsafe")
    do(page.add, "suspect")
    do(page.save_suspect, form(suspect_relation="husband", suspect_sex="male", suspect_age_band="25-44"))
    people = page.people
    assert [row.title for row in people.family] == ["Anak klien · Anak", "Orang tua · Ibu kandung"]
    assert people.family[0].lines == ("9 tahun, anak", "Tinggal serumah dengan klien")
    assert (people.family[1].guardian, people.family[1].safety) == (True, "unsafe")
    assert people.support[0].safety_label == "Aman dihubungi"
    assert (people.suspects[0].title, people.suspects[0].lines) == ("Suami", ("Laki-laki · 25-44 tahun",))
    assert people.network == (
        "1 orang aman dihubungi, 1 orang tidak aman dihubungi, 1 orang belum diketahui aman atau tidak."
    )
    assert page.editing == page.kind == ""


def test_the_client_is_changed_with_what_is_known_already_in_the_form() -> None:
    person = signed_in()
    page = opened(person, new_case(person, name="Melati Rekaan", age="29"))
    do(page.edit, page.people.client[0].uid)
    assert (page.kind, page.old["name"], page.old["age"]) == ("client", "Melati Rekaan", "29")
    do(page.save, form(person_name="Melati Rekaan", person_born_year="1997", person_nik="3510104303970001",
                       person_sex="female", person_disabilities="hearing", person_role="parent"))  # fmt: skip
    client = page.people.client[0]
    assert client.title.startswith("Perempuan")
    assert "NIK 3510********0001" in client.lines
    assert client.doubts == ()
    do(page.edit, client.uid)
    assert (page.old["born_year"], page.old["nik"], page.chosen) == ("1997", "", ["hearing"])
    do(page.stop)
    assert page.old == {}


def test_a_doubtful_nik_is_saved_and_said_to_be_doubtful() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    add(page, role="parent", nik="3510104112100000", sex="male")
    assert page.notice == "Data orang disimpan."
    assert page.people.family[0].doubts == (
        "Empat angka terakhir NIK tidak mungkin 0000.",
        "Jenis kelamin menurut NIK berbeda.",
    )


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"role": ""}, "person_role"),
        ({"role": "parent", "born_year": "97"}, "person_born_year"),
        ({"role": "parent", "age": "tua"}, "person_age"),
        ({"role": "child", "is_guardian": "yes"}, "person_is_guardian"),
    ],
)
def test_a_refusal_stands_at_its_field_and_the_form_stays_open(fields: dict[str, str], error: str) -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    add(page, **fields)
    assert (list(page.errors), page.editing) == ([error], "new")


def test_a_perpetrators_name_is_refused_without_a_service() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.add, "suspect")
    do(page.save_suspect, form(suspect_relation="husband", suspect_name="Terlapor Rekaan"))
    assert list(page.errors) == ["suspect_service"]
    do(
        page.save_suspect,
        form(
            suspect_relation="husband",
            suspect_name="Terlapor Rekaan",
            suspect_service="police_report",
            suspect_reason="Laporan polisi",
        ),
    )
    assert page.people.suspects[0].lines == ("Namanya disimpan untuk: laporan polisi. Laporan polisi",)


def test_who_saves_second_sees_the_other_version_and_saves_again_knowingly() -> None:
    person = signed_in()
    number = new_case(person)
    page = opened(person, number)
    add(page, role="parent", relation="mother")
    row = page.people.family[0]
    do(page.edit, row.uid)
    with open_session(person.actor) as session:
        fields = PersonFields(role="parent", relation="mother", job="farmer")
        save_person(session, person.actor, number=number, fields=fields, uid=row.uid, version=row.version)
    mine = form(person_role="parent", person_relation="mother", person_education="primary")
    do(page.save, mine)
    assert "Bandingkan" in page.notice
    assert page.editing == row.uid
    (both,) = page.beside.rows
    assert (both.label, both.mine, both.theirs, both.untouched) == (
        "Pekerjaan",
        "Kosong",
        "Petani atau nelayan",
        True,
    )
    do(page.save, form(**dict(mine), keep_person_job="theirs"))
    assert page.people.family[0].lines == ("Tamat SD atau sederajat · Petani atau nelayan",)


def test_somebody_is_taken_out_again() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    add(page, role="witness")
    do(page.edit, page.people.support[0].uid)
    do(page.remove)
    assert (page.people.support, page.editing) == ((), "")


def test_linked_cases_lead_to_each_other_for_whoever_may_open_both() -> None:
    person, friend = signed_in(), signed_in("dewi")
    one, two = new_case(person), new_case(person)
    page = opened(person, one)
    do(page.link, form(link_other=two, link_kind="sibling", link_reason=""))
    assert list(page.errors) == ["link_reason"]
    do(page.link, form(link_other=two.lower(), link_kind="sibling", link_reason="Adiknya"))
    (link,) = page.people.links
    assert (link.number, link.title, link.href, link.reason) == (two, "Saudara", f"/kasus/{two}", "Adiknya")
    with open_session(person.actor) as session:
        add_member(session, person.actor, number=one, account_id=friend.account_id)
    (hidden,) = opened(friend, one).people.links
    assert (hidden.title, hidden.number, hidden.href, hidden.reason) == (HIDDEN_CASE, "", "", "")
    do(page.unlink, link.uid)
    assert page.people.links == ()


def test_the_same_number_in_another_case_is_told_without_a_word_about_it() -> None:
    person, other = signed_in(), signed_in("dewi")
    number = new_case(person, phone="0812-0000-1234")
    theirs = new_case(other, phone="0812-0000-1234", name="Nama Rekaan")
    page = opened(person, number)
    assert page.people.duplicate.endswith("Tanyakan kepada penyelia wilayah ini.")
    assert theirs not in repr(page.dict())


def test_a_stranger_finds_nothing() -> None:
    number = new_case(signed_in())
    page = opened(signed_in("dewi"), number)
    assert (page.phase, page.people.client) == ("missing", ())
