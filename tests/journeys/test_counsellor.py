"""A report from a phone becomes a handled report, in two real browsers at once; and every screen on the way is readable."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import (
    DESKTOP,
    NARROW,
    PHONE,
    Server,
    axe,
    open_page,
    sign_in,
)
from tests.journeys.test_citizen import begin, check, go_on

pytestmark = pytest.mark.browser

STORY = "Cerita rekaan untuk uji: saya butuh teman bicara."
REPLY = "Halo, kami sudah membaca. Apakah sekarang aman untuk berbincang?"
# Steps with one name close each other; for an audit all of them lie open.
UNFOLD = (
    "document.querySelectorAll('main details').forEach(d => { d.removeAttribute('name'); d.open = true })"
)
REPORTS = "main a[href^='/laporan/L-']"


def ready(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("[inert]")).to_have_count(0)


def send_report(page: Page) -> str:
    """The shortest way through the public door; every other question is left. Returns the code."""
    begin(page)
    page.get_by_label("Tentang saya sendiri").check()
    go_on(page)
    page.get_by_label("Tidak", exact=True).check()
    go_on(page)
    page.get_by_label("Cerita Anda").fill(STORY)
    go_on(page)
    page.goto("/cerita/periksa")
    page.get_by_role("button", name="Kirim").click()
    code = page.locator(".code-digits")
    expect(code).to_be_visible()
    return code.inner_text()


def numbers(page: Page) -> set[str]:
    rows = page.locator(REPORTS)
    expect(rows.first).to_be_visible()
    return {str(row.get_attribute("href")) for row in rows.all()}


def open_step(page: Page, title: str) -> Locator:
    """The step of the page with this title, unfolded."""
    step = page.locator("details", has=page.locator("summary", has_text=title))
    step.locator("summary").click()
    return step


def triage(page: Page) -> None:
    step = open_step(page, "Nilai risiko")
    step.get_by_label("Tinggi").check()
    step.get_by_label("Alasan").fill("Ia takut pulang malam ini.")
    step.get_by_role("button", name="Tetapkan risiko").click()
    expect(page.locator("header").get_by_text("Tinggi")).to_be_visible()


def answer(page: Page) -> None:
    """First without a word: the browser says so in our language, and takes it back once something is typed."""
    words, send = page.get_by_label("Balas pelapor"), page.get_by_role("button", name="Kirim balasan")
    send.click()
    assert words.evaluate("e => e.validationMessage") == "Bagian ini perlu diisi."
    words.fill(REPLY)
    assert words.evaluate("e => e.validationMessage") == ""
    send.click()
    expect(page.locator("li", has_text=REPLY)).to_be_visible()
    expect(page.get_by_label("Balas pelapor")).to_have_value("")


def read_answer(page: Page, code: str) -> None:
    page.goto("/lanjut")
    page.get_by_label("Angka Anda").fill(code)
    page.get_by_role("button", name="Buka").click()
    expect(page.get_by_text(REPLY)).to_be_visible()


def open_case(page: Page) -> None:
    open_step(page, "Jadikan kasus").get_by_role("button", name="Buka kasus baru").click()
    page.wait_for_url(re.compile("/kasus/K-"))
    expect(page.get_by_role("heading", name="Perjalanan")).to_be_visible()


def height_of(page: Page, heading: str) -> float:
    box = page.get_by_role("heading", name=heading).bounding_box()
    assert box
    return box["y"]


def add_and_finish_task(page: Page) -> None:
    """What is to be done stands above what has happened, on a phone too."""
    assert height_of(page, "Harus dilakukan") < height_of(page, "Perjalanan")
    step = open_step(page, "Tambah tugas")
    step.get_by_label("Yang harus dilakukan").fill("Menelepon unit")
    step.get_by_label("Tanggal").fill((date.today() + timedelta(days=2)).isoformat())  # noqa: DTZ011
    step.get_by_role("button", name="Simpan tugas").click()
    page.get_by_role("button", name="Selesaikan: Menelepon unit").click()
    expect(page.get_by_text("Tidak ada tugas terbuka.")).to_be_visible()


def close_case(staff: Page, chief: Page, server: Server) -> None:
    """The worker answers every check and asks; the supervisor says yes on a page of her own."""
    staff.get_by_role("link", name="Tutup kasus").click()
    expect(staff.get_by_role("heading", name="Yang masih berjalan")).to_be_visible()
    for group in staff.locator("form fieldset").all():
        group.get_by_label("Ya", exact=True).check()
        group.get_by_role("textbox").fill("Sudah dibicarakan")
    staff.get_by_label("Karena").select_option(label="Tujuan tercapai")
    staff.get_by_label("Keterangan untuk penyelia").fill("Sudah aman dan didampingi keluarga.")
    staff.get_by_role("button", name="Minta persetujuan penyelia").click()
    expect(staff.get_by_role("heading", name="Menunggu keputusan penyelia")).to_be_visible()
    sign_in(chief, server, "supervisor")
    ready(chief, urlsplit(staff.url).path)
    chief.get_by_label("Setuju, kasus ditutup").check()
    chief.get_by_role("button", name="Simpan keputusan").click()
    expect(chief.get_by_role("heading", name="Kasus ditutup")).to_be_visible()
    expect(chief.get_by_role("button", name="Buka kembali kasus")).to_be_visible()


def say_how_it_was(page: Page) -> None:
    """Without scripts: nothing said is told, and what she ticks is there until she sends it."""
    page.goto("/percakapan")
    page.get_by_role("link", name="Beri masukan").click()
    for size in (NARROW, DESKTOP, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # width and height
        check(page)
    page.get_by_role("button", name="Kirim jawaban").click()
    expect(page.locator(":focus")).to_contain_text("Belum ada yang dijawab")
    check(page)
    page.get_by_role("group", name="merasa dihormati").get_by_label("Ya", exact=True).check()
    page.get_by_role("group", name="datang lagi").get_by_label("Tidak mau menjawab").check()
    page.get_by_role("button", name="Kirim jawaban").click()
    expect(page.get_by_role("heading", name="Terima kasih")).to_be_visible()
    check(page)
    page.goto("/percakapan")
    expect(page.get_by_role("link", name="Beri masukan")).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["360", "1280"])
def test_a_report_appears_by_itself_and_becomes_a_case_that_is_closed(
    chromium: Browser, server: Server, size: dict[str, int]
) -> None:
    with (
        open_page(chromium, server, size) as staff,
        open_page(chromium, server, size) as chief,
        open_page(chromium, server, PHONE, scripts=False) as her,
    ):
        sign_in(staff, server)
        ready(staff, "/kotak-masuk")
        before = numbers(staff)
        code = send_report(her)
        expect(staff.locator(REPORTS)).to_have_count(len(before) + 1)
        (new,) = numbers(staff) - before

        ready(staff, new)
        expect(staff.get_by_text(STORY)).to_be_visible()
        triage(staff)
        answer(staff)
        read_answer(her, code)
        open_case(staff)
        add_and_finish_task(staff)
        close_case(staff, chief, server)
        say_how_it_was(her)


def some_case(page: Page) -> None:
    """An open case of the counsellor's own: one that she has, or one that a report of hers becomes."""
    ready(page, "/kasus")
    mine = page.locator("main a[href^='/kasus/K-']")
    expect(mine.or_(page.get_by_text("Anda belum menangani kasus.")).first).to_be_visible()
    if mine.count():
        page.goto(str(mine.first.get_attribute("href")))
        expect(page.get_by_role("heading", name="Perjalanan")).to_be_visible()
        return
    ready(page, "/kotak-masuk")
    for report in sorted(numbers(page)):
        page.goto(report)
        expect(page.get_by_role("heading", name="Cerita")).to_be_visible()
        if page.locator("summary", has_text="Jadikan kasus").count():
            open_case(page)
            return
    raise AssertionError("no report can become a case")


