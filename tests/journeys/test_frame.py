"""The frame that every page is shown in, in a real browser."""

import gzip

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser import ROOT, Server, axe, scrolls_sideways, sign_in, small_targets, stored_on_device

pytestmark = pytest.mark.browser

CITIZEN_PATHS = [
    "/",
    "/mulai?pintu=lapor",
    "/lanjut",
    "/hak-perempuan",
    "/hak-anak",
    "/pencegahan",
    "/alur",
    "/layanan",
    "/aman",
    "/tidak-ada",
]
PLAIN_PATHS = [*CITIZEN_PATHS, "/masuk"]
MOST_BYTES = 30_000


@pytest.mark.parametrize("path", PLAIN_PATHS)
def test_a_page_without_scripts_is_accessible_at_every_width(any_screen: Page, path: str) -> None:
    any_screen.goto(path)
    assert axe(any_screen) == []
    assert not scrolls_sideways(any_screen)
    assert small_targets(any_screen) == []


@pytest.mark.parametrize("path", CITIZEN_PATHS)
def test_a_citizen_page_is_one_small_answer_that_leaves_nothing(phone: Page, path: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    answer = phone.goto(path, wait_until="networkidle")
    assert answer
    # One page, after at most one redirect that gives the visit its mark (docs/adr/0040).
    assert len(asked) <= 2
    assert len(gzip.compress(answer.body())) < MOST_BYTES
    assert stored_on_device(phone) == {"local": [], "session": [], "databases": [], "workers": 0}
    assert phone.locator("script").count() == 0
    assert phone.title() == "Layanan Warga"


def test_the_exit_is_first_for_thumb_and_keyboard_and_stays_in_sight(phone: Page) -> None:
    phone.goto("/")
    phone.keyboard.press("Tab")
    expect(phone.locator(":focus")).to_have_text("Keluar cepat")
    phone.mouse.wheel(0, 2000)
    box = phone.get_by_role("link", name="Keluar cepat").bounding_box()
    assert box
    assert box["height"] >= 48
    assert box["y"] == 0


def test_a_citizen_page_is_styled_with_scripts_off(plain_phone: Page) -> None:
    plain_phone.goto("/")
    main = plain_phone.get_by_role("link", name="Konseling sekarang")
    box = main.bounding_box()
    assert box
    assert box["height"] >= 56


def test_no_radix_theme_reaches_any_page(server: Server) -> None:
    sheets = list((ROOT / ".web" / "build" / "client" / "assets").glob("*.css"))
    assert sheets
    assert all(".rt-" not in sheet.read_text() for sheet in sheets)
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in sheets) < 16_000


def test_assets_are_kept_and_pages_are_compressed(server: Server) -> None:
    scripts = sorted((ROOT / ".web" / "build" / "client" / "assets").glob("*.js"))
    asset = httpx.get(f"{server.url}/assets/{scripts[0].name}")
    assert "immutable" in asset.headers["cache-control"]
    page = httpx.get(server.url, headers={"accept-encoding": "gzip"}, follow_redirects=True)
    assert page.headers["content-encoding"] == "gzip"
    assert page.headers["cache-control"] == "no-store"


STAFF_PAGE = "/kotak-masuk"


@pytest.fixture(autouse=True)
def staff_pages_exist(request: pytest.FixtureRequest) -> None:
    client = ROOT / ".web" / "build" / "client"
    if "staff" in request.node.name and not list(client.glob("kotak-masuk*")):
        pytest.skip("no staff page is built yet")


@pytest.fixture
def staff_screen(any_screen: Page, server: Server) -> Page:
    sign_in(any_screen, server)
    return any_screen


@pytest.fixture
def staff_desktop(desktop: Page, server: Server) -> Page:
    sign_in(desktop, server)
    return desktop


def test_a_staff_page_is_accessible_at_every_width(staff_screen: Page) -> None:
    staff_screen.goto(STAFF_PAGE)
    expect(staff_screen.locator("[inert]")).to_have_count(0)
    assert axe(staff_screen) == []
    assert not scrolls_sideways(staff_screen)
    assert small_targets(staff_screen) == []


def test_nothing_on_a_staff_page_can_be_pressed_until_the_page_is_connected(staff_desktop: Page) -> None:
    staff_desktop.route_web_socket("**/_event/**", lambda socket: None)
    staff_desktop.goto(STAFF_PAGE)
    expect(staff_desktop.get_by_text("Menghubungkan…")).to_be_visible()
    expect(staff_desktop.locator("[inert] main")).to_have_count(1)


def test_a_staff_page_is_in_our_language_to_the_last_hidden_word(staff_desktop: Page) -> None:
    staff_desktop.goto(STAFF_PAGE)
    expect(staff_desktop.locator("[inert]")).to_have_count(0)
    assert staff_desktop.locator("html").get_attribute("lang") == "id"
    hidden_words = staff_desktop.content()
    for english in ("Notifications", "Connection Error", "Cannot connect", "An error occurred", "Loading"):
        assert english not in hidden_words
