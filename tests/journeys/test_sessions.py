"""A session is written down, mended, and stands in the week; a group is made; each screen is readable for everybody."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

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
from tests.journeys.test_counsellor import UNFOLD, at, open_step, part_of_case, ready

pytestmark = pytest.mark.browser

# One counsellor's sessions of yesterday, none at the hour of another.
_hours = count(1)


def today() -> datetime:
    return datetime.now(ZoneInfo("Asia/Jakarta"))


def waits_to_be_settled(page: Page) -> None:
    """A session that took place yesterday without having been planned, with the form for what became of it."""
    part_of_case(page, "Sesi")
    page.get_by_label("Jenis", exact=True).select_option(label="Konseling perorangan")
    page.get_by_label("Tanggal").fill((today().date() - timedelta(days=1)).isoformat())
    page.get_by_label("Jam", exact=True).fill(f"{next(_hours):02d}:00")
    page.get_by_label("Tempat").fill("Rumah klien")
    page.get_by_role("button", name="Rencanakan sesi").click()
    row = page.locator("li", has_text="Menunggu dicatat")
    row.get_by_role("button", name=re.compile("^Kelola")).click()
    expect(page.get_by_role("heading", name="Kelola sesi")).to_be_focused()


def of_a_case(page: Page) -> None:
    """It was settled with a note, which can be corrected."""
    waits_to_be_settled(page)
    page.get_by_label("Hadir, sesi terlaksana").check()
    page.get_by_label("Catatan", exact=True).first.fill("Ia tidur lebih baik.")
    page.get_by_role("button", name="Catat hasil").click()
    expect(page.locator("main li", has_text="Ia tidur lebih baik.").first).to_be_visible()


def of_a_group(page: Page) -> None:
    ready(page, "/jadwal/kelompok")
    step = open_step(page, "Buat kelompok")
    step.get_by_label("Nama kelompok").fill("Anyelir")
    step.get_by_role("button", name="Buat kelompok").click()
    expect(page.get_by_role("heading", name="Anyelir")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["360", "1280"])
def test_a_session_is_written_down_and_mended_and_stands_in_the_week(
    chromium: Browser, server: Server, size: dict[str, int]
) -> None:
    with open_page(chromium, server, size) as page:
        sign_in(page, server)
        of_a_case(page)
        step = open_step(page, "Betulkan hasil")
        step.get_by_label("Tidak hadir").check()
        step.get_by_role("button", name="Betulkan").click()
        expect(page.get_by_text("Klien tidak hadir").first).to_be_visible()
        ready(page, "/jadwal")
        if today().weekday() == 0:
            page.get_by_role("button", name="Sebelumnya").click()
        expect(page.get_by_text("Klien tidak hadir, Rumah klien").first).to_be_visible()


def test_an_unusual_time_is_said_and_asks_for_a_reason_with_what_was_typed_still_there(
    chromium: Browser, server: Server
) -> None:
    with open_page(chromium, server, PHONE) as page:
        sign_in(page, server)
        ready(page, "/jadwal/kelompok")
        of_a_group(page)
        page.get_by_label("Jenis", exact=True).select_option(label="Kelompok dukungan")
        page.get_by_label("Tanggal").fill((today().date() + timedelta(days=8)).isoformat())
        page.get_by_label("Jam", exact=True).fill("22:00")
        page.get_by_role("button", name="Rencanakan pertemuan").click()
        expect(page.get_by_label("Tetap jadwalkan karena")).to_be_visible()
        expect(page.get_by_label("Jam", exact=True)).to_have_value("22:00")
        page.get_by_label("Tetap jadwalkan karena").fill("Para anggota bekerja siang hari.")
        page.get_by_role("button", name="Rencanakan pertemuan").click()
        expect(page.get_by_text("22.00–23.00")).to_be_visible()


SCREENS: dict[str, Callable[[Page], None]] = {
    "a session that waits": waits_to_be_settled,
    "a session with its note": of_a_case,
    "a group": of_a_group,
    "the week": at("/jadwal"),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_readable_for_everybody_at_every_width(
    chromium: Browser, server: Server, screen: str
) -> None:
    with open_page(chromium, server, DESKTOP) as page:
        sign_in(page, server)
        SCREENS[screen](page)
        expect(page.locator("[inert]")).to_have_count(0)
        for size in (NARROW, PHONE, DESKTOP):
            page.set_viewport_size(size)  # type: ignore[arg-type]  # width and height
            page.evaluate(UNFOLD)
            assert axe(page) == []
            assert not scrolls_sideways(page)
            assert small_targets(page) == []
            assert lost_focus(page) == []
            assert page.get_by_role("heading", level=1).count() == 1
