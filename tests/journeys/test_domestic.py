"""One woman's way through the house: from her report over a shelter and a legal referral to how she is three months later."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import PHONE, Server, axe, open_page, scrolls_sideways, sign_in, small_targets
from tests.journeys.test_counsellor import close_case, go_to_part, open_step, ready, triage
from tests.journeys.test_drafts import database
from tests.journeys.test_partner import MINE, SUMMARY, allow, newest, refer
from tests.journeys.test_protected import BOTH, agree, case_from, write_incident
from tests.journeys.test_shelter import STAYS, consent_to_shelter, give_bed

pytestmark = pytest.mark.browser

RESULT = "Sudah berkonsultasi; gugatan disiapkan pekan depan."


def sound(page: Page) -> None:
    expect(page.locator("[inert]")).to_have_count(0)
    assert axe(page) == []
    assert not scrolls_sideways(page)
    assert small_targets(page) == []


def sheltered(staff: Page, shelter: Page, case: str) -> None:
    """A bed for her alone, and out again to her sister's before the case is closed."""
    consent_to_shelter(staff, case)
    ready(staff, f"{case}/penampungan")
    staff.get_by_label("Usia, tahun").fill("31")
    staff.get_by_label("Sekarang juga").check()
    staff.get_by_role("button", name="Minta tempat").click()
    expect(staff.get_by_role("heading", name="Menunggu jawaban rumah perlindungan")).to_be_visible()
    ready(shelter, "/rumah")
    shelter.locator(STAYS, has_text=case.rpartition("/")[2]).click()
    give_bed(shelter)
    ready(staff, f"{case}/penampungan")
    expect(staff.get_by_role("heading", name="Sedang tinggal")).to_be_visible()
    sound(staff)
    step = open_step(shelter, "Catat kepergian")
    step.get_by_label("Ke mana").select_option(label="Rumah keluarga")
    step.get_by_role("button", name="Catat kepergian").click()
    expect(shelter.get_by_text("Sudah meninggalkan rumah perlindungan").first).to_be_visible()


def referred(staff: Page, lawyer: Page, number: str) -> None:
    """A legal referral that comes back done; what became of the service is noted beside it."""
    allow(staff, number, MINE)
    refer(staff, number, MINE, "Bantuan hukum")
    lawyer.goto(newest(lawyer))
    lawyer.get_by_role("button", name="Terima rujukan").click()
    expect(lawyer.get_by_text("Diterima, sedang dikerjakan")).to_be_visible()
    step = open_step(lawyer, "Sudah selesai")
    step.get_by_label("Hasilnya").fill(RESULT)
    step.get_by_role("button", name="Kirim hasil").click()
    expect(lawyer.get_by_text("Hasilnya sudah sampai kepada yang merujuk").first).to_be_visible()
    expect(lawyer.get_by_text(SUMMARY)).to_have_count(0)
    sound(lawyer)

    ready(staff, f"/kasus/{number}/rujukan")
    row = staff.get_by_role("list", name="Rujukan", exact=True).locator("li").first
    expect(row.get_by_text("Selesai")).to_be_visible()
    expect(row.get_by_text(RESULT)).to_be_visible()
    step = open_step(staff, "Catat hasil tanpa mengirim")
    step.get_by_label("Layanan", exact=True).select_option(label="Bantuan hukum")
    step.get_by_label("Hasil", exact=True).select_option(label="Sudah diterima dari lembaga lain")
    step.get_by_label("Lembaga").select_option(label=MINE)
    step.get_by_role("button", name="Catat hasil").click()
    expect(row.get_by_text("Sudah diterima dari lembaga lain")).to_be_visible()
    sound(staff)
    ready(staff, f"/kasus/{number}")
    for line in ("Rujukan diterima mitra", "Rujukan selesai", "Hasil rujukan dicatat"):
        expect(staff.get_by_text(line).first).to_be_visible()


def days_pass(server: Server, number: str, days: int) -> None:
    """For the visits of this case: everything planned comes nearer by so many days."""
    back = f"-{days} days"
    with database(server) as db:
        db.execute(
            "UPDATE aftercare_visit SET closed_at = datetime(closed_at, ?), due_at = datetime(due_at, ?) WHERE case_id = ?",
            [back, back, int(number.rpartition("-")[2])],
        )


def ask_how_she_is(staff: Page, number: str, month: int, stability: str) -> None:
    """From the list of who is to be visited to what was found."""
    ready(staff, "/kunjungan")
    staff.get_by_role("link", name=re.compile(rf"{number} · Bulan ke-{month}")).click()
    step = open_step(staff, "Catat pertemuan")
    step.get_by_label("Tempat atau cara").select_option(label="Kantor layanan")
    step.get_by_label("Lamanya, dalam menit").fill("40")
    step.get_by_label("Tidak", exact=True).check()
    safe = step.get_by_role("group", name="Apakah ia merasa aman")
    safe.get_by_label("Ya, aman").check()
    step.get_by_role("group", name="Adakah tanda kekerasan").get_by_label("Tidak ada").check()
    step.get_by_label(stability, exact=True).check()
    step.get_by_label("Catatan").fill("Catatan rekaan.")
    step.get_by_role("button", name="Simpan kunjungan").click()
    # Somebody listened: "safe" is not taken, and nothing typed is lost.
    expect(step.locator(".field-error", has_text="tidak dapat dipakai")).to_be_visible()
    expect(step.get_by_label("Catatan")).to_have_value("Catatan rekaan.")
    sound(staff)
    step.get_by_label("Ya, ia sendirian").check()
    step.get_by_role("button", name="Simpan kunjungan").click()
    found = staff.get_by_role("list", name="Yang ditemukan")
    expect(found.get_by_text(f"Bulan ke-{month}", exact=True)).to_be_visible()
    expect(found.get_by_text(stability, exact=True)).to_be_visible()


@BOTH
def test_domestic_violence_from_her_report_to_the_third_month_after_closing(
    chromium: Browser, server: Server, size: dict[str, int]
) -> None:
    server.token_of("partner")
    with (
        open_page(chromium, server, size) as staff,
        open_page(chromium, server, size) as other,
        open_page(chromium, server, PHONE, scripts=False) as her,
    ):
        sign_in(staff, server)
        story = f"Cerita rekaan tentang rumah, layar {size['width']}."
        case_from(staff, her, "Tentang saya sendiri", story, judge=triage)
        case = urlsplit(staff.url).path
        number = case.rpartition("/")[2]
        for purpose in ("keep_and_contact", "assessment", "follow_up"):
            agree(staff, purpose)
        write_incident(staff, "Fisik")
        sign_in(other, server, "shelter")
        sheltered(staff, other, case)
        sign_in(other, server, "partner")
        referred(staff, other, number)

        go_to_part(staff, "Kunjungan lanjutan")
        expect(staff.get_by_text("Klien setuju dihubungi")).to_be_visible()
        sound(staff)
        ready(staff, case)
        close_case(staff, other, server)
        sign_in(other, server, "partner")
        ready(other, "/rujukan")
        ready(staff, f"{case}/kunjungan")
        expect(staff.get_by_role("list", name="Kunjungan lanjutan").locator("li")).to_have_count(4)
        sound(staff)
        for days, month, stability in ((32, 1, "Masih rapuh"), (61, 3, "Cukup stabil")):
            days_pass(server, number, days)
            ask_how_she_is(staff, number, month, stability)
        sound(staff)
        ready(staff, case)
        expect(staff.get_by_text("Kunjungan lanjutan terlaksana").first).to_be_visible()
