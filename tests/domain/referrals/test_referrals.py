"""A referral carries what her consent names and nothing more, is answered by whom it was sent to, and ends at once."""

from datetime import timedelta
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import access_case, sealer_of
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.opening import join_case
from rindu_app.domain.cases.team import break_glass
from rindu_app.domain.referrals.making import record_outcome
from rindu_app.words import clock
from rindu_app.words.codes import (
    ExceptionGround,
    ReferralAction,
    ReferralOutcome,
    Role,
    Urgency,
)
from tests.closing import close
from tests.domain.referrals.people import (
    allow,
    answer,
    make_partner,
    make_partner_account,
    new_case,
    refer,
    refusal,
    seen_by,
    send,
    shared,
    stored,
    timeline,
    wish,
    withdraw,
)
from tests.factories import METRO, make_account, send_report

pytestmark = pytest.mark.usefixtures("country")


def test_a_partner_reads_what_the_consent_names_and_nothing_else(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    referral = refer(manager, number, hospital)
    view = seen_by(doctor, referral)
    assert shared(doctor, referral) == {
        "Nama": "Melati Rekaan",
        "Usia": "31 tahun",
        "Ringkasan untuk rujukan ini": "Lengan memar",
    }
    assert (view.live, view.service, view.purpose) == (
        True,
        "Visum dan pemeriksaan forensik",
        "Mohon pemeriksaan",
    )
    assert "1234" not in repr(view)
    assert "Kursi roda" not in repr(view)


def test_less_than_she_allows_may_be_sent(manager: Actor, number: str, hospital: str, doctor: Actor) -> None:
    allow(manager, number, hospital)
    assert shared(doctor, send(manager, number, wish(hospital, "age"))[0]) == {"Usia": "31 tahun"}


def test_a_number_goes_out_with_the_rule_it_was_given_under(
    manager: Actor, hospital: str, doctor: Actor
) -> None:
    number = new_case(manager, days=[1, 3], hour_from=9, hour_to=14, who_answers="hanya saya")
    allow(manager, number, hospital, "phone")
    text = shared(doctor, send(manager, number, wish(hospital, "phone"))[0])["Nomor telepon"]
    assert text.startswith("0812-0000-1234. Hanya Senin, Rabu 09.00–14.00. Yang boleh mengangkat: hanya saya")
    assert "Jangan menyebut" in text


def phone_told(manager: Actor, number: str, hospital: str, doctor: Actor) -> str:
    allow(manager, number, hospital, "phone")
    return shared(doctor, send(manager, number, wish(hospital, "phone"))[0])["Nomor telepon"]


def test_the_rule_is_hers_and_not_that_of_a_second_reporter(
    manager: Actor, hospital: str, doctor: Actor
) -> None:
    number = new_case(manager, ways=["whatsapp"], hour_from=8, hour_to=15)
    mother, _ = send_report(phone="0812-0000-9999", ways=["phone"], hour_from=1, hour_to=2)
    with open_session(manager) as session:
        join_case(session, manager, number=mother.number, case_number=number)
    text = phone_told(manager, number, hospital, doctor)
    assert text.startswith("0812-0000-1234. Hanya 08.00–15.00. Hanya pesan WhatsApp, jangan menelepon")


def test_a_number_without_a_known_rule_is_not_to_be_called_unasked(
    manager: Actor, hospital: str, doctor: Actor
) -> None:
    number = new_case(manager, ways=["here"])
    assert "Ia tidak memilih telepon; tanyakan dulu" in phone_told(manager, number, hospital, doctor)
    number = new_case(manager)
    with open_session(manager) as session:
        case = access_case(session, manager, number, Permission.CASE_WRITE)
        sealer = sealer_of(session, case)
        facts = sealer.open_json(f"case.client:{sealer.uid}", case.client) | {"phone": "0812-0000-7777"}
        case.client = sealer.seal_json(f"case.client:{sealer.uid}", facts)
        session.add(case)
    assert "Waktu yang aman belum diketahui" in phone_told(manager, number, hospital, doctor)


def test_every_field_says_what_the_file_or_the_counsellor_says(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    every = ("name", "phone", "age", "area", "address", "risk", "needs", "summary")
    allow(manager, number, hospital, *every)
    found = shared(doctor, send(manager, number, wish(hospital, *every))[0])
    assert len(found) == len(every)
    assert found["Alamat"] == "Jalan Contoh 1"
    assert found["Tingkat risiko"] == "Risiko sedang"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"fields": ("name", "phone")}, "field_not_consented"),
        ({"fields": ("name", "diary")}, "field_not_consented"),
        ({"service": "police"}, "partner_lacks_service"),
        ({"purpose": "  "}, "required"),
        ({"partner": "f" * 32}, "unknown_choice"),
        ({"fields": ("summary",), "written": {}}, "required"),
    ],
)
def test_a_forged_request_gets_no_more_than_she_allowed(
    manager: Actor, number: str, hospital: str, given: dict[str, Any], code: str
) -> None:
    allow(manager, number, hospital)
    fields = given.pop("fields", ("name",))
    with pytest.raises(Invalid) as caught:
        send(manager, number, wish(given.pop("partner", hospital), *fields, **given))
    assert caught.value.code == code
    assert timeline() == []


