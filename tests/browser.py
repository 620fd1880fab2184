"""A real server and a real Chromium, for tests marked `browser`. Started once, on a free port, with its own data."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakSet

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from rindu_app.access.cookies import STAFF
from tools.chromium import find_chromium

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / ".web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 180
# A page that needs longer than this on a busy machine is broken.
PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)

NARROW = {"width": 320, "height": 640}
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 860}


@dataclass(frozen=True)
class Server:
    """A running installation: where it answers, where its data is, and what it has logged."""

    url: str
    data_dir: Path
    log: Path
    environment: dict[str, str]
    tokens: dict[str, str] = field(default_factory=dict)

    def token_of(self, role: str) -> str:
        """A sign-in token of a member of staff with this role, made once."""
        if role not in self.tokens:
            made = subprocess.run(
                [sys.executable, "-m", "tests.sign_in", role],
                cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert made.returncode == 0, made.stderr
            self.tokens[role] = made.stdout.split()[-1]
        return self.tokens[role]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running_server(data_dir: Path, **environment: str) -> Iterator[Server]:
    """Start `rindu serve` with its own data, wait until it answers, and stop it with all its children."""
    port, log = free_port(), data_dir / "server.log"
    url = f"http://127.0.0.1:{port}"
    variables = os.environ | {"RINDU_DATA_DIR": str(data_dir), "RINDU_PUBLIC_URL": url} | environment
    command = [sys.executable, "-m", "rindu_app.cli", "serve", "--port", str(port)]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=variables, stdout=output, stderr=output, start_new_session=True
        )
    try:
        wait_until_answering(process, url, log)
        yield Server(url, data_dir, log, variables)
    finally:
        stop(process)


def wait_until_answering(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(f"{url}/ping", timeout=5).status_code == 200:
                return
        time.sleep(0.2)
    pytest.fail(f"The server did not start:\n{log.read_text(errors='replace')[-4000:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the process group that we started, kindly first."""
    for how, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)
            return


