"""Coming back: the code, the conversation, and guessing."""

import re
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.api.public.slowing import FREE, MOST, SLOWING
from rindu_app.domain.reports.access import number_of
from rindu_app.domain.threads.commands import propose_appointment, reply, write_note
from rindu_app.models import Report
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode
from tests.api.public.citizen import Citizen, is_left, title_of, words_of
from tests.factories import make_account
from tests.samples import picture

WRONG = [
    "12345678901234567890",
    "1",
    "",
    "abc",
    "٠" * 20,
    "1234 5678 9012 3456 789x",
    "9" * 5000,
    "\0" * 20,
    "🙂" * 20,
]


def counsellor_says(number: str, text: str) -> None:
    actor = make_account()
    with open_session(actor) as session:
        reply(session, actor, number=number, text=text)
        write_note(session, actor, number=number, text="Catatan tim yang tidak untuk dia.")


def number_of_report() -> str:
    with open_session(Actor.system("tests")) as session:
        return number_of(session.exec(select(Report)).one())


@pytest.mark.parametrize("typed", WRONG)
def test_every_wrong_code_gets_the_same_answer(citizen: Citizen, typed: str) -> None:
    citizen.report()
    other = Citizen()
    page = other.press("/lanjut", code=typed)
    assert page.status_code == 422
    assert "Angka ini tidak cocok" in words_of(page)
    assert "sesi" not in other.http.cookies


def test_a_malformed_code_takes_as_long_as_a_wrong_one(citizen: Citizen) -> None:
    def seconds(code: str) -> float:
        runs = []
        for n in range(5):
            started = time.perf_counter()
            Citizen(f"198.51.100.{n}").press("/lanjut", code=code)
            runs.append(time.perf_counter() - started)
        return min(runs)

    malformed, unknown = seconds("x"), seconds("12345678901234567890")
    assert malformed > unknown / 2


def test_guessing_gets_slower_but_is_never_refused() -> None:
    SLOWING.clear()
    waits = []
    for _ in range(FREE + 12):
        waits.append(SLOWING.seconds("guesser"))
        SLOWING.note_failure("guesser")
    assert waits[:FREE] == [0.0] * FREE
    assert waits == sorted(waits)
    assert waits[-1] == MOST
    assert SLOWING.seconds("neighbour") == 0.0


def test_the_right_code_opens_while_somebody_guesses_from_the_same_address(citizen: Citizen) -> None:
    code = citizen.report()
    for _ in range(FREE):
        citizen.press("/lanjut", code="1")
    assert title_of(Citizen().come_back(code)) == "Percakapan Anda"


