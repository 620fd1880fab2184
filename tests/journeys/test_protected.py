"""Two cases that the product itself protects: a child whose father is the suspect, and a violence that is never mediated."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import DESKTOP, PHONE, Server, axe, open_page, sign_in
from tests.journeys.test_citizen import begin, go_on
from tests.journeys.test_counsellor import go_to_part, numbers, open_case, ready

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["360", "1280"])


def report_about(page: Page, whom: str, story: str) -> None:
    """Through the public door; nothing but for whom and what happened."""
    begin(page)
    page.get_by_label(whom).check()
    go_on(page)
    page.get_by_label("Tidak", exact=True).check()
    go_on(page)
    page.get_by_label("Cerita Anda").fill(story)
    go_on(page)
    page.goto("/cerita/periksa")
    page.get_by_role("button", name="Kirim").click()
    expect(page.locator(".code-digits")).to_be_visible()


def case_from(staff: Page, her: Page, whom: str, story: str) -> None:
    """Her report arrives in the inbox and becomes a case, which is open in the end."""
    ready(staff, "/kotak-masuk")
    before = numbers(staff)
    report_about(her, whom, story)
    ready(staff, "/kotak-masuk")
    (new,) = numbers(staff) - before
    ready(staff, new)
    expect(staff.get_by_text(story)).to_be_visible()
    open_case(staff)


def agree(page: Page, purpose: str) -> None:
    go_to_part(page, "Persetujuan")
    form = page.locator("form", has=page.get_by_role("button", name="Catat jawaban"))
    form.get_by_label("Untuk keperluan").select_option(value=purpose)
    form.get_by_label("Setuju", exact=True).check()
    form.get_by_label("Keterangan").fill("Lisan, di kantor unit.")
    form.get_by_role("button", name="Catat jawaban").click()
    expect(page.get_by_text("Jawaban dicatat.")).to_be_visible()


def write_incident(page: Page, kind: str) -> None:
    go_to_part(page, "Kejadian")
    page.get_by_role("button", name="Catat kejadian").click()
    page.get_by_label(kind, exact=True).check()
    page.get_by_label("Tahun", exact=True).fill("2026")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_role("heading", name=kind).first).to_be_visible()


@BOTH
def test_sexual_violence_is_never_mediated_and_other_help_is_offered_at_once(
    chromium: Browser, server: Server, size: dict[str, int]
) -> None:
    story = f"Cerita rekaan untuk uji, layar {size['width']}."
    with open_page(chromium, server, size) as staff, open_page(chromium, server, PHONE, scripts=False) as her:
        sign_in(staff, server)
        case_from(staff, her, "Tentang saya sendiri", story)
        case = staff.url
        agree(staff, "keep_and_contact")
        agree(staff, "mediation")
        write_incident(staff, "Seksual")

        ready(staff, f"{case}/layanan/mediasi")
        expect(staff.get_by_text("Kasus ini tidak dimediasi")).to_be_visible()
        expect(staff.get_by_text("Kekerasan seksual", exact=False).first).to_be_visible()
        expect(staff.get_by_role("button", name="Mulai menyiapkan")).to_have_count(0)
        assert axe(staff) == []
        staff.get_by_role("link", name="Konseling", exact=True).click()
        expect(staff).to_have_url(re.compile("/sesi$"))
