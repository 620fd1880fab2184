"""Two cases that the product itself protects: a child whose father is the suspect, and a violence that is never mediated."""

import re
from collections.abc import Callable

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


def case_from(
    staff: Page, her: Page, whom: str, story: str, *, judge: Callable[[Page], None] | None = None
) -> None:
    """Her report arrives in the inbox, is judged where asked, and becomes a case, which is open in the end."""
    ready(staff, "/kotak-masuk")
    before = numbers(staff)
    report_about(her, whom, story)
    ready(staff, "/kotak-masuk")
    (new,) = numbers(staff) - before
    ready(staff, new)
    expect(staff.get_by_text(story)).to_be_visible()
    if judge is not None:
        judge(staff)
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


def write_person(page: Page, role: str, relation: str, *, may_consent: bool) -> None:
    """A parent of the child; the form stays open where the product refuses."""
    go_to_part(page, "Orang")
    page.get_by_role("button", name="Tambah orang").click()
    page.get_by_label("Siapa dia dalam kasus ini").select_option(label=role)
    page.get_by_label("Hubungan dengan klien").select_option(label=relation)
    page.get_by_label("Dapat memberi persetujuan untuk klien").set_checked(may_consent)
    page.get_by_role("button", name="Simpan", exact=True).click()


def write_suspect(page: Page, relation: str) -> None:
    """As little as is needed: who he is to her, and no name."""
    go_to_part(page, "Orang")
    page.get_by_role("button", name="Tambah terlapor").click()
    page.get_by_label("Hubungan dengan klien").select_option(label=relation)
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text(relation).first).to_be_visible()


def answer_for_her(page: Page, purpose: str, who: str) -> None:
    """Somebody says yes for a child, who has said yes in her own words."""
    go_to_part(page, "Persetujuan")
    form = page.locator("form", has=page.get_by_role("button", name="Catat jawaban"))
    form.get_by_label("Untuk keperluan").select_option(value=purpose)
    form.get_by_label("Setuju", exact=True).check()
    form.get_by_label("Dijawab oleh").select_option(label=who)
    form.get_by_label("Mengapa bukan ia sendiri").fill("Klien berusia 9 tahun.")
    form.get_by_label("Kata orang itu sendiri").select_option(label="Ia sendiri setuju")
    form.get_by_label("Keterangan").fill("Lisan, di kantor unit.")
    form.get_by_role("button", name="Catat jawaban").click()


@BOTH
def test_a_father_who_is_the_suspect_answers_nothing_for_his_child(
    chromium: Browser, server: Server, size: dict[str, int]
) -> None:
    story = f"Cerita rekaan tentang seorang anak, layar {size['width']}."
    with open_page(chromium, server, size) as staff, open_page(chromium, server, PHONE, scripts=False) as her:
        sign_in(staff, server)
        case_from(staff, her, "Tentang seorang anak", story)
        answer_for_her(staff, "keep_and_contact", "Pendamping yang ditunjuk")
        expect(staff.get_by_text("Jawaban dicatat.")).to_be_visible()
        write_suspect(staff, "Ayah kandung")

        answer_for_her(staff, "assessment", "Orang tua")
        expect(staff.locator(".field-error", has_text="terlapor").first).to_be_visible()
        expect(staff.get_by_label("Keterangan")).to_have_value("Lisan, di kantor unit.")
        assert axe(staff) == []

        write_person(staff, "Orang tua", "Ayah kandung", may_consent=True)
        expect(staff.locator("p.field-error", has_text="tercatat sebagai terlapor")).to_be_visible()
        staff.get_by_label("Hubungan dengan klien").select_option(label="Ibu kandung")
        staff.get_by_role("button", name="Simpan", exact=True).click()
        expect(staff.get_by_text("Orang tua · Ibu kandung").first).to_be_visible()

        answer_for_her(staff, "assessment", "Orang tua")
        expect(staff.get_by_text("Jawaban dicatat.")).to_be_visible()


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
