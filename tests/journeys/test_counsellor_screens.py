"""Every screen of the counsellor is readable for everybody, at every width; of the case work with what the demo tells."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from rindu_app.domain.reports.numbers import show_number
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
from tests.journeys.test_counsellor import UNFOLD, at, numbers, part_of_case, ready, some_case
from tests.journeys.test_drafts import database

pytestmark = pytest.mark.browser


def first_report(page: Page) -> None:
    ready(page, "/kotak-masuk")
    page.goto(sorted(numbers(page))[0])
    expect(page.get_by_role("heading", name="Cerita")).to_be_visible()


def whole_area(page: Page) -> None:
    ready(page, "/kotak-masuk")
    page.get_by_role("button", name="Wilayah").click()
    expect(page.get_by_role("button", name="Wilayah")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("Ada kabar baru").first).to_be_visible()


def with_form(part: str, button: str) -> Callable[[Page], None]:
    """A part of a case with its form open."""

    def opened(page: Page) -> None:
        part_of_case(page, part)
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("button", name="Simpan", exact=True)).to_be_visible()

    return opened


def mended_note(page: Page) -> None:
    """A note that was mended, with its words before and the form to mend it again."""
    some_case(page)
    page.get_by_role("button", name="Tambah catatan").click()
    page.locator("[name=note_text]").fill("Ia tenang.")
    page.get_by_role("button", name="Simpan catatan").click()
    expect(page.get_by_text("Catatan disimpan.")).to_be_visible()
    change = page.get_by_role("button", name="Ubah catatan").first
    change.click()
    page.locator("[name=mend_text]").fill("Ia tampak tenang.")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator("summary", has_text="Diubah").first).to_be_visible()
    change.click()
    expect(page.locator("[name=mend_text]")).to_have_value("Ia tampak tenang.")


def a_visit(part: str) -> Callable[[Page], None]:
    """Of the demo: what stands first in this part of the list."""

    def go(page: Page) -> None:
        ready(page, "/kunjungan")
        page.get_by_role("list", name=part).get_by_role("link").first.click()
        expect(page.get_by_role("list", name="Kunjungan lanjutan")).to_be_visible()

    return go


SCREENS: dict[str, Callable[[Page], None]] = {
    "inbox": at("/kotak-masuk"),
    "inbox of the area": whole_area,
    "report": first_report,
    "intake": at("/laporan-baru"),
    "cases": at("/kasus"),
    "case": some_case,
    "a note that is mended": mended_note,
    "documents": lambda page: part_of_case(page, "Dokumen"),
    "assessment": lambda page: part_of_case(page, "Asesmen"),
    "plan": lambda page: part_of_case(page, "Rencana"),
    "safety plan": lambda page: part_of_case(page, "Rencana aman"),
    "consents": lambda page: part_of_case(page, "Persetujuan"),
    "conferences": lambda page: part_of_case(page, "Konferensi"),
    "team": lambda page: part_of_case(page, "Tim & akses"),
    "closing": lambda page: part_of_case(page, "Penutupan"),
    "decisions": at("/keputusan"),
    "caseload": at("/beban-kerja"),
    "visits after a closing": at("/kunjungan"),
    "a visit that is due": a_visit("Sudah lewat waktunya"),
    "an alarm at a visit": a_visit("Tanda bahaya, belum ditindaklanjuti"),
    "visits of a case that goes on": lambda page: part_of_case(page, "Kunjungan lanjutan"),
    "what clients said": at("/masukan"),
    "people of a case": with_form("Orang", "Tambah orang"),
    "an alleged perpetrator": with_form("Orang", "Tambah terlapor"),
    "incidents of a case": with_form("Kejadian", "Catat kejadian"),
    "schedule": at("/jadwal"),
    "break the glass": at("/kasus/buka-darurat"),
    "broken glass": at("/kasus/akses-darurat"),
}

FOR_SUPERVISORS = {
    "broken glass", "caseload", "decisions", "what clients said", "visits after a closing", "a visit that is due",
    "an alarm at a visit",
}  # fmt: skip


# Of the demo: the newest case with such a row, and the part that shows it.
OF_DEMO = {
    "legal matters": ("legal_track WHERE kind = 'criminal'", "layanan/hukum"),
    "aid": ("social_aid", "layanan/bantuan"),
    "a mediation under way": ("mediation WHERE status = 'meeting'", "layanan/mediasi"),
    "a mediation that was kept": ("mediation WHERE status = 'completed'", "layanan/mediasi"),
    "services": ("service_event", "layanan"),
    "outreach that is planned": ("outreach_visit WHERE status = 'planned'", "layanan"),
}


def readable(page: Page) -> None:
    expect(page.locator("[inert]")).to_have_count(0)
    for size in (NARROW, PHONE, DESKTOP):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # width and height
        page.evaluate(UNFOLD)
        assert axe(page) == []
        assert not scrolls_sideways(page)
        assert small_targets(page) == []
        assert lost_focus(page) == []
        assert page.get_by_role("heading", level=1).count() == 1


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_readable_for_everybody_at_every_width(
    chromium: Browser, server: Server, screen: str
) -> None:
    with open_page(chromium, server, DESKTOP) as page:
        sign_in(page, server, "supervisor" if screen in FOR_SUPERVISORS else "counsellor")
        SCREENS[screen](page)
        readable(page)


@pytest.mark.parametrize("screen", OF_DEMO)
def test_what_is_done_for_a_client_is_readable_for_everybody_at_every_width(
    chromium: Browser, server: Server, screen: str
) -> None:
    rows, part = OF_DEMO[screen]
    with open_page(chromium, server, DESKTOP) as page:
        sign_in(page, server, "supervisor")
        ready(page, f"/kasus/{demo_case(server, rows)}/{part}")
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        readable(page)


def demo_case(server: Server, rows: str) -> str:
    """The number of the newest case of the supervisor's area that has such a row."""
    with database(server) as db:
        row_id, opened = db.execute(
            "SELECT id, opened_at FROM protection_case WHERE area_code LIKE '35.10%' "
            f"AND id IN (SELECT case_id FROM {rows}) ORDER BY id DESC"  # words of this file
        ).fetchone()
    return show_number("K", row_id, datetime.fromisoformat(opened))
