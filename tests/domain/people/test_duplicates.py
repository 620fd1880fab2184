"""The same person twice: that there is another case, and whom to ask; nothing else of it."""

from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.people.rows import DuplicateHint
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.words.codes import PersonRole, Role
from tests.domain.people.allowed import allowed_case
from tests.domain.people.test_links import link
from tests.domain.people.test_people import add, change, client_of, people_of, suspect
from tests.factories import EAST_JAVA, METRO, REJOMULYO, make_account

pytestmark = pytest.mark.usefixtures("country")
NIK, PHONE = "3510104303970001", "0812-0000-1234"


def hint(actor: Actor, number: str) -> DuplicateHint | None:
    return people_of(actor, number).duplicate


def case_with(manager: Actor, nik: str = "", **told: Any) -> tuple[str, str]:
    number, report = allowed_case(manager, **told)
    if nik:
        change(manager, number, client_of(manager, number), nik=nik)
    return number, report


def test_the_same_telephone_or_nik_nearby_is_told_with_whom_to_ask() -> None:
    chief = make_account(Role.SUPERVISOR, display_name="Penyelia Rekaan")
    make_account(Role.SUPERVISOR, EAST_JAVA, display_name="Penyelia Provinsi")
    mine, theirs = make_account(), make_account()
    by_phone, by_nik = case_with(mine, phone=PHONE)[0], case_with(mine, nik=NIK)[0]
    assert hint(mine, by_phone) is None
    case_with(theirs, phone="+62 812 0000 1234")
    case_with(theirs, nik="35.10.10.430397.0001")
    assert hint(mine, by_phone) == hint(mine, by_nik) == DuplicateHint((chief.name,))


def test_nothing_of_the_other_case_is_told() -> None:
    mine, theirs = make_account(), make_account(display_name="Manajer Lain")
    number, _ = case_with(mine, phone=PHONE)
    other, report = case_with(theirs, phone=PHONE, name="Nama Rekaan")
    told = repr(people_of(mine, number))
    assert hint(mine, number) == DuplicateHint(())
    assert not [word for word in (other, report, "Nama Rekaan", "Manajer Lain") if word in told]


def test_another_kabupaten_another_number_and_no_number_are_no_hint() -> None:
    mine, far = make_account(), make_account(area_code=METRO)
    number, _ = case_with(mine, nik=NIK, phone=PHONE)
    case_with(far, nik=NIK, phone=PHONE, area_code=REJOMULYO)
    case_with(make_account(), phone="0812-0000-9999")
    assert hint(mine, number) is None
    nameless, _ = allowed_case(mine)
    allowed_case(make_account())
    assert hint(mine, nameless) is None


def test_only_clients_count_so_that_nobody_looks_others_up_through_her_own_case() -> None:
    mine, theirs = make_account(), make_account()
    number, _ = allowed_case(mine)
    case_with(theirs, phone=PHONE, nik=NIK)
    add(mine, number, PersonRole.HOUSEHOLD, phone=PHONE, nik=NIK)
    suspect(mine, number)
    assert hint(mine, number) is None


def test_who_is_kept_from_the_other_case_hears_nothing_of_it() -> None:
    mine, theirs = make_account(), make_account()
    number, _ = case_with(mine, phone=PHONE)
    _, report = case_with(theirs, phone=PHONE)
    with open_session(theirs) as session:
        block_colleague(session, theirs, number=report, account_id=mine.id, reason="Ipar terlapor")
    assert hint(mine, number) is None


def test_nobody_is_sent_to_a_supervisor_who_is_kept_from_it() -> None:
    chief, kin = make_account(Role.SUPERVISOR), make_account(Role.SUPERVISOR)
    mine, theirs = make_account(), make_account()
    number, _ = case_with(mine, phone=PHONE)
    _, report = case_with(theirs, phone=PHONE)
    with open_session(theirs) as session:
        block_colleague(session, theirs, number=report, account_id=kin.id, reason="Kakak terlapor")
    assert hint(mine, number) == DuplicateHint((chief.name,))


def test_cases_that_are_linked_already_need_no_hint() -> None:
    mine = make_account()
    (one, _), (two, _) = case_with(mine, phone=PHONE), case_with(mine, phone=PHONE)
    assert hint(mine, one) is not None
    link(mine, one, two)
    assert hint(mine, one) is None


def test_the_telephone_of_whoever_reported_a_child_is_not_the_childs() -> None:
    teacher = {"phone": PHONE, "teller": "child"}
    mine = make_account()
    number, _ = case_with(mine, affected_name="Anak Rekaan", **teacher)
    case_with(make_account(), affected_name="Anak Lain", **teacher)
    assert hint(mine, number) is None
