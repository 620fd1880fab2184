"""The questions: each can be skipped but one, each can be changed, and nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import open_sealer
from rindu_app.access.session import open_session
from rindu_app.domain.reports.rows import ContactView
from rindu_app.domain.reports.view import read_contact
from rindu_app.models import Report
from rindu_app.words import clock
from tests.api.public.citizen import STEPS, Citizen, is_left, title_of, words_of
from tests.factories import GENTENG, REJOMULYO

SYSTEM = Actor.system("tests")


def the_report() -> tuple[Report, dict[str, str], ContactView]:
    """What arrived: the row, the sealed answers, the safe contact."""
    with open_session(SYSTEM) as session:
        report = session.exec(select(Report)).one()
        sealer = open_sealer(session, report.key_uid)
        told = sealer.open_json(f"report.answers:{sealer.uid}", report.answers)
        return report, told, read_contact(session, report, sealer)


def test_every_answer_arrives(citizen: Citizen) -> None:
    citizen.begin("curhat", w="35.10")
    citizen.post("/cerita/siapa", teller="child")
    citizen.post("/cerita/sekarang", danger="no")
    citizen.post("/cerita/isi", story="Ia sering menangis.", kinds=["physical", "neglect"])
    citizen.post("/cerita/tempat", at="35.10", pick=GENTENG)
    citizen.post("/cerita/tempat", at=GENTENG, pick="35.10.10.2001", rt="RT 003 RW 001")
    citizen.post("/cerita/kontak", ways=["phone", "trusted"])
    citizen.post(
        "/cerita/nomor", phone="0812 0000 1234", trusted="Kak Sari", phone_shared="no", who_answers="saya"
    )
    citizen.post(
        "/cerita/waktu", days=["1", "3"], hour_from="9", hour_to="12", code_word="melati", may_identify="yes"
    )
    citizen.post("/cerita/cara", mode="video", needs="juru bahasa isyarat")
    citizen.post("/cerita/nama", anonymous="no", name="Bu Wati", affected_name="Ani", age="9 tahun")
    citizen.post("/cerita/berkas")
    citizen.press("/cerita/periksa")

    report, told, contact = the_report()
    assert (report.door, report.teller, report.mode, report.area_code) == (
        "talk",
        "child",
        "video",
        "35.10.10.2001",
    )
    assert told["story"] == "Ia sering menangis."
    assert (told["name"], told["affected_name"], told["age"]) == ("Bu Wati", "Ani", "9 tahun")
    assert (told["rt"], told["needs"], told["phone"]) == (
        "RT 003 RW 001",
        "juru bahasa isyarat",
        "0812 0000 1234",
    )
    assert contact.code_word == "melati"
    assert contact.phone_shared is False


def test_a_phone_counts_as_shared_until_she_says_otherwise(citizen: Citizen) -> None:
    citizen.begin()
    citizen.post("/cerita/isi", story="Tolong.")
    citizen.post("/cerita/kontak", ways="phone")
    citizen.post("/cerita/nomor", phone="0812 0000 1234")
    citizen.press("/cerita/periksa")
    assert the_report()[2].phone_shared is True


def test_only_the_story_cannot_be_skipped(citizen: Citizen) -> None:
    citizen.begin()
    for step in STEPS:
        answer = citizen.post(f"/cerita/{step}", lewati="1")
        assert answer.status_code == 303
    sent = citizen.press("/cerita/periksa")
    assert title_of(sent) == "Apa yang terjadi?"

    page = citizen.press("/cerita/isi", story="   ")
    assert page.status_code == 422
    assert "Satu kalimat sudah cukup" in words_of(page)


def test_danger_now_shows_numbers_before_anything_else(citizen: Citizen) -> None:
    citizen.begin()
    page = citizen.press("/cerita/sekarang", danger="yes")
    assert title_of(page) == "Hubungi sekarang"
    assert all(f'href="tel:{number}"' in page.text for number in ("112", "110", "119", "129"))
    assert "https://wa.me/628111129129" in page.text
    assert title_of(citizen.get("/cerita/isi")) == "Apa yang terjadi?"


def test_no_danger_goes_straight_on(citizen: Citizen) -> None:
    citizen.begin()
    assert title_of(citizen.press("/cerita/sekarang", danger="no")) == "Apa yang terjadi?"


@pytest.mark.parametrize("ways", [["none"], ["here"]])
def test_details_are_only_asked_where_a_way_needs_them(citizen: Citizen, ways: list[str]) -> None:
    citizen.begin()
    assert citizen.post("/cerita/kontak", ways=ways).headers["location"] == "/cerita/cara"
    assert citizen.post("/cerita/kontak", ways=[*ways, "phone"][-1:]).headers["location"] == "/cerita/nomor"


def test_a_number_is_forgotten_when_she_no_longer_wants_calls(citizen: Citizen) -> None:
    citizen.begin()
    citizen.post("/cerita/isi", story="Tolong.")
    citizen.post("/cerita/kontak", ways="phone")
    citizen.post("/cerita/nomor", phone="0812 0000 1234")
    citizen.post("/cerita/kontak", ways="none")
    assert "0812" not in citizen.get("/cerita/periksa").text
    citizen.press("/cerita/periksa")
    assert the_report()[1]["phone"] == ""


def test_without_a_number_nobody_asks_when_to_call(citizen: Citizen) -> None:
    citizen.begin()
    citizen.post("/cerita/kontak", ways="phone")
    assert citizen.post("/cerita/nomor", phone="0812 0000 1234").headers["location"] == "/cerita/waktu"
    citizen.post("/cerita/waktu", code_word="melati")
    assert citizen.post("/cerita/nomor", lewati="1").headers["location"] == "/cerita/cara"
    review = words_of(citizen.get("/cerita/periksa"))
    assert "Waktu yang aman" not in review
    assert "melati" not in review


def test_the_kind_stands_apart_from_the_story_in_the_review(citizen: Citizen) -> None:
    citizen.begin()
    citizen.post("/cerita/isi", story="Tolong.")
    assert ">Jenis<" not in citizen.get("/cerita/periksa").text
    citizen.post("/cerita/isi", story="Tolong.", kinds="physical")
    assert "Cerita Tolong. Ubah Cerita Jenis Fisik Ubah Jenis" in words_of(citizen.get("/cerita/periksa"))


def test_reversed_hours_are_said_once_above_both(citizen: Citizen) -> None:
    citizen.begin()
    citizen.post("/cerita/kontak", ways="phone")
    citizen.post("/cerita/nomor", phone="0812 0000 1234")
    page = citizen.press("/cerita/waktu", hour_from="15", hour_to="9")
    assert page.status_code == 422
    assert page.text.count('id="hour_from-error"') == 1
    assert page.text.index('id="hour_from-error"') < page.text.index("Dari pukul")
    (select,) = re.findall(r'<select[^>]*name="hour_from"[^>]*>', page.text)
    assert 'aria-describedby="hour_from-error"' in select
    assert "aria-invalid" in select


def test_a_number_that_nobody_can_dial_is_kept_and_asks_for_a_second_look(citizen: Citizen) -> None:
    citizen.begin()
    citizen.post("/cerita/isi", story="Tolong.")
    citizen.post("/cerita/kontak", ways="phone")
    doubt = "Nomor ini mungkin belum lengkap"
    for typed, doubted in (("0812", True), ("0812 0000 1234", False), ("besok saja", True)):
        citizen.post("/cerita/nomor", phone=typed)
        review = words_of(citizen.get("/cerita/periksa"))
        assert typed in review
        assert (doubt in review) == doubted
    citizen.press("/cerita/periksa")
    assert the_report()[1]["phone"] == "besok saja"


def test_do_not_contact_me_stands_alone(citizen: Citizen) -> None:
    citizen.begin()
    page = citizen.press("/cerita/kontak", ways=["none", "phone"])
    assert page.status_code == 422
    assert page.text.count(" checked") == 2


def test_an_answer_can_be_changed_from_the_review(citizen: Citizen) -> None:
    citizen.tell("Cerita pertama.")
    page = citizen.get("/cerita/isi?dari=periksa")
    assert "Cerita pertama." in page.text
    review = citizen.press("/cerita/isi", story="Cerita kedua.", periksa="1")
    assert title_of(review) == "Periksa, lalu kirim"
    assert "Cerita kedua." in words_of(review)


def test_two_taps_are_enough_in_her_own_kabupaten(citizen: Citizen) -> None:
    citizen.begin(w="35.10")
    page = citizen.get("/cerita/tempat")
    assert "Dipilih: Kabupaten Banyuwangi, Jawa Timur" in words_of(page)
    page = citizen.press("/cerita/tempat", at="35.10", pick=GENTENG)
    assert "Genteng Kulon" in page.text
    page = citizen.press("/cerita/tempat", at=GENTENG, pick="35.10.10.2001")
    assert title_of(page) == "Bagaimana cara aman menghubungi Anda?"


def test_she_can_stop_at_a_kecamatan(citizen: Citizen) -> None:
    citizen.begin()
    citizen.post("/cerita/tempat", at="35.10", pick=GENTENG)
    page = citizen.press("/cerita/tempat", at=GENTENG, pick="")
    assert title_of(page) == "Bagaimana cara aman menghubungi Anda?"


def test_a_place_anywhere_is_found_by_its_name(citizen: Citizen) -> None:
    citizen.begin()
    page = citizen.press("/cerita/tempat", at="35.10", look="rejomulyo", cari="1")
    assert "Rejomulyo, Metro Selatan, Kota Metro, Lampung" in words_of(page)
    citizen.post("/cerita/tempat", at="35.10", pick=REJOMULYO)
    assert "Rejomulyo, Metro Selatan" in words_of(citizen.get("/cerita/periksa"))

    page = citizen.press("/cerita/tempat", at="35.10", look="tidak ada di mana pun", cari="1")
    assert page.status_code == 422
    assert "tidak ada di mana pun" in page.text


def test_another_kabupaten_is_one_step_up(citizen: Citizen) -> None:
    citizen.begin()
    page = citizen.press("/cerita/tempat", up="35")
    assert "Kabupaten Jombang" in page.text
    page = citizen.press("/cerita/tempat", up="")
    assert "Lampung" in page.text


@pytest.mark.parametrize("code", ["99.99", "35.10.99", "x", "35.10.10.2001.1", "'; --", "35.10 "])
def test_a_place_that_is_not_there_is_refused_in_words(citizen: Citizen, code: str) -> None:
    citizen.begin()
    page = citizen.press("/cerita/tempat", at="35.10", pick=code)
    assert page.status_code == 422
    assert "Wilayah ini tidak ditemukan" in words_of(page)


def test_somebody_who_names_no_place_is_heard_where_she_came_in(citizen: Citizen) -> None:
    citizen.begin(w="18.72")
    citizen.post("/cerita/isi", story="Tolong.")
    citizen.press("/cerita/periksa")
    assert the_report()[0].area_code == "18.72"


def test_what_was_typed_survives_a_visit_that_ran_out(citizen: Citizen) -> None:
    citizen.begin()
    citizen.post("/cerita/siapa", teller="self")
    with clock.moved(timedelta(hours=2)):
        page = citizen.press("/cerita/isi", story="Lama saya menulis ini.")
        assert title_of(page) == "Di mana ini terjadi?"
        review = words_of(citizen.get("/cerita/periksa"))
        assert "Lama saya menulis ini." in review
        assert "Diri saya sendiri" not in review


def test_coming_back_to_the_first_page_keeps_the_draft(citizen: Citizen) -> None:
    citizen.tell("Cerita saya.")
    citizen.begin("konseling")
    assert "Cerita saya." in citizen.get("/cerita/isi").text


def test_after_sending_the_questions_lead_to_the_receipt(citizen: Citizen) -> None:
    citizen.report()
    for step in (*STEPS, "periksa"):
        assert title_of(citizen.get(f"/cerita/{step}")) == "Pesan Anda sudah kami terima."
    answer = citizen.press("/cerita/isi", story="Diubah diam-diam.")
    assert title_of(answer) == "Pesan Anda sudah kami terima."


def test_without_a_visit_a_question_shows_nothing(citizen: Citizen) -> None:
    for step in (*STEPS, "periksa", "angka", "bantuan"):
        assert is_left(citizen.get(f"/cerita/{step}"))
