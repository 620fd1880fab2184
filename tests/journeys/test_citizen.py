"""A person with a cheap phone: from the first page to a report, her code, back, an answer, and out without a trace."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import (
    DESKTOP,
    FLAGS,
    NARROW,
    PHONE,
    Server,
    axe,
    lost_focus,
    open_page,
    running_server,
    scrolls_sideways,
    small_targets,
    stored_on_device,
)
from tools.chromium import find_chromium

pytestmark = pytest.mark.browser

SECRET = "Rahasia yang tidak boleh terlihat lagi"
READING = [
    "/",
    "/hak-perempuan",
    "/hak-anak",
    "/pencegahan",
    "/alur",
    "/layanan",
    "/aman",
    "/mulai",
    "/lanjut",
]


class Weather(BaseHTTPRequestHandler):
    """The neutral site."""

    def do_GET(self) -> None:
        body = b"<!doctype html><title>Cuaca</title><h1>Cerah berawan</h1>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture(scope="module")
def weather() -> Iterator[str]:
    site = ThreadingHTTPServer(("127.0.0.1", 0), Weather)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{site.server_port}/cuaca"
    site.shutdown()


@pytest.fixture(scope="module")
def house(built: None, weather: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An installation whose neutral site is here."""
    with running_server(tmp_path_factory.mktemp("citizen"), RINDU_EXIT_URL=weather) as running:
        yield running


