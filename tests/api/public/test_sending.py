"""One report, however often it is sent, and nothing of where it came from."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlmodel import func, select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.models import Report, Unit
from tests.api.public.citizen import EXIT, Citizen, code_on, is_left, title_of, words_of
from tests.factories import GENTENG


def reports() -> int:
    with open_session(Actor.system("tests")) as session:
        return session.exec(select(func.count()).select_from(Report)).one()


def test_a_double_tap_makes_one_report_and_one_code(
    citizen: Citizen, run_together: Callable[..., Any]
) -> None:
    citizen.tell()
    answers = run_together(lambda: citizen.post("/cerita/periksa").headers["location"], times=6)
    assert set(answers) == {"/cerita/angka"}
    assert reports() == 1


def test_a_lost_answer_is_found_by_sending_again(citizen: Citizen) -> None:
    citizen.tell()
    citizen.post("/cerita/periksa")  # the answer never arrives
    code = code_on(citizen.press("/cerita/periksa"))
    assert code == code_on(citizen.get("/cerita/angka"))
    assert reports() == 1


def test_thirty_neighbours_behind_one_address_are_all_heard(citizen: Citizen) -> None:
    codes = {Citizen("198.51.100.9").report(f"Cerita keluarga {n} yang berbeda.") for n in range(30)}
    assert len(codes) == reports() == 30


def test_the_receipt_says_when_it_is_read(citizen: Citizen) -> None:
    citizen.tell()
    receipt = words_of(citizen.press("/cerita/periksa"))
    assert "Konselor membaca paling lambat" in receipt
    assert "WIB" in receipt


def test_in_danger_the_receipt_promises_no_hour_and_shows_the_numbers(citizen: Citizen) -> None:
    citizen.begin()
    citizen.post("/cerita/sekarang", danger="yes")
    citizen.post("/cerita/isi", story="Tolong.")
    receipt = citizen.press("/cerita/periksa")
    assert "secepat mungkin" in words_of(receipt)
    assert 'href="tel:112"' in receipt.text


def test_where_it_came_from_is_stored_nowhere(citizen: Citizen, country: Path) -> None:
    agent = "PlantedBrowser/77.1"
    citizen.http.headers.update(
        {
            "user-agent": agent,
            "referer": "https://planted.example/",
            "x-forwarded-for": "192.0.2.99",
        }
    )
    code = citizen.report()
    citizen.come_back(code)
    citizen.get("/keluar")
    found = b"".join(path.read_bytes() for path in country.rglob("*") if path.is_file())
    for planted in (agent, "203.0.113.7", "192.0.2.99", "planted.example", code):
        assert planted.encode() not in found


def test_a_form_from_another_site_is_refused_and_says_so(citizen: Citizen) -> None:
    citizen.tell()
    for headers in (
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
    ):
        answer = citizen.http.post("/cerita/periksa", headers=headers)
        assert answer.status_code == 403
        assert "dari halaman kami sendiri" in words_of(answer)
    assert reports() == 0


def test_a_form_from_an_old_browser_that_says_nothing_is_taken(citizen: Citizen) -> None:
    citizen.tell()
    assert citizen.http.post("/cerita/periksa").status_code == 303
    assert citizen.http.post("/cerita/periksa", headers={"origin": "http://testserver"}).status_code == 303


def test_exit_ends_the_visit_and_forgets_everything_but_stored_notes(citizen: Citizen, country: Path) -> None:
    citizen.begin()
    citizen.post("/cerita/isi", story="Belum jadi dikirim.")
    citizen.post("/cerita/berkas", files={"files": ("a.pdf", b"%PDF-1.4\n%%EOF")})
    assert any((country / "files").rglob("*")) is True

    first = citizen.http.get("/keluar")
    second = citizen.http.get("/keluar?lagi=1")

    assert first.headers["refresh"] == "0; url=/keluar?lagi=1"
    assert second.status_code == 303
    assert second.headers["location"] == EXIT
    assert second.headers["clear-site-data"] == '"cache", "cookies"'
    assert citizen.http.cookies.get("sesi") is None
    assert not [path for path in (country / "files").rglob("*") if path.is_file()]
    assert is_left(citizen.get("/cerita/isi"))


def test_a_stolen_cookie_is_worth_nothing_after_exit(citizen: Citizen) -> None:
    citizen.tell("Rahasia.")
    stolen = citizen.http.cookies["sesi"]
    citizen.get("/keluar")
    citizen.http.cookies.set("sesi", stolen)
    assert is_left(citizen.get("/cerita/periksa"))


def test_pages_of_a_visit_that_was_left_lead_away_and_a_new_address_works(citizen: Citizen) -> None:
    first = citizen.http.get("/").headers["location"]
    mark = first[-10:]
    citizen.begin(k=mark)
    citizen.get("/keluar")
    for path in ("/", "/hak-anak", "/lanjut", "/mulai"):
        assert is_left(citizen.http.get(f"{path}?k={mark}"))
    assert "Anda tidak sendiri" in words_of(citizen.get("/"))


def test_leaving_from_a_page_without_a_visit_leads_away_too(citizen: Citizen) -> None:
    address = citizen.http.get("/").headers["location"]
    assert citizen.http.get(f"/keluar?k={address[-10:]}").status_code == 200
    assert is_left(citizen.http.get(address))


def test_the_pages_name_the_units_of_her_area(citizen: Citizen) -> None:
    with open_session(Actor.system("tests")) as session:
        session.add(Unit(area_code="35.10", name="Kantor A", kind="dinas", address="Jalan Contoh 1"))
        session.add(
            Unit(
                area_code="35.10",
                name="Rumah B",
                kind="uptd",
                address="Jalan Rahasia 2",
                address_secret=True,
                whatsapp="0812",
            )
        )
        session.add(Unit(area_code="18.72", name="Kantor Metro", kind="uptd", address="Jalan Metro 3"))
    page = citizen.get("/?w=35.10")
    assert "Kantor A" in page.text
    assert "Jalan Contoh 1" in page.text
    assert "Jalan Rahasia 2" not in page.text
    assert "Kantor Metro" not in page.text
    assert "Kantor Metro" in citizen.get("/?w=18.72").text


def test_whatsapp_opens_with_words_that_say_nothing(citizen: Citizen) -> None:
    with open_session(Actor.system("tests")) as session:
        session.add(Unit(area_code="35.10", name="Kantor A", kind="dinas", whatsapp="0812-0000-0001"))
    page = citizen.get("/mulai?pintu=lapor")
    assert (
        "https://wa.me/6281200000001?text=Halo%2C%20saya%20ingin%20bertanya%20tentang%20layanan." in page.text
    )
    assert title_of(page) == "Sebelum mulai"
    assert "Riwayat peramban tidak ikut terhapus" in words_of(page)


def test_no_address_and_no_title_says_a_sensitive_word(citizen: Citizen) -> None:
    citizen.tell("Saya dipukul.")
    for path in ("/", "/mulai", "/cerita/isi", "/cerita/periksa", "/lanjut", f"/cerita/tempat?di={GENTENG}"):
        page = citizen.get(path)
        assert "<title>Layanan Warga</title>" in page.text
        assert not any(word in str(page.url) for word in ("kekerasan", "korban", "kdrt", "darurat"))