def test_proxies_are_believed_only_as_far_as_the_settings_say(
    citizen: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def guess(forwarded: str) -> None:
        citizen.http.headers["x-forwarded-for"] = forwarded
        citizen.press("/lanjut", code="1")

    for n in range(4):
        guess(f"192.0.2.{n}")
    assert len(SLOWING._failures) == 1
    monkeypatch.setenv("RINDU_TRUSTED_PROXY_HOPS", "1")
    get_settings.cache_clear()
    for n in range(3):
        guess(f"10.9.9.9, 192.0.2.{n}")
    assert len(SLOWING._failures) == 4


def test_messages_go_both_ways_and_notes_stay_inside(citizen: Citizen) -> None:
    code = citizen.report()
    counsellor_says(number_of_report(), "Kami sudah membaca cerita Anda.")
    other = Citizen()
    page = other.come_back(code)
    assert "Kami sudah membaca cerita Anda." in words_of(page)
    assert "Catatan tim" not in page.text

    page = other.press("/percakapan", text="Terima kasih.", key="0" * 32)
    assert "Terima kasih." in words_of(page)


def test_a_message_sent_twice_is_one(citizen: Citizen, run_together: Callable[..., Any]) -> None:
    citizen.report()
    run_together(lambda: citizen.post("/percakapan", text="Halo.", key="a1" * 16), times=4)
    citizen.post("/percakapan", text="Halo.", key="a1" * 16)
    assert citizen.get("/percakapan").text.count("Halo.") == 1


def test_what_was_typed_stays_when_a_message_is_too_long(citizen: Citizen) -> None:
    citizen.report()
    text = "panjang " * 3000
    page = citizen.press("/percakapan", text=text, key="b" * 32)
    assert page.status_code == 422
    assert text.strip() in page.text
    assert "Paling banyak 20000 huruf" in words_of(page)


@pytest.mark.parametrize(("answer", "words"), [("ya", "Disetujui"), ("tidak", "Tidak bisa")])
def test_an_appointment_can_be_accepted_or_declined_once(citizen: Citizen, answer: str, words: str) -> None:
    citizen.report()
    actor, number = make_account(), number_of_report()
    with open_session(actor) as session:
        uid = propose_appointment(
            session, actor, number=number, mode=CounsellingMode.FACE, place="Kantor, lantai 2",
            starts_at=clock.now() + timedelta(days=1),
        ).uid  # fmt: skip
    page = citizen.get("/percakapan")
    assert "Kantor, lantai 2" in words_of(page)
    assert "Besok pukul" in words_of(page)

    page = citizen.press(f"/percakapan/janji/{uid}", jawab=answer)
    assert words in words_of(page)

    page = citizen.press(f"/percakapan/janji/{uid}", jawab="ya")
    assert page.status_code == 409
    assert "tidak menunggu jawaban" in words_of(page)


def test_somebody_elses_appointment_is_not_there(citizen: Citizen) -> None:
    citizen.report()
    assert citizen.press(f"/percakapan/janji/{'f' * 32}", jawab="ya").status_code == 404


def test_safe_contact_can_be_changed_and_is_never_shown(citizen: Citizen) -> None:
    code = citizen.report()
    page = citizen.press("/percakapan/kontak", ways="whatsapp", phone="0812 0000 4321", days="2")
    assert title_of(page) == "Percakapan Anda"
    assert "4321" not in citizen.get("/percakapan/kontak").text
    other = Citizen()
    other.come_back(code)
    assert "4321" not in other.get("/percakapan").text

    page = citizen.press("/percakapan/kontak", ways="whatsapp", days=["2", "3"], code_word="melati")
    assert page.status_code == 422
    assert "melati" in page.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Pilih paling sedikit satu cara, atau “Jangan hubungi saya”."),
        ({"ways": "phone"}, "Tulis nomornya, atau pilih cara lain."),
        ({"ways": "trusted"}, "Tulis nama dan nomor orang itu, atau pilih cara lain."),
    ],
)
def test_changing_contact_names_no_button_that_is_not_there(
    citizen: Citizen, typed: dict[str, str], sentence: str
) -> None:
    citizen.report()
    page = citizen.press("/percakapan/kontak", **typed)
    assert page.status_code == 422
    assert sentence in words_of(page)
    assert "lewati" not in words_of(page).lower()


def test_withdrawing_asks_once_more_and_the_code_still_opens(citizen: Citizen) -> None:
    code = citizen.report()
    assert "Tarik kembali laporan ini?" in title_of(citizen.get("/percakapan/tarik"))
    page = citizen.press("/percakapan/tarik")
    assert "Anda sudah menarik" in words_of(page)
    assert "Anda boleh menulis lagi kapan saja." in words_of(page)
    assert "Jawaban konselor muncul di sini" not in words_of(page)
    assert "Tarik kembali laporan ini" not in words_of(page)
    assert citizen.press("/percakapan/tarik").status_code == 409
    assert "Anda sudah menarik" in words_of(Citizen().come_back(code))


def test_files_come_back_only_to_her(citizen: Citizen) -> None:
    code = citizen.report()
    page = citizen.press("/percakapan/berkas", files={"files": ("foto.jpg", picture(), "image/jpeg")})
    assert "foto.jpg" in words_of(page)
    found = re.search(r"/percakapan/berkas/[0-9a-f]{32}", page.text)
    assert found
    answer = citizen.get(found[0])
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content[:2] == b"\xff\xd8"

    stranger = Citizen()
    stranger.report("Cerita orang lain.")
    assert stranger.get(found[0]).status_code == 404
    assert is_left(Citizen().get(found[0]))
    other = Citizen()
    other.come_back(code)
    assert other.get(found[0]).status_code == 200


def test_a_refused_file_says_why_and_the_others_are_kept(citizen: Citizen) -> None:
    citizen.begin()
    files = [("files", ("a.pdf", b"%PDF-1.4\n%%EOF")), ("files", ("b.exe", b"MZ planted"))]
    page = citizen.press("/cerita/berkas", files=files)
    assert page.status_code == 422
    assert "b.exe: Jenis berkas ini tidak dapat diterima" in words_of(page)
    assert "a.pdf" in words_of(page)


def test_a_file_can_be_taken_back_before_sending(citizen: Citizen) -> None:
    citizen.begin()
    page = citizen.press("/cerita/berkas", files={"files": ("a.pdf", b"%PDF-1.4\n%%EOF")})
    uid = re.search(r'value="([0-9a-f]{32})"', page.text)
    assert uid
    page = citizen.press("/cerita/berkas", buang=uid[1])
    assert "a.pdf" not in page.text