@pytest.fixture(scope="module")
def ordinary_browser(chromium: Browser) -> Iterator[Browser]:
    """Chromium as people have it, with its back-forward cache."""
    browser = chromium.browser_type.launch(
        executable_path=find_chromium(), args=FLAGS, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield browser
    browser.close()


def check(page: Page) -> None:
    """What every page must pass at every width."""
    assert axe(page) == [], page.url
    assert not scrolls_sideways(page), page.url
    assert small_targets(page) == [], page.url
    assert lost_focus(page) == [], page.url
    assert page.title() == "Layanan Warga"


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Lanjutkan").click()


def begin(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Lapor", exact=True).click()
    page.get_by_role("button", name="Mulai menulis di sini").click()


def tell(page: Page, story: str, *, look: bool = False) -> str:
    """Answer every question; with `look`, hold every page to axe. Returns the code."""
    see = check if look else (lambda _page: None)
    begin(page)
    see(page)
    go_on(page)  # nothing chosen: an error that is linked to its field
    see(page)
    page.get_by_label("Tentang saya sendiri").check()
    go_on(page)
    page.get_by_label("Ya, sekarang").check()
    go_on(page)
    expect(page.get_by_role("heading", name="Hubungi sekarang")).to_be_visible()
    see(page)
    page.get_by_role("link", name="Lanjutkan bercerita").click()
    page.get_by_text("Pilih jenisnya").click()
    page.get_by_label("Psikis").check()
    page.get_by_label("Cerita Anda").fill(story)
    see(page)
    go_on(page)
    see(page)
    page.get_by_label("Kecamatan").select_option(label="Genteng")
    go_on(page)
    page.get_by_label("Atau cari namanya").fill("rejomulyo metro")
    page.get_by_label("Atau cari namanya").press("Enter")
    see(page)
    page.get_by_label(re.compile("Kota Metro")).first.check()
    go_on(page)
    see(page)
    page.get_by_label("WhatsApp").check()
    go_on(page)
    see(page)
    page.get_by_label("Nomor telepon atau WhatsApp").fill("0812 0000 1234")
    go_on(page)
    see(page)
    page.get_by_label("Senin").check()
    go_on(page)
    see(page)
    page.get_by_label("Bertemu langsung").check()
    go_on(page)
    see(page)
    page.get_by_label("Tidak, tanpa nama").check()
    go_on(page)
    see(page)
    page.get_by_label("Pilih berkas").set_input_files(
        {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF"}
    )
    page.get_by_role("button", name="Unggah").click()
    expect(page.get_by_text("surat.pdf", exact=True).first).to_be_visible()
    see(page)
    go_on(page)
    expect(page.get_by_text("Rejomulyo, Metro Selatan, Kota Metro, Lampung")).to_be_visible()
    see(page)
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_role("heading", name="Pesan Anda sudah kami terima.")).to_be_visible()
    see(page)
    return page.locator(".code-digits").inner_text()


@pytest.mark.parametrize("scripts", [False, True], ids=["scripts off", "scripts on"])
@pytest.mark.parametrize("size", [NARROW, PHONE, DESKTOP], ids=["320", "360", "1280"])
def test_a_report_can_be_sent_and_continued_on_every_screen(
    chromium: Browser, house: Server, weather: str, size: dict[str, int], scripts: bool
) -> None:
    with open_page(chromium, house, size, scripts=scripts) as page:
        code = tell(page, SECRET, look=not scripts)

        page.get_by_role("button", name="Selesai dan keluar").click()
        expect(page.get_by_text("Simpan dulu angkanya").first).to_be_visible()
        page.get_by_label("Saya sudah menyimpannya").check()
        page.get_by_role("button", name="Selesai dan keluar").click()
        page.wait_for_url(weather)

    with open_page(chromium, house, size, scripts=scripts) as page:
        page.goto("/lanjut")
        page.get_by_label("Angka Anda").fill(code)
        page.get_by_role("button", name="Buka").click()
        expect(page.get_by_role("heading", name="Percakapan Anda")).to_be_visible()
        page.get_by_label("Tulis pesan").fill("Apakah sudah dibaca?")
        page.get_by_role("button", name="Kirim").click()
        expect(page.get_by_text("Apakah sudah dibaca?")).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile("surat.pdf")).click()
        assert download.value.suggested_filename == "surat.pdf"
        if not scripts:
            check(page)


@pytest.mark.parametrize("path", READING)
def test_pages_to_read_pass_at_every_width(chromium: Browser, house: Server, path: str) -> None:
    for size in (NARROW, PHONE, DESKTOP):
        with open_page(chromium, house, size, scripts=False) as page:
            page.goto(path)
            check(page)


def test_changing_contact_and_withdrawing_pass_too(chromium: Browser, house: Server) -> None:
    with open_page(chromium, house, NARROW, scripts=False) as page:
        tell(page, SECRET)
        page.get_by_role("link", name="Tambah cerita atau berkas").click()
        page.get_by_role("link", name="Ubah cara dihubungi").click()
        check(page)
        page.get_by_role("button", name="Simpan").click()
        check(page)
        page.get_by_label("Jangan hubungi saya").check()
        page.get_by_role("button", name="Simpan").click()
        expect(page.get_by_role("heading", name="Percakapan Anda")).to_be_visible()
        page.get_by_role("link", name="Tarik kembali laporan ini").click()
        check(page)
        page.get_by_role("button", name="Ya, tarik kembali").click()
        expect(page.get_by_text("Anda sudah menarik")).to_be_visible()


def test_nothing_is_on_the_device_while_she_is_here_but_one_cookie_that_scripts_cannot_read(
    chromium: Browser, house: Server
) -> None:
    with open_page(chromium, house, PHONE) as page:
        begin(page)
        (cookie,) = page.context.cookies()
        assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == ("sesi", True, "Strict")
        assert stored_on_device(page) == {"local": [], "session": [], "databases": [], "workers": 0}


def test_the_first_question_has_the_focus_and_an_error_takes_it(chromium: Browser, house: Server) -> None:
    with open_page(chromium, house, PHONE, scripts=False) as page:
        begin(page)
        expect(page.locator(":focus")).to_have_text("Ini tentang siapa?")
        go_on(page)
        expect(page.locator(":focus")).to_contain_text("Ada yang perlu diperbaiki")


# Where she stands when she leaves. Each leaves a different last page behind.
PLACES = ["first page", "story", "typed and refused", "receipt", "conversation"]


@pytest.mark.parametrize("scripts", [False, True], ids=["scripts off", "scripts on"])
@pytest.mark.parametrize("place", PLACES)
def test_four_backs_after_exit_show_nothing_of_ours(
    ordinary_browser: Browser, house: Server, weather: str, place: str, scripts: bool
) -> None:
    with open_page(ordinary_browser, house, PHONE, scripts=scripts) as page:
        page.goto("about:blank")
        stand_at(page, place)

        page.get_by_role("link", name="Keluar cepat").click()
        page.wait_for_url(weather)

        assert page.context.cookies() == []
        for _ in range(4):
            press_back(page)
            page.wait_for_timeout(400)
            shown = page.locator("body").inner_text() if page.url.startswith("http") else ""
            assert "Keluar cepat" not in shown
            assert SECRET not in page.content()
            assert page.locator("textarea").count() == 0


def stand_at(page: Page, place: str) -> None:
    if place == "first page":
        page.goto("/")
        return
    if place in ("receipt", "conversation"):
        tell(page, SECRET)
        if place == "conversation":
            page.get_by_role("link", name="Tambah cerita atau berkas").click()
            page.get_by_label("Tulis pesan").fill(SECRET)
        return
    begin(page)
    page.get_by_role("button", name="Tidak mau menjawab").click()
    page.get_by_role("button", name="Tidak mau menjawab").click()
    if place == "typed and refused":
        go_on(page)
    page.get_by_label("Cerita Anda").fill(SECRET)


def press_back(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    history = session.send("Page.getNavigationHistory")
    if history["currentIndex"] > 0:
        entry = history["entries"][history["currentIndex"] - 1]
        session.send("Page.navigateToHistoryEntry", {"entryId": entry["id"]})
    session.detach()
