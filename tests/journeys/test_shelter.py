"""A woman who agreed gets a bed: asked for in her case file, given in the shelter, and nobody outside learns where."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import (
    DESKTOP,
    NARROW,
    PHONE,
    Server,
    axe,
    lost_focus,
    open_page,
    scrolls_sideways,
    sign_in,
    small_targets,
)
from tests.journeys.test_counsellor import UNFOLD, open_step, ready, some_case

pytestmark = pytest.mark.browser

STAYS = "main a[href^='/rumah/tinggal/']"


def at(path: str) -> Callable[[Page], None]:
    return lambda page: ready(page, path)


def first_stay(page: Page) -> None:
    ready(page, "/rumah")
    page.locator(STAYS).first.click()
    expect(page.get_by_text("Siapa yang datang")).to_be_visible()


def with_address(page: Page) -> None:
    ready(page, "/rumah/kamar")
    page.get_by_role("button", name=re.compile("Tampilkan alamat")).first.click()
    expect(page.get_by_text("Jalan Contoh Rahasia")).to_be_visible()


def writing_address(page: Page) -> None:
    ready(page, "/rumah/kamar")
    page.get_by_role("button", name=re.compile("Tulis alamat")).first.click()
    expect(page.get_by_label("Alamat rumah", exact=True)).to_be_focused()


SCREENS: dict[str, Callable[[Page], None]] = {
    "home": at("/rumah"),
    "request": first_stay,
    "rooms": at("/rumah/kamar"),
    "an address": with_address,
    "writing an address": writing_address,
    "account": at("/rumah/saya"),
}


def audit(page: Page) -> None:
    for size in (NARROW, PHONE, DESKTOP):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # width and height
        page.evaluate(UNFOLD)
        assert axe(page) == []
        assert not scrolls_sideways(page)
        assert small_targets(page) == []
        assert lost_focus(page) == []
        assert page.get_by_role("heading", level=1).count() == 1
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_readable_for_everybody_at_every_width(
    chromium: Browser, server: Server, screen: str
) -> None:
    with open_page(chromium, server, DESKTOP) as page:
        sign_in(page, server, "shelter")
        SCREENS[screen](page)
        expect(page.locator("[inert]")).to_have_count(0)
        audit(page)


def consent_to_shelter(page: Page, case: str) -> None:
    ready(page, f"{case}/persetujuan")
    page.locator("#consent_purpose").select_option(label="Tinggal di rumah perlindungan")
    page.get_by_label("Setuju", exact=True).check()
    page.locator("#consent_evidence").fill("Lisan, disaksikan")
    page.get_by_role("button", name="Catat jawaban").click()
    answered = page.locator("main li", has_text="Tinggal di rumah perlindungan")
    expect(answered.get_by_text("Setuju · berlaku")).to_be_visible()


def ask_for_place(page: Page, case: str) -> None:
    ready(page, f"{case}/penampungan")
    page.get_by_label("Usia, tahun").fill("31")
    page.get_by_label("Anak yang ikut").select_option("1")
    page.get_by_label("Anak ke-1").select_option(label="Laki-laki")
    page.get_by_label("Usia, tahun").nth(1).fill("4")
    page.get_by_label("Makan", exact=True).check()
    page.get_by_label("Sekarang juga").check()
    audit(page)
    page.get_by_role("button", name="Minta tempat").click()
    expect(page.get_by_role("heading", name="Menunggu jawaban rumah perlindungan")).to_be_visible()


def give_bed(page: Page) -> None:
    page.get_by_label("Tempat tidur 1").first.check()
    page.get_by_role("button", name="Tempatkan").click()
    expect(page.get_by_text("sisa 14 hari")).to_be_visible()
    step = open_step(page, "Catat keperluan yang diberikan")
    step.get_by_label("Keperluan").select_option(label="Makan")
    step.get_by_role("button", name="Catat keperluan").click()
    expect(page.get_by_text("Keperluan diberikan: Makan")).to_be_visible()


def test_a_place_is_asked_for_given_and_a_consent_taken_back_is_seen_at_once(
    chromium: Browser, server: Server
) -> None:
    with open_page(chromium, server, PHONE) as staff, open_page(chromium, server, PHONE) as shelter:
        sign_in(staff, server)
        sign_in(shelter, server, "shelter")
        ready(shelter, "/rumah")
        some_case(staff)
        case = re.sub(r"^https?://[^/]+", "", staff.url)
        number = case.rpartition("/")[2]
        ready(staff, f"{case}/penampungan")
        expect(staff.get_by_text("Belum ada persetujuan untuk tinggal")).to_be_visible()
        audit(staff)
        consent_to_shelter(staff, case)
        ask_for_place(staff, case)

        request = shelter.locator(STAYS, has_text=number)
        expect(request).to_be_visible()
        request.click()
        give_bed(shelter)
        audit(shelter)
        assert shelter.get_by_text("Cerita rekaan").count() == 0

        ready(staff, f"{case}/penampungan")
        expect(staff.get_by_role("heading", name="Sedang tinggal")).to_be_visible()
        audit(staff)
        for secret in ("Contoh Rahasia", "Rumah Melati", "Kamar Mawar"):
            assert staff.get_by_text(secret).count() == 0
        ready(staff, f"{case}/persetujuan")
        staff.get_by_role("button", name="Cabut: Tinggal di rumah perlindungan").click()
        expect(shelter.get_by_text("Persetujuan untuk tinggal tidak berlaku lagi")).to_be_visible()

        shelter.evaluate(UNFOLD)
        shelter.get_by_label("Ke mana").select_option(label="Rumah keluarga")
        shelter.get_by_role("button", name="Catat kepergian").click()
        expect(shelter.get_by_text("Sudah meninggalkan rumah perlindungan").first).to_be_visible()