@pytest.fixture(scope="session")
def built() -> None:
    """The frontend, built once per change of its sources."""
    result = subprocess.run(
        [sys.executable, "-m", "tools.build"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="session")
def server(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One installation with the demo, shared by the browser tests."""
    with running_server(tmp_path_factory.mktemp("installation")) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    assert path, "No Chromium: `make test` installs one."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


# Pages whose browser runs no scripts.
SCRIPT_FREE: "WeakSet[Page]" = WeakSet()


@contextlib.contextmanager
def open_page(
    browser: Browser, server: Server, size: dict[str, int], *, scripts: bool = True
) -> Iterator[Page]:
    """A page of its own, as on a new device. What the browser complains about fails the test when it closes."""
    context: BrowserContext = browser.new_context(
        base_url=server.url,
        viewport=size,
        java_script_enabled=scripts,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    if not scripts:
        SCRIPT_FREE.add(page)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("console", lambda message: complaints.extend(complaint_in(message)))
    try:
        yield page
        assert complaints == [], complaints
    finally:
        context.close()


def complaint_in(message: ConsoleMessage) -> list[str]:
    """A broken policy or a crash. A refused request is the test's own business; a focus may come after its page was left."""
    harmless = ("Failed to load resource", "in _set_focus")
    is_complaint = message.type == "error" and not any(words in message.text for words in harmless)
    return [f"{message.type}: {message.text}"] if is_complaint else []


@pytest.fixture
def phone(chromium: Browser, server: Server) -> Iterator[Page]:
    """A cheap phone, 360 px wide."""
    with open_page(chromium, server, PHONE) as page:
        yield page


@pytest.fixture
def plain_phone(chromium: Browser, server: Server) -> Iterator[Page]:
    """The same phone with scripts off."""
    with open_page(chromium, server, PHONE, scripts=False) as page:
        yield page


@pytest.fixture
def desktop(chromium: Browser, server: Server) -> Iterator[Page]:
    with open_page(chromium, server, DESKTOP) as page:
        yield page


@pytest.fixture(params=[NARROW, PHONE, DESKTOP], ids=["320", "360", "1280"])
def any_screen(request: pytest.FixtureRequest, chromium: Browser, server: Server) -> Iterator[Page]:
    """The test runs at 320, 360 and 1280 px."""
    with open_page(chromium, server, request.param) as page:
        yield page


def sign_in(page: Page, server: Server, role: str = "counsellor") -> None:
    """Sign the page's browser in, without the sign-in pages: their journey is tests/journeys' own."""
    page.context.add_cookies([{"name": STAFF, "value": server.token_of(role), "url": server.url}])


def axe(page: Page) -> list[str]:
    """What axe-core finds on the page, one line each: rule, and where. Empty is good.

    With scripts off no promise of axe ever resolves; then a copy of the page is looked at in a window with scripts.
    """
    if page not in SCRIPT_FREE:
        return audit(page)
    browser = page.context.browser
    assert browser
    with contextlib.closing(browser.new_context(viewport=page.viewport_size, locale="id-ID")) as context:
        copy = context.new_page()
        copy.set_content(page.content())
        return audit(copy)


def audit(page: Page) -> list[str]:
    """Run axe-core in the page, through the debugger: the page's own policy allows no script of ours."""
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": AXE.read_text()})
    options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    answer = session.send(
        "Runtime.evaluate",
        {"expression": f"axe.run(document, {options})", "awaitPromise": True, "returnByValue": True},
    )
    session.detach()
    violations: list[dict[str, Any]] = answer["result"]["value"]["violations"]
    return [
        f"{violation['id']}: {violation['help']} — {node['html'][:160]}"
        for violation in violations
        for node in violation["nodes"]
    ]


def scrolls_sideways(page: Page) -> bool:
    """Whether anything reaches beyond the right edge, be it cut off there; what scrolls in itself may."""
    script = """() => {
        const width = document.documentElement.clientWidth
        const inside = e => e && e !== document.body
            && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || inside(e.parentElement))
        return document.documentElement.scrollWidth > width || [...document.body.querySelectorAll('*')].some(e =>
            e.checkVisibility() && e.getBoundingClientRect().right > width + 1 && !inside(e.parentElement))
    }"""
    return bool(page.evaluate(script))


def small_targets(page: Page, least: int = 24) -> list[str]:
    """Links outside of sentences, and controls, that are smaller than `least` px."""
    script = """least => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
        .filter(e => e.offsetParent !== null && !(e.tagName === 'A' && e.closest('p')))
        .map(e => [e, (e.tagName === 'INPUT' && e.closest('label') || e).getBoundingClientRect()])
        .filter(([e, box]) => box.width < least || box.height < least)
        .map(([e, box]) => `${e.outerHTML.slice(0, 120)} ${box.width}×${box.height}`)"""
    return list(page.evaluate(script, least))


def lost_focus(page: Page) -> list[str]:
    """Controls whose focus cannot be seen: no outline, or covered by something that stays in place, like the bar below. Of a
    text field the last line counts."""
    page.keyboard.press("Tab")  # from now on the browser shows focus as it does for a keyboard
    script = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0 && e.type !== 'hidden')
        .flatMap(e => {
            e.focus()
            const box = e.getBoundingClientRect(), text = e.tagName === 'TEXTAREA', around = [e, e.parentElement, e.parentElement?.parentElement]
            const at = y => document.elementFromPoint(box.left + box.width / 2, y)
            const hit = at(text ? box.bottom - 4 : box.top + box.height / 2)
            const seen = hit && (e.contains(hit) || hit.contains(e) || (e.labels && [...e.labels].some(l => l.contains(hit))))
            const marked = around.some(x => x && getComputedStyle(x).outlineStyle !== 'none')
            return seen && marked ? [] : [`${seen ? 'unmarked' : 'covered'}: ${e.outerHTML.slice(0, 110)}`]
        })"""
    return list(page.evaluate(script))


def stored_on_device(page: Page) -> dict[str, Any]:
    """Everything that a visit could leave behind, cookies apart."""
    script = """async () => ({
        local: Object.keys(localStorage), session: Object.keys(sessionStorage),
        databases: (await indexedDB.databases()).map(d => d.name),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
    })"""
    return dict(page.evaluate(script))