def test_consent_for_one_partner_is_none_for_another(manager: Actor, number: str, hospital: str) -> None:
    other = make_partner(name="Polres uji")
    allow(manager, number, hospital)
    assert refusal(manager, number, partner=other).code == "consent_needed"
    allow(manager, number, other, given=False)
    assert refusal(manager, number, partner=other).code == "consent_needed"


def test_no_consent_withdrawn_consent_and_expired_consent_send_nothing(
    manager: Actor, number: str, hospital: str
) -> None:
    assert refusal(manager, number, partner=hospital).code == "consent_needed"
    allow(manager, number, hospital, expires_at=clock.now() + timedelta(hours=1))
    with clock.moved(timedelta(hours=2)):
        assert refusal(manager, number, partner=hospital).code == "consent_needed"
    withdraw(manager, number, hospital)
    assert refusal(manager, number, partner=hospital).code == "consent_needed"


def test_an_exception_lets_a_referral_go_out_in_danger_to_life(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    with open_session(manager) as session:
        ask_exception(
            session, manager, number=number, purpose="referral", subject=hospital, ground=ExceptionGround.LIFE,
            reason="Tidak sadar",
        )  # fmt: skip
    referral, _ = send(manager, number, wish(hospital, "name"))
    assert shared(doctor, referral) == {"Nama": "Melati Rekaan"}
    with clock.moved(timedelta(days=40)):
        assert not seen_by(doctor, referral).live


def test_a_partner_of_another_area_is_not_there(manager: Actor, number: str) -> None:
    assert refusal(manager, number, partner=make_partner(area_code=METRO)).code == "unknown_choice"
    assert refusal(manager, number, partner=make_partner(active=False)).code == "unknown_choice"


def test_the_same_is_not_asked_twice_while_it_is_open(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    referral = refer(manager, number, hospital)
    assert refusal(manager, number, partner=hospital).code == "referral_open_already"
    answer(doctor, referral, ReferralAction.REFUSE)
    assert send(manager, number, wish(hospital, "age"))


def test_strangers_find_no_case_and_broken_glass_refers_nobody(
    manager: Actor, number: str, hospital: str
) -> None:
    allow(manager, number, hospital)
    for actor, wrong in (
        (make_account(), NotFound),
        (make_account(Role.ADMIN), NotFound),
        (make_account(area_code=METRO), NotFound),
        (make_partner_account(hospital), NotFound),
    ):
        with pytest.raises(wrong):
            send(actor, number, wish(hospital, "name"))
    nosy = make_account()
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Darurat")
    with pytest.raises(Forbidden):
        send(nosy, number, wish(hospital, "name"))


def test_a_closed_case_sends_nothing(manager: Actor, number: str, hospital: str) -> None:
    allow(manager, number, hospital)
    close(manager, number)
    assert refusal(manager, number, partner=hospital).code == "case_closed"


def test_word_of_mouth_needs_its_partner_and_her_consent_too(
    manager: Actor, number: str, hospital: str
) -> None:
    given: dict[str, Any] = {"number": number, "service": "visum", "outcome": ReferralOutcome.REFERRED}
    for more, code in (
        ({}, "required"),
        ({"partner": hospital}, "consent_needed"),
        ({"partner": "x"}, "unknown_choice"),
    ):
        with open_session(manager) as session, pytest.raises(DomainError, match=code):
            record_outcome(session, manager, **given, **more)
    with open_session(manager) as session, pytest.raises(Invalid):
        record_outcome(session, manager, **{**given, "service": "magic", "outcome": ReferralOutcome.OURS})


def test_the_urgent_has_a_shorter_clock_and_a_promise_starts_another(
    manager: Actor, number: str, hospital: str, doctor: Actor
) -> None:
    referral = refer(manager, number, hospital, urgency=Urgency.URGENT)
    due = stored(referral).due_at
    assert due is not None
    assert timedelta(minutes=119) < due - clock.now() < timedelta(minutes=121)
    answer(doctor, referral, ReferralAction.ACCEPT)
    due = stored(referral).due_at
    assert due is not None
    assert timedelta(days=13) < due - clock.now() <= timedelta(days=14)
