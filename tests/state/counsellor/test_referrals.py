"""The part of the file about referrals, and the list of those that wait."""

from datetime import timedelta

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.codes.commands import change_clock
from rindu_app.domain.referrals.chasing import chase_referrals
from rindu_app.state.counsellor.case_consents import CaseConsents
from rindu_app.state.counsellor.case_referrals import CaseReferralsPage
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.referrals import WaitingReferrals
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.domain.referrals.people import allow, make_partner, make_partner_account, new_case
from tests.factories import SYSTEM
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def person() -> Person:
    return signed_in()


@pytest.fixture
def number(person: Person) -> str:
    return new_case(person.actor)


@pytest.fixture
def hospital() -> str:
    return make_partner(mail="ppt@contoh.example")


def opened(person: Person, number: str) -> CaseReferralsPage:
    page = Tab(person, f"/kasus/{number}/rujukan").on(CaseReferralsPage)
    do(page.load)
    return page


GIVEN: dict[str, str | list[str]] = {
    "referral_service": "visum",
    "referral_purpose": "Mohon visum",
    "referral_fields": ["name"],
    "referral_summary": "Lengan memar",
    "referral_urgency": "urgent",
}


def sent(person: Person, number: str, hospital: str) -> CaseReferralsPage:
    allow(person.actor, number, hospital)
    page = opened(person, number)
    do(page.choose_partner, hospital)
    do(page.make, form(**{**GIVEN, "referral_partner": hospital}))
    return page


def test_only_partners_that_she_allows_can_be_chosen_with_what_she_allows_there(
    person: Person, number: str, hospital: str
) -> None:
    make_partner(name="Polres uji")
    assert opened(person, number).permitted == []
    allow(person.actor, number, hospital, "name", "summary")
    page = opened(person, number)
    assert [choice.text for choice in page.permitted] == ["RSUD uji"]
    do(page.choose_partner, hospital)
    assert [choice.value for choice in page.allowed] == ["name"]
    assert [choice.value for choice in page.written] == ["summary"]
    assert [choice.value for choice in page.offered] == ["medical", "visum"]
    do(page.choose_partner, "f" * 32)
    assert (page.partner, page.allowed) == ("", [])


def test_a_referral_is_sent_with_a_code_that_is_shown_once(
    person: Person, number: str, hospital: str
) -> None:
    page = sent(person, number, hospital)
    assert len(page.code) == 7
    assert page.address == ""
    [row] = page.rows
    assert (row.title, row.status) == ("Visum dan pemeriksaan forensik: RSUD uji", "Menunggu jawaban")
    assert "Dibagikan: nama, ringkasan untuk rujukan ini." in row.lines
    do(page.hide_code)
    assert page.code == ""


def test_without_mail_the_address_is_shown_too_and_with_an_account_neither(
    person: Person, number: str
) -> None:
    silent, known = make_partner(name="Kemenag uji"), make_partner(name="Puskesmas uji")
    make_partner_account(known)
    page = sent(person, number, silent)
    assert "/tautan/" in page.address
    page = sent(person, number, known)
    assert (page.code, page.address) == ("", "")


def test_a_forged_field_is_refused_at_its_place_and_nothing_is_sent(
    person: Person, number: str, hospital: str
) -> None:
    allow(person.actor, number, hospital, "name")
    page = opened(person, number)
    do(page.choose_partner, hospital)
    do(page.make, form(**{**GIVEN, "referral_partner": hospital, "referral_fields": ["name", "phone"]}))
    assert list(page.errors) == ["referral_fields"]
    assert page.rows == ()


def test_answers_outcomes_links_and_taking_back(person: Person, number: str, hospital: str) -> None:
    page = sent(person, number, hospital)
    do(page.begin, page.rows[0].uid)
    assert page.acting_title.endswith("RSUD uji")
    first = page.code
    do(page.new_link)
    assert page.code
    assert page.code != first
    do(page.answer, form(answer_step="refuse", answer_note=""))
    assert list(page.errors) == ["answer_note"]
    do(page.answer, form(answer_step="accept"))
    assert page.rows[0].status == "Diterima, sedang dikerjakan"
    do(page.revoke, form(revoke_reason="Klien pindah"))
    assert (page.rows[0].status, page.acting, page.rows[0].waits) == ("Dicabut", "", False)
    do(page.note_outcome, form(outcome_service="legal_aid", outcome_code="declined_by_client"))
    assert page.rows[0].status == "Ditolak oleh klien"


def test_a_sent_one_is_closed_when_she_declines(person: Person, number: str, hospital: str) -> None:
    page = sent(person, number, hospital)
    do(page.begin, page.rows[0].uid)
    do(page.settle, form(settle_outcome="declined_by_client"))
    assert (page.rows[0].status, page.rows[0].waits) == ("Ditolak oleh klien", False)


def test_taking_consent_back_on_its_own_screen_ends_the_referral(
    person: Person, number: str, hospital: str
) -> None:
    page = sent(person, number, hospital)
    ledger = Tab(person, f"/kasus/{number}/persetujuan").on(CaseConsents)
    do(ledger.load)
    do(ledger.withdraw, f"referral:{hospital}")
    do(page.load)
    assert page.rows[0].status == "Dicabut"


def test_nothing_stays_when_the_page_is_left_and_strangers_find_nothing(
    person: Person, number: str, hospital: str
) -> None:
    page = sent(person, number, hospital)
    do(page.leave)
    assert (page.rows, page.code, page.permitted) == ((), "", [])
    assert opened(signed_in("dewi"), number).phase == "missing"


def test_what_is_late_stands_in_the_menu_and_then_with_the_supervisor(
    person: Person, number: str, hospital: str
) -> None:
    with open_session(SYSTEM) as session:
        change_clock(session, SYSTEM, code="referral_answer_urgent", amount=30)
    sent(person, number, hospital)
    boss = signed_in("ibu", role=Role.SUPERVISOR)
    with clock.moved(timedelta(hours=3)), open_session(SYSTEM) as session:
        chase_referrals(session, SYSTEM)
    with clock.moved(timedelta(hours=28)), open_session(SYSTEM) as session:
        chase_referrals(session, SYSTEM)
    with clock.moved(timedelta(minutes=31)):
        nav, page = Tab(person).on(Nav), Tab(person).on(WaitingReferrals)
        do(nav.load)
        do(page.load)
    assert (nav.referrals, page.view, len(page.rows)) == ("1", "mine", 1)
    assert (page.rows[0].urgent, page.rows[0].late) == (True, True)
    above = Tab(boss).on(WaitingReferrals)
    do(above.load)
    assert (above.view, above.rows[0].detail.endswith("diteruskan ke penyelia")) == ("area", True)
    do(above.show, "mine")
    assert above.rows == []
