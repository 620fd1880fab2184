"""From the first page to a report, its code, and back."""

from tests.api.public.citizen import Citizen, code_on, is_left, title_of, words_of


def test_a_report_needs_nothing_but_a_story(citizen: Citizen) -> None:
    review = citizen.tell("Saya takut pulang ke rumah.")
    assert "Saya takut pulang ke rumah." in words_of(review)

    receipt = citizen.press("/cerita/periksa")

    assert title_of(receipt) == "Pesan Anda sudah kami terima."
    assert len(code_on(receipt)) == 20


def test_the_code_opens_the_conversation_on_another_phone(citizen: Citizen) -> None:
    code = citizen.report()
    other = Citizen()

    page = other.come_back(f" {code[:4]}-{code[4:12]} {code[12:]}")

    assert title_of(page) == "Percakapan Anda"


def test_the_code_is_shown_again_during_the_visit_and_never_after(citizen: Citizen) -> None:
    code = citizen.report()
    assert code_on(citizen.get("/cerita/angka")) == code
    assert code_on(citizen.get("/cerita/angka")) == code

    citizen.get("/keluar")

    assert is_left(citizen.get("/cerita/angka"))
    other = Citizen()
    other.come_back(code)
    assert title_of(other.get("/cerita/angka")) == "Percakapan Anda"


def test_leaving_needs_one_deliberate_step(citizen: Citizen) -> None:
    citizen.report()
    page = citizen.press("/cerita/angka")
    assert page.status_code == 422
    assert "Simpan dulu angkanya" in words_of(page)
    assert is_left(citizen.press("/cerita/angka", saved="1"))
