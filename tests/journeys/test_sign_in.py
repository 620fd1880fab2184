"""A new colleague: her first sign-in, her own password, another device, and out again."""

import subprocess
import sys

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.accounts import PASSWORD
from tests.browser import PHONE, ROOT, Server, axe, open_page, scrolls_sideways, sign_in, small_targets

pytestmark = pytest.mark.browser

OWN = "angin laut di sore hari"


def make_colleague(server: Server, username: str) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "tests.new_account", username, "counsellor"],
        cwd=ROOT, env=server.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr


def give_password(page: Page, username: str, password: str) -> None:
    page.goto("/masuk")
    page.get_by_label("Nama pengguna").fill(username)
    page.get_by_label("Kata sandi").fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()


def first_sign_in(page: Page, username: str) -> str:
    """Everything a new colleague is asked for. Returns a recovery code."""
    give_password(page, username, PASSWORD)
    secret = page.locator("#secret").inner_text().replace(" ", "")
    assert axe(page) == []
    page.get_by_label("Kode 6 angka").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Lanjutkan").click()
    codes = page.get_by_role("list", name="Kode cadangan").get_by_role("listitem")
    expect(codes).to_have_count(10)
    recovery = codes.first.inner_text()
    assert axe(page) == []
    page.get_by_role("link", name="Sudah saya simpan").click()
    page.get_by_label("Kata sandi baru").fill(OWN)
    page.get_by_label("Ketik sekali lagi").fill(OWN)
    assert axe(page) == []
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("heading", name="Kotak masuk")).to_be_visible()
    return recovery


def open_account(page: Page) -> None:
    page.goto("/saya")
    expect(page.locator("[inert]")).to_have_count(0)
    expect(page.get_by_text("Perangkat ini")).to_be_visible()


def test_a_new_colleague_comes_in_and_puts_another_device_out(chromium: Browser, server: Server) -> None:
    make_colleague(server, "laras.baru")
    with open_page(chromium, server, PHONE) as first, open_page(chromium, server, PHONE) as second:
        recovery = first_sign_in(first, "laras.baru")

        give_password(second, "laras.baru", OWN)
        second.get_by_label("Kode").fill(recovery)
        second.get_by_role("button", name="Lanjutkan").click()
        expect(second.get_by_role("heading", name="Kotak masuk")).to_be_visible()
        open_account(second)

        open_account(first)
        first.get_by_role("button", name="Akhiri semua yang lain").click()
        expect(first.get_by_text("Semua perangkat lain sudah dikeluarkan.")).to_be_visible()
        second.goto("/saya")
        expect(second.get_by_label("Nama pengguna")).to_be_visible()

        first.get_by_role("button", name="Keluar").click()
        expect(first.get_by_label("Nama pengguna")).to_be_visible()
        first.goto("/kotak-masuk")
        expect(first.get_by_label("Nama pengguna")).to_be_visible()


@pytest.mark.parametrize(("role", "path"), [("counsellor", "/saya"), ("admin", "/admin/saya")])
def test_my_account_is_readable_for_everybody_at_every_width(
    any_screen: Page, server: Server, role: str, path: str
) -> None:
    sign_in(any_screen, server, role)
    any_screen.goto(path)
    expect(any_screen.locator("[inert]")).to_have_count(0)
    for step in ("Ganti kata sandi", "Buat kode cadangan baru"):
        any_screen.locator("summary", has_text=step).click()
        assert axe(any_screen) == []
        assert not scrolls_sideways(any_screen)
        assert small_targets(any_screen) == []
