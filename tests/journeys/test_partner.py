"""A counsellor refers, a partner answers in a second browser, and a consent is taken back while the partner has the page open."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

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

MINE = "Mitra uji"
SUMMARY = "Ringkasan rekaan: perlu diperiksa dokter perempuan."


def readable(page: Page) -> None:
    """At every width, with every step unfolded; then it is as wide as before."""
    before = page.viewport_size
    for size in (NARROW, PHONE, DESKTOP):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # width and height
        page.evaluate(UNFOLD)
        assert axe(page) == []
        assert not scrolls_sideways(page)
        assert small_targets(page) == []
        assert lost_focus(page) == []
        assert page.get_by_role("heading", level=1).count() == 1
    if before:
        page.set_viewport_size(before)


def consent_form(page: Page, number: str) -> Locator:
    ready(page, f"/kasus/{number}/persetujuan")
    return page.locator("form", has=page.get_by_role("button", name="Catat jawaban"))


def allow(page: Page, number: str, partner: str) -> None:
    """She agrees that this partner may know her name and a summary."""
    form = consent_form(page, number)
    option = form.locator("option", has_text=partner).first
    expect(option).to_be_attached()
    form.get_by_label("Untuk keperluan").select_option(label=option.inner_text())
    form.get_by_label("Nama", exact=True).check()
    form.get_by_label("Ringkasan untuk rujukan ini").check()
    form.get_by_label("Setuju", exact=True).check()
    form.get_by_label("Keterangan").fill("Lisan, disaksikan ibunya.")
    form.get_by_role("button", name="Catat jawaban").click()
    expect(page.get_by_role("button", name=re.compile(f"Cabut: .*{re.escape(partner)}"))).to_be_visible()


def refer(page: Page, number: str, partner: str, service: str) -> None:
    ready(page, f"/kasus/{number}/rujukan")
    form = page.locator("form", has=page.get_by_label("Lembaga mitra"))
    form.get_by_label("Lembaga mitra").select_option(label=partner)
    form.get_by_label("Layanan", exact=True).select_option(label=service)
    form.get_by_label("Yang diminta").fill("Mohon pemeriksaan.")
    form.get_by_label("Nama", exact=True).check()
    assert form.get_by_label("Nomor telepon").count() == 0
    form.get_by_label("Ringkasan untuk rujukan ini").fill(SUMMARY)
    form.get_by_role("button", name="Kirim rujukan").click()
    expect(page.get_by_text("Rujukan dikirim.")).to_be_visible()


def take_back(page: Page, number: str, partner: str) -> None:
    ready(page, f"/kasus/{number}/persetujuan")
    page.get_by_role("button", name=re.compile(f"Cabut: .*{re.escape(partner)}")).click()
    expect(page.get_by_text("Persetujuan dicabut.")).to_be_visible()


def newest(page: Page) -> str:
    ready(page, "/rujukan")
    row = page.locator("main a[href^='/rujukan/R-']").first
    expect(row).to_be_visible()
    return str(row.get_attribute("href"))


def accepted(page: Page, number: str) -> Locator:
    """What the file says of referrals that were accepted."""
    ready(page, f"/kasus/{number}")
    expect(page.get_by_role("heading", name="Perjalanan")).to_be_visible()
    return page.get_by_text("Rujukan diterima mitra")


def case_of(page: Page) -> str:
    some_case(page)
    return page.url.rpartition("/")[2]


@pytest.mark.parametrize(
    ("ours", "theirs"), [(DESKTOP, PHONE), (PHONE, DESKTOP)], ids=["staff-1280", "staff-360"]
)
def test_a_referral_comes_back_and_is_cut_off_while_the_partner_has_it_open(
    chromium: Browser, server: Server, ours: dict[str, int], theirs: dict[str, int]
) -> None:
    server.token_of("partner")
    with open_page(chromium, server, ours) as staff, open_page(chromium, server, theirs) as doctor:
        sign_in(staff, server)
        sign_in(doctor, server, "partner")
        number = case_of(staff)
        allow(staff, number, MINE)
        refer(staff, number, MINE, "Pelayanan kesehatan")
        ready(
            staff, f"/kasus/{number}/rujukan"
        )  # what was said of the last step no longer lies over the tabs
        readable(staff)

        doctor.goto(newest(doctor))
        expect(doctor.get_by_text(SUMMARY)).to_be_visible()
        readable(doctor)
        before = accepted(staff, number).count()
        doctor.get_by_role("button", name="Terima rujukan").click()
        expect(doctor.get_by_text("Diterima, sedang dikerjakan")).to_be_visible()
        expect(accepted(staff, number)).to_have_count(before + 1)

        take_back(staff, number, MINE)
        expect(doctor.get_by_text("Rujukan ini sudah dicabut")).to_be_visible()
        expect(doctor.get_by_text(SUMMARY)).to_have_count(0)
        readable(doctor)


def test_a_partner_without_an_account_answers_behind_a_link(chromium: Browser, server: Server) -> None:
    partner = "Pengadilan Agama Banyuwangi (contoh)"
    with (
        open_page(chromium, server, DESKTOP) as staff,
        open_page(chromium, server, PHONE, scripts=False) as clerk,
    ):
        sign_in(staff, server)
        number = case_of(staff)
        allow(staff, number, partner)
        refer(staff, number, partner, "Perkara keluarga di pengadilan")
        code = staff.locator(".code-digits").inner_text()
        address = staff.get_by_text("/tautan/").inner_text()

        clerk.goto(address)
        for size in (NARROW, PHONE):
            clerk.set_viewport_size(size)  # type: ignore[arg-type]
            assert axe(clerk) == []
        clerk.get_by_label("Kode").fill(code)
        clerk.get_by_role("button", name="Buka").click()
        expect(clerk.get_by_text(SUMMARY)).to_be_visible()
        for size in (NARROW, PHONE, DESKTOP):
            clerk.set_viewport_size(size)  # type: ignore[arg-type]
            assert axe(clerk) == []
            assert not scrolls_sideways(clerk)
        clerk.get_by_role("button", name="Terima rujukan").click()
        clerk.get_by_label("Hasilnya").fill("Sudah dijelaskan di pos bantuan hukum.")
        clerk.get_by_role("button", name="Kirim hasil").click()
        expect(clerk.get_by_text("Terima kasih")).to_be_visible()
        ready(staff, f"/kasus/{number}/rujukan")
        expect(staff.get_by_text("Sudah dijelaskan di pos bantuan hukum.")).to_be_visible()


@pytest.mark.parametrize(
    ("role", "path"),
    [
        ("partner", "/rujukan"),
        ("partner", "/rujukan-saya"),
        ("partner", "/undangan"),
        ("supervisor", "/rujukan-keluar"),
        ("counsellor", "/mitra"),
        ("admin", "/admin/mitra"),
    ],
)
def test_every_screen_is_readable_for_everybody_at_every_width(
    chromium: Browser, server: Server, role: str, path: str
) -> None:
    with open_page(chromium, server, DESKTOP) as page:
        sign_in(page, server, role)
        ready(page, path)
        if path == "/admin/mitra":
            page.get_by_role("button", name="Mitra baru").click()
            expect(page.get_by_label("Nama", exact=True)).to_be_visible()
        readable(page)


def test_a_late_referral_stands_first_for_the_supervisor(chromium: Browser, server: Server) -> None:
    with open_page(chromium, server, PHONE) as page:
        sign_in(page, server, "supervisor")
        ready(page, "/rujukan-keluar")
        row = page.locator("main li", has_text="diteruskan ke penyelia").first
        expect(row).to_be_visible()
        row.get_by_role("link").click()
        expect(page.get_by_text("sudah diteruskan ke penyelia")).to_be_visible()
        assert open_step(page, "Catat hasil tanpa mengirim").get_by_label("Hasil").is_visible()
