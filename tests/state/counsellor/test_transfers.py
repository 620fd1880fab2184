"""A case that changes hands, on the screens of those who ask and of those who answer."""

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.team import add_member
from rindu_app.state.counsellor.case_team import CaseTeam
from rindu_app.state.counsellor.decisions import Decisions
from rindu_app.state.counsellor.offered import Offered
from rindu_app.words.codes import Role
from tests.factories import METRO, send_report
from tests.state.screen import Person, Tab, do, form, signed_in
from tests.transfers import agree_to_office

pytestmark = pytest.mark.usefixtures("country")


def new_case(person: Person) -> str:
    report, _ = send_report(name="Melati Rekaan")
    with open_session(person.actor) as session:
        return number_of(open_case(session, person.actor, number=report.number))


def team_of(person: Person, number: str) -> CaseTeam:
    page = Tab(person, f"/kasus/{number}/tim").on(CaseTeam)
    do(page.load)
    return page


def offered_to(person: Person, path: str = "/kotak-masuk") -> Offered:
    page = Tab(person, path).on(Offered)
    do(page.load)
    return page


def test_an_offer_travels_from_the_file_to_the_colleagues_first_screen_and_back() -> None:
    person, friend = signed_in(), signed_in("dewi")
    number = new_case(person)
    page = team_of(person, number)
    assert page.transfers.may_put
    do(page.offer, form(offer_account_id=str(friend.account_id), offer_reason=""))
    assert list(page.errors) == ["offer_reason"]
    do(page.offer, form(offer_account_id=str(friend.account_id), offer_reason="Saya cuti"))
    (row,) = page.transfers.rows
    assert (row.title, row.open, row.withdrawable, row.answerable) == (
        "Ditawarkan kepada Dewi",
        True,
        True,
        False,
    )
    assert row.state.startswith("Menunggu jawaban, paling lambat")
    assert not page.transfers.may_put
    desk = offered_to(friend)
    (put,) = desk.mine
    assert (put.number, put.reason, put.href) == (number, "Saya cuti", "")
    assert "Rekaan" not in repr(desk.dict())
    do(desk.answer, form(uid=put.uid, answer="no", reason=""))
    assert list(desk.errors) == [f"{put.uid}_reason"]
    do(desk.answer, form(uid=put.uid, answer="no", reason="Beban saya penuh"))
    assert desk.mine == ()
    page = team_of(person, number)
    assert page.transfers.rows[0].answer == "Beban saya penuh"
    do(page.offer, form(offer_account_id=str(friend.account_id), offer_reason="Sekarang bisa?"))
    (put,) = offered_to(friend).mine
    step = do(offered_to(friend).answer, form(uid=put.uid, answer="yes"))
    assert number in str(step)
    assert team_of(friend, number).head.mine
    assert not team_of(person, number).head.mine
    do(page.leave)
    assert page.transfers.rows == ()
    do(desk.leave)
    assert desk.office == ()


def test_an_offer_is_taken_back_and_then_nobody_can_answer_it() -> None:
    person, friend = signed_in(), signed_in("dewi")
    number = new_case(person)
    page = team_of(person, number)
    do(page.offer, form(offer_account_id=str(friend.account_id), offer_reason="Cuti"))
    desk = offered_to(friend)
    uid = desk.mine[0].uid
    do(page.withdraw, uid)
    assert page.transfers.rows[0].state.startswith("Dibatalkan oleh Sari")
    do(desk.answer, form(uid=uid, answer="yes"))
    assert desk.notice
    assert team_of(friend, number).phase == "missing"


def test_a_member_asks_and_the_manager_answers_in_the_file() -> None:
    person, friend = signed_in(), signed_in("dewi")
    number = new_case(person)
    with open_session(person.actor) as session:
        add_member(session, person.actor, number=number, account_id=friend.account_id)
    hers = team_of(friend, number)
    assert (hers.transfers.may_put, hers.transfers.may_request) == (False, True)
    do(hers.request, form(request_reason="Klien lebih dekat dengan saya"))
    page = team_of(person, number)
    (row,) = page.transfers.rows
    assert (row.title, row.answerable, row.withdrawable) == ("Diminta oleh Dewi", True, False)
    do(page.answer, form(uid=row.uid, answer="no", answer_reason=""))
    assert list(page.errors) == ["answer_reason"]
    do(page.answer, form(uid=row.uid, answer="yes"))
    assert not page.head.mine
    assert team_of(friend, number).head.mine


def test_a_case_goes_to_another_office_whose_supervisor_names_its_manager() -> None:
    person = signed_in()
    there, boss = signed_in("maya", area=METRO), signed_in("lina", role=Role.SUPERVISOR, area=METRO)
    number = new_case(person)
    page = team_of(person, number)
    office = next(row for row in page.transfers.offices if row.value == METRO)
    assert office.text.startswith("Kantor layanan")
    do(page.forward, form(forward_area_code=METRO, forward_reason="Klien pindah"))
    assert "persetujuan" in page.notice
    agree_to_office(person.actor, number, METRO)
    page = team_of(person, number)
    do(page.forward, form(forward_area_code=METRO, forward_reason="Klien pindah"))
    assert page.transfers.rows[0].title.startswith("Diteruskan ke ")
    decisions = Tab(boss, "/keputusan").on(Decisions)
    do(decisions.load)
    desk = offered_to(boss, "/keputusan")
    (put,) = desk.office
    assert (put.forwarded, put.href, put.answerable) == (True, "", True)
    do(desk.answer, form(uid=put.uid, answer="yes", account_id=""))
    assert list(desk.errors) == [f"{put.uid}_account_id"]
    do(desk.answer, form(uid=put.uid, answer="yes", account_id=str(there.account_id)))
    assert team_of(there, number).head.mine
    assert team_of(person, number).phase == "missing"


def test_a_counsellor_has_no_office_list_and_a_forged_answer_does_nothing() -> None:
    person, stranger = signed_in(), signed_in("dewi")
    number = new_case(person)
    page = team_of(person, number)
    do(page.offer, form(offer_account_id=str(signed_in("rani").account_id), offer_reason="Cuti"))
    desk = offered_to(stranger)
    assert (desk.mine, desk.office) == ((), ())
    for uid in (page.transfers.rows[0].uid, "", "x" * 60):
        do(desk.answer, form(uid=uid, answer="yes"))
        assert desk.notice
    assert team_of(person, number).head.mine