def go_to_part(page: Page, part: str) -> None:
    """Through the tabs, or on a phone through the menu that folds them away."""
    menu = page.locator("header summary", has_text="Bagian: ")
    tab = page.get_by_label("Bagian berkas").get_by_role("link", name=part, exact=True)
    if menu.is_visible() and not tab.is_visible():
        menu.click()
    tab.click()
    expect(page.locator("header [aria-current=page]", has_text=part).first).to_be_attached()


def part_of_case(page: Page, tab: str) -> None:
    some_case(page)
    go_to_part(page, tab)
    expect(page.get_by_role("heading", level=2).first).to_be_visible()


def at(path: str) -> Callable[[Page], None]:
    return lambda page: ready(page, path)


def test_a_supervisor_is_told_of_an_emergency_opening_where_she_begins_her_day(
    chromium: Browser, server: Server
) -> None:
    with open_page(chromium, server, PHONE) as nosy, open_page(chromium, server, PHONE) as supervisor:
        sign_in(supervisor, server, "supervisor")
        ready(supervisor, "/kasus")
        supervisor.get_by_role("button", name="Wilayah").click()
        others = supervisor.locator("main a[href^='/kasus/K-']").filter(has_not_text="Uji-Counsellor")
        number = others.first.get_attribute("href") or ""
        sign_in(nosy, server)
        ready(nosy, "/kasus/buka-darurat")
        nosy.get_by_label("Nomor kasus").fill(number.rpartition("/")[2])
        nosy.get_by_label("Alasan").fill("Ia menelepon, takut pulang, dan timnya tidak dapat dihubungi.")
        nosy.get_by_role("button", name="Buka berkas dan catat").click()
        expect(nosy.get_by_text("lewat akses darurat")).to_be_visible()

        ready(supervisor, "/kotak-masuk")
        supervisor.get_by_role("link", name=re.compile("hal perlu diperiksa")).click()
        expect(supervisor.get_by_text("takut pulang")).to_be_visible()
        assert axe(supervisor) == []
        supervisor.get_by_role("button", name="Tandai sudah diperiksa").first.click()
        expect(supervisor.get_by_text("Sudah diperiksa").first).to_be_visible()


