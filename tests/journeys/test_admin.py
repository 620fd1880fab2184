"""The administrator's working day, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Server, axe, lost_focus, scrolls_sideways, sign_in, small_targets

pytestmark = pytest.mark.browser


def open_screen(page: Page, server: Server, path: str) -> None:
    sign_in(page, server, "admin")
    page.goto(path)
    expect(page.locator("main")).to_be_visible()
    expect(page.locator("[inert]")).to_have_count(0)


def new_account(page: Page) -> None:
    page.get_by_role("button", name="Akun baru").click()
    expect(page.get_by_label("Nama pengguna")).to_be_visible()


def one_unit(page: Page) -> None:
    page.get_by_role("button", name="Ubah UPTD PPA Banyuwangi (contoh)").click()
    expect(page.get_by_label("Senin, buka")).to_have_value("07:30")


def one_list(page: Page) -> None:
    page.get_by_role("button", name="Jenis kekerasan", exact=False).first.click()
    page.get_by_role("button", name="Ubah Fisik").click()
    expect(page.get_by_label("Tulisan")).to_have_value("Fisik")


def one_number(page: Page) -> None:
    page.get_by_role("button", name="Ubah 112").click()
    expect(page.get_by_label("Nomor", exact=True)).to_have_value("112")


def one_village(page: Page) -> None:
    for name in ("Genteng", "Genteng Kulon"):
        page.get_by_role("button", name=name).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)


def one_shelter(page: Page) -> None:
    page.get_by_role("button", name="Ubah Rumah Melati (contoh)").click()
    page.get_by_role("button", name="Ubah Kamar Mawar").click()
    expect(page.get_by_label("Nama kamar")).to_have_value("Kamar Mawar")
    expect(page.get_by_text("Contoh Rahasia")).to_have_count(0)


def verified(page: Page) -> None:
    page.get_by_role("button", name="Periksa keutuhan").click()
    expect(page.get_by_text("Utuh.", exact=False)).to_be_visible(timeout=20_000)


SCREENS: dict[str, Callable[[Page], None]] = {
    "/admin": new_account,
    "/admin/unit": one_unit,
    "/admin/daftar": one_list,
    "/admin/nomor": one_number,
    "/admin/wilayah": one_village,
    "/admin/jejak": verified,
    "/admin/rumah": one_shelter,
}


@pytest.mark.parametrize("path", SCREENS)
def test_every_screen_works_and_is_readable_for_everybody(
    any_screen: Page, server: Server, path: str
) -> None:
    open_screen(any_screen, server, path)
    for look in (lambda page: None, SCREENS[path]):
        look(any_screen)
        assert axe(any_screen) == []
        assert not scrolls_sideways(any_screen)
        assert small_targets(any_screen) == []
        assert lost_focus(any_screen) == []


def test_a_new_colleague_gets_her_password_and_a_mistake_is_said_at_its_field(
    desktop: Page, server: Server
) -> None:
    open_screen(desktop, server, "/admin")
    new_account(desktop)
    desktop.get_by_label("Nama pengguna").fill("Tidak Boleh!")
    desktop.get_by_label("Nama yang tampil").fill("Tika Rekaan")
    desktop.get_by_role("button", name="Buat akun").click()
    expect(desktop.locator("#account_username-error")).to_be_visible()
    expect(desktop.locator(".told-box")).to_be_hidden()  # said once, and not over the button
    expect(desktop.get_by_label("Nama yang tampil")).to_have_value("Tika Rekaan")

    desktop.get_by_label("Nama pengguna").fill("tika.baru")
    desktop.get_by_role("button", name="Buat akun").click()
    expect(desktop.get_by_text("Kata sandi sekali pakai").first).to_be_visible()
    password = desktop.locator(".code-digits").inner_text()
    assert len(password) == 19
    desktop.reload()
    expect(desktop.get_by_text("Tika Rekaan")).to_be_visible()
    expect(desktop.get_by_text(password)).to_have_count(0)
