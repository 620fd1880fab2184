"""Find a Chromium for the browser tests, or install one by Playwright or the system's package manager."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Path of a Chromium: `RINDU_CHROMIUM`, the system's, or the one that Playwright has installed."""
    if chosen := os.environ.get("RINDU_CHROMIUM"):
        return chosen
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return playwright_chromium()


def playwright_chromium() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_commands() -> list[list[list[str]]]:
    """Ways to install, in order. Debian's own package first where we may use it; it needs no other host."""
    by_playwright = [[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]]
    release = Path("/etc/os-release")
    is_debian = release.exists() and "\nID=debian" in "\n" + release.read_text()
    if not (is_debian and shutil.which("apt-get")):
        return [by_playwright]
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    by_apt = [[*sudo, "apt-get", "update", "-q"], [*sudo, "apt-get", "install", "-y", "-q", "chromium"]]
    return [by_apt, by_playwright]


def main() -> None:
    if path := find_chromium():
        print(f"Chromium ada di {path}.", flush=True)
        return
    for way in install_commands():
        print("Memasang Chromium: " + " && ".join(" ".join(step) for step in way), flush=True)
        if all(subprocess.run(step, check=False).returncode == 0 for step in way) and find_chromium():
            print("Chromium siap.", flush=True)
            return
    sys.exit(
        "Chromium tidak dapat dipasang. Pasang sendiri, lalu beri tahu letaknya: RINDU_CHROMIUM=/jalan/ke/chromium"
    )


if __name__ == "__main__":
    main()
