"""Behind a link: plain pages, one referral, and the next request knows of a withdrawal."""

import pytest
from httpx import Response

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.api.partner_link import cookie_name
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.referrals.inviting import Invitation
from rindu_app.models import Referral
from rindu_app.words.codes import ReferralStatus
from tests.api.public.citizen import OUR_FORM, Citizen
from tests.domain.referrals.people import allow, make_partner, new_case, send, stored, timeline, wish
from tests.factories import make_account

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)


@pytest.fixture
def hospital() -> str:
    return make_partner(mail="ppt@contoh.example")


@pytest.fixture
def sent(manager: Actor, number: str, hospital: str) -> tuple[Referral, Invitation]:
    allow(manager, number, hospital)
    referral, invitation = send(manager, number, wish(hospital, "name", "summary"))
    assert invitation is not None
    return referral, invitation


def path(invitation: Invitation) -> str:
    return "/tautan/" + invitation.address.rpartition("/")[2]


def knock(person: Citizen, where: str, **fields: str) -> Response:
    return person.http.post(where, data=fields, headers=OUR_FORM)


def come_in(invitation: Invitation) -> Citizen:
    person = Citizen()
    answer = knock(person, path(invitation), code=invitation.code)
    assert (answer.status_code, answer.headers["location"]) == (303, "/tautan")
    return person


def test_address_and_code_lead_to_the_referral(sent: tuple[Referral, Invitation]) -> None:
    person = come_in(sent[1])
    page = person.http.get("/tautan")
    assert page.status_code == 200
    for words in ("Melati Rekaan", "Lengan memar", "Mohon pemeriksaan", "Visum dan pemeriksaan forensik"):
        assert words in page.text
    for secret in ("0812-0000-1234", "Kursi roda", "Banyuwangi", "K-26"):
        assert secret not in page.text
    assert "no-store" in page.headers["cache-control"]
    assert "<script" not in page.text
    assert "<title>Layanan Warga</title>" in page.text


def test_the_cookie_is_for_this_host_and_not_for_scripts(sent: tuple[Referral, Invitation]) -> None:
    answer = knock(Citizen(), path(sent[1]), code=sent[1].code)
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith(f"{cookie_name()}=")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_wrong_code_a_wrong_address_and_no_code_get_the_same_answer(
    sent: tuple[Referral, Invitation],
) -> None:
    wrong = "111111" if sent[1].code != "111 111" else "222222"
    answers = [
        knock(Citizen(), path(sent[1]), code=wrong),
        knock(Citizen(), "/tautan/" + "a" * 43, code=sent[1].code),
        knock(Citizen(), path(sent[1])),
    ]
    assert {answer.status_code for answer in answers} == {422}
    texts = {answer.text.replace(path(sent[1]), "").replace("/tautan/" + "a" * 43, "") for answer in answers}
    assert len(texts) == 1
    assert "Melati" not in texts.pop()
    assert Citizen().http.get("/tautan").status_code == 404


def test_accept_and_done_come_back_into_the_file(sent: tuple[Referral, Invitation]) -> None:
    person = come_in(sent[1])
    assert "Terima rujukan" in person.http.get("/tautan").text
    assert knock(person, "/tautan", jawab="accept").status_code == 303
    assert "Terima rujukan" not in person.http.get("/tautan").text
    assert knock(person, "/tautan", jawab="finish", finish_note="Sudah diperiksa").status_code == 303
    over = person.http.get("/tautan").text
    assert "Terima kasih" in over
    assert "Melati" not in over
    assert stored(sent[0]).status == ReferralStatus.DONE
    assert timeline() == ["referral_sent", "referral_opened", "referral_accepted", "referral_done"]


def test_what_was_typed_stays_on_a_refusal(sent: tuple[Referral, Invitation]) -> None:
    answer = knock(come_in(sent[1]), "/tautan", jawab="refuse", refuse_note=" ")
    assert answer.status_code == 422
    assert "Bagian ini perlu diisi" in answer.text
    long = knock(come_in(sent[1]), "/tautan", jawab="finish", finish_note="panjang " * 400)
    assert long.status_code == 422
    assert "panjang panjang" in long.text


@pytest.mark.parametrize("step", ["revoke", "settle", "", "delete"])
def test_steps_that_are_not_a_partners_are_refused(sent: tuple[Referral, Invitation], step: str) -> None:
    assert knock(come_in(sent[1]), "/tautan", jawab=step).status_code == 403
    assert stored(sent[0]).status == ReferralStatus.SENT


def test_withdrawn_while_the_page_is_open_the_next_request_says_so(
    sent: tuple[Referral, Invitation], manager: Actor, number: str, hospital: str
) -> None:
    person = come_in(sent[1])
    assert "Melati" in person.http.get("/tautan").text
    with open_session(manager) as session:
        withdraw_consent(session, manager, number=number, purpose="referral", subject=hospital)
    answer = knock(person, "/tautan", jawab="accept")
    assert answer.status_code == 409
    for page in (answer, person.http.get("/tautan")):
        assert "Rujukan ini sudah dicabut" in page.text
        assert "Melati" not in page.text
    assert knock(Citizen(), path(sent[1]), code=sent[1].code).status_code == 422


def test_another_sites_form_answers_nothing(sent: tuple[Referral, Invitation]) -> None:
    person = come_in(sent[1])
    answer = person.http.post("/tautan", data={"jawab": "accept"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert stored(sent[0]).status == ReferralStatus.SENT