def allow_keeping(page: Page) -> None:
    """She agrees that what she tells is kept."""
    part_of_case(page, "Persetujuan")
    answer = page.locator("form").filter(has=page.get_by_role("button", name="Catat jawaban"))
    answer.get_by_label("Untuk keperluan").select_option(value="keep_and_contact")
    answer.get_by_label("Setuju", exact=True).check()
    answer.get_by_label("Keterangan").fill("Lisan, di kantor.")
    answer.get_by_role("button", name="Catat jawaban").click()
    expect(page.get_by_text("Jawaban dicatat.")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["360", "1280"])
def test_people_and_what_happened_are_written_down_and_a_name_is_asked_for(
    chromium: Browser, server: Server, size: dict[str, int]
) -> None:
    with open_page(chromium, server, size) as page:
        name = f"Rekaan Uji {size['width']}"
        sign_in(page, server)
        allow_keeping(page)
        go_to_part(page, "Orang")
        page.get_by_role("button", name="Tambah orang").click()
        page.get_by_label("Siapa dia dalam kasus ini").select_option(label="Orang tua")
        page.get_by_label("Hubungan dengan klien").select_option(label="Ibu kandung")
        page.get_by_label("Nama", exact=True).fill(name)
        page.get_by_label("Tahun", exact=True).fill("70")
        page.get_by_role("button", name="Simpan", exact=True).click()
        expect(page.locator(".field-error").first).to_be_visible()
        expect(page.get_by_label("Nama", exact=True)).to_have_value(name)
        page.get_by_label("Tahun", exact=True).fill("1970")
        page.get_by_role("button", name="Simpan", exact=True).click()
        expect(page.get_by_text("Orang tua · Ibu kandung").first).to_be_visible()
        expect(page.get_by_text(name)).to_have_count(0)
        page.get_by_role("button", name="Tampilkan nama").click()
        expect(page.get_by_text(name)).to_be_visible()

        go_to_part(page, "Kejadian")
        page.get_by_role("button", name="Catat kejadian").click()
        page.get_by_label("Fisik", exact=True).check()
        page.get_by_label("Tahun", exact=True).fill("2025")
        page.get_by_role("button", name="Simpan", exact=True).click()
        expect(page.get_by_role("heading", name="Fisik").first).to_be_visible()
        page.locator("summary", has_text="Untuk SIMFONI").first.click()
        expect(page.locator("details[open]").get_by_text("Serangan fisik").first).to_be_visible()
        with open_page(chromium, server, size) as other:
            sign_in(other, server)
            change_at_once(page, other, f"Kata saya, layar {size['width']}.")


def change_at_once(page: Page, other: Page, mine: str) -> None:
    """Of two who changed the same incident the second reads both texts, still has what she typed, and chooses."""
    ready(other, page.url)
    for one in (page, other):
        one.get_by_role("button", name="Ubah").first.click()
        expect(one.locator("#isian")).to_be_visible()
    for one, words in ((other, "Kata rekan."), (page, mine)):
        one.get_by_label("Ceritakan singkat", exact=True).fill(words)
        one.get_by_role("button", name="Simpan", exact=True).click()
        expect(one.get_by_text("Kata rekan.")).to_be_visible()
    expect(page.get_by_role("heading", name="Dua versi")).to_be_focused()
    expect(page.get_by_label("Ceritakan singkat", exact=True)).to_have_value(mine)
    assert axe(page) == []
    page.get_by_role("radio", name=f"Tulisan Anda {mine}").check()
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator("#keduanya")).to_have_count(0)
    expect(page.get_by_text(mine)).to_be_visible()
