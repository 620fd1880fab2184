"""A partner's screens: what was sent to it, its answers, and a withdrawal that empties the open page."""

import asyncio

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.sessions import as_actor, start_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.referrals.access import number_of
from rindu_app.models import Account, Referral
from rindu_app.state.partner.referral import AddressedPage
from rindu_app.state.partner.referrals import AddressedList
from rindu_app.words import clock
from tests.domain.referrals.people import make_partner, make_partner_account, new_case, refer, stored
from tests.factories import SYSTEM, make_account
from tests.state.screen import Person, Tab, do, form

pytestmark = pytest.mark.usefixtures("country")


def somebody_of(partner: str) -> Person:
    made = make_partner_account(partner)
    with open_session(SYSTEM) as session:
        account = session.get_one(Account, made.id)
        login, token = start_session(session, account, device="")
        login.verified_at = clock.now()
        return Person(made.id, token, as_actor(account, login))


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)


@pytest.fixture
def hospital() -> str:
    return make_partner()


@pytest.fixture
def doctor(hospital: str) -> Person:
    return somebody_of(hospital)


@pytest.fixture
def referral(manager: Actor, number: str, hospital: str) -> Referral:
    return refer(manager, number, hospital)


def opened(person: Person, referral: Referral) -> AddressedPage:
    page = Tab(person, f"/rujukan/{number_of(referral)}").on(AddressedPage)
    do(page.load)
    return page


def listed(person: Person) -> AddressedList:
    page = Tab(person, "/rujukan").on(AddressedList)
    do(page.load)
    return page


def test_the_home_lists_what_waits_and_says_nothing_of_a_person(doctor: Person, referral: Referral) -> None:
    page = listed(doctor)
    [row] = page.rows
    assert (row.service, row.status) == ("Visum dan pemeriksaan forensik", "Menunggu jawaban")
    assert "Melati" not in repr(page.dict())
    do(page.show, "ended")
    assert page.rows == []


def test_a_referral_shows_what_is_allowed_and_forgets_it_when_left(
    doctor: Person, referral: Referral
) -> None:
    page = opened(doctor, referral)
    assert [piece.text for piece in page.referral.pieces] == ["Melati Rekaan", "31 tahun", "Lengan memar"]
    assert (page.referral.waits, page.referral.live) == (True, True)
    do(page.leave)
    assert "Melati" not in repr(page.dict())


def test_it_is_accepted_and_finished_with_words(doctor: Person, referral: Referral) -> None:
    page = opened(doctor, referral)
    do(page.accept)
    assert (page.referral.waits, page.referral.status) == (False, "Diterima, sedang dikerjakan")
    do(page.finish, form(finish_note=" "))
    assert list(page.errors) == ["finish_note"]
    do(page.finish, form(finish_note="Hasil visum sudah dikirim"))
    assert (page.referral.live, page.referral.pieces) == (False, ())
    assert "Terima kasih" in page.referral.ended
    home = listed(doctor)
    assert home.rows == []
    do(home.show, "ended")
    assert home.rows[0].status == "Selesai"


@pytest.mark.parametrize(
    ("answer", "field", "status"),
    [("refuse", "refuse_note", "refused"), ("miss", "miss_note", "unavailable")],
)
def test_it_is_refused_or_not_available(
    doctor: Person, referral: Referral, answer: str, field: str, status: str
) -> None:
    page = opened(doctor, referral)
    do(getattr(page, answer), form(**{field: "Dokter sedang cuti"}))
    assert stored(referral).status == status
    assert not page.referral.live


def test_another_partners_referral_is_missing_whatever_is_asked_of_it(referral: Referral) -> None:
    stranger = somebody_of(make_partner(name="Puskesmas uji"))
    page = opened(stranger, referral)
    assert page.phase == "missing"
    do(page.accept)
    do(page.finish, form(finish_note="Palsu"))
    assert stored(referral).status == "sent"
    assert "Melati" not in repr(page.dict())


def withdraw(manager: Actor, number: str, hospital: str) -> None:
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="referral", subject=hospital)


def test_a_withdrawal_meets_the_next_event(
    doctor: Person, referral: Referral, manager: Actor, number: str, hospital: str
) -> None:
    page = opened(doctor, referral)
    withdraw(manager, number, hospital)
    do(page.accept)
    assert "dicabut" in page.notice
    assert (page.referral.live, page.referral.pieces) == (False, ())
    assert "sudah dicabut" in page.referral.ended


def test_an_open_page_notices_a_withdrawal_by_itself_and_reads_nothing_where_nothing_changed(
    doctor: Person, referral: Referral, manager: Actor, number: str, hospital: str
) -> None:
    page = opened(doctor, referral)
    assert asyncio.run(page._changed()) is None
    withdraw(manager, number, hospital)
    view = asyncio.run(page._changed())
    assert view is not None
    page._put(view)
    assert page.referral.ended.startswith("Rujukan ini sudah dicabut")
    assert "Melati" not in repr(page.dict())
