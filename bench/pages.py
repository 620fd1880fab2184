"""What a citizen's page costs a cheap phone on a slow network: 400 kbit/s, 400 ms, a processor four times slower."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.door import CODE, STORY
from bench.measure import Section, section
from bench.slow_link import slow_link
from tests.browser import FLAGS, PHONE, Server
from tools.chromium import find_chromium

PATHS = (
    "/",
    "/mulai?pintu=lapor",
    "/lanjut",
    "/hak-perempuan",
    "/hak-anak",
    "/pencegahan",
    "/alur",
    "/layanan",
    "/aman",
    "/masuk",
)
BYTES_PER_SECOND, LATENCY_MS, SLOWER = 400_000 / 8, 400, 4
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


@dataclass
class Traffic:
    """What went over the network since it was emptied."""

    requests: int = 0
    bytes: int = 0

    def listen(self, network: CDPSession) -> None:
        network.on("Network.requestWillBeSent", self._asked)
        network.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict[str, Any]) -> None:
        self.requests += 1
        if "redirectResponse" in event:
            self.bytes += int(event["redirectResponse"]["encodedDataLength"])

    def _came(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])


@contextmanager
def slow_phone(browser: Browser, server: Server) -> Iterator[tuple[Page, Traffic]]:
    """A new device each time: nothing cached, no cookie."""
    context = browser.new_context(base_url=server.url, viewport=PHONE, locale="id-ID")
    page, traffic = context.new_page(), Traffic()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": LATENCY_MS,
        "downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND,
    })  # fmt: skip
    network.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    traffic.listen(network)
    yield page, traffic
    context.close()


def open_once(browser: Browser, server: Server, path: str) -> tuple[int, int, float]:
    """Bytes, requests and first contentful paint (ms) of a first visit; of a way with a redirect, redirect included."""
    with slow_phone(browser, server) as (page, traffic):
        page.goto(path, wait_until="networkidle")
        return traffic.bytes, traffic.requests, float(page.evaluate(FIRST_PAINT))


def send_once(browser: Browser, server: Server) -> float:
    """Milliseconds from pressing *Kirim* to the code on the screen."""
    with slow_phone(browser, server) as (page, _):
        page.goto("/mulai?pintu=lapor")
        page.get_by_role("button", name="Mulai menulis di sini").click()
        page.goto("/cerita/isi")
        page.get_by_label("Cerita Anda").fill(STORY)
        page.get_by_role("button", name="Lanjutkan").click()
        page.goto("/cerita/periksa")
        start = time.perf_counter()
        page.get_by_role("button", name="Kirim").click()
        page.get_by_text(CODE).first.wait_for()
        return (time.perf_counter() - start) * 1000


def visit_slowly(browser: Browser, url: str) -> tuple[float, float, float, float]:
    """Over a link that is slow for real: ms until the first form is visible, until it is complete, from *Kirim* to the code; kB of a repeat visit."""
    context = browser.new_context(base_url=url, viewport=PHONE, locale="id-ID", ignore_https_errors=True)
    page, traffic = context.new_page(), Traffic()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    traffic.listen(network)
    page.goto("/mulai?pintu=lapor", wait_until="load")
    page.wait_for_timeout(300)  # the browser notes a paint a moment later
    seen = float(page.evaluate(FIRST_PAINT))
    whole = float(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    page.get_by_role("button", name="Mulai menulis di sini").click()
    page.goto("/cerita/isi")
    page.get_by_label("Cerita Anda").fill(STORY)
    page.get_by_role("button", name="Lanjutkan").click()
    page.goto("/cerita/periksa")
    start = time.perf_counter()
    page.get_by_role("button", name="Kirim").click()
    page.get_by_text(CODE).first.wait_for()
    sent = (time.perf_counter() - start) * 1000
    traffic.bytes = 0
    page.goto("/", wait_until="load")
    again = traffic.bytes / 1000
    context.close()
    return seen, whole, sent, again


def bench_slow_link(browser: Browser, server: Server, times: int) -> Section:
    table = section(
        "Tautan yang sungguh lambat, dengan TLS", "form tampak (ms)", "lengkap (ms)", "Kirim → angka (ms)", "kunjungan ulang (kB)",
        note="Proksi di antara peramban dan server: jeda 400 ms, 400 kbit/detik, jabat tangan TCP dan TLS ikut dihitung; prosesor ÷4; median dari 3. "
        "Batas: 2.500, 4.000, 1.500 ms, 15 kB.",
    )  # fmt: skip
    with slow_link(int(server.url.rpartition(":")[2])) as url:
        seen = [visit_slowly(browser, url) for _ in range(times)]
    table.add(
        *(
            f"{statistics.median(column):.{digits}f}"
            for column, digits in zip(zip(*seen, strict=True), (0, 0, 0, 1), strict=True)
        )
    )
    return table


def median_of(call: Callable[[], float], times: int) -> float:
    return statistics.median(call() for _ in range(times))


def bench_pages(server: Server, *, times: int = 3) -> list[Section]:
    table = section(
        "Halaman warga pada HP lambat", "halaman", "dikirim (kB)", "permintaan", "tampak pertama (ms)",
        note="400 kbit/detik, jeda 400 ms, prosesor ÷4; kunjungan pertama, median dari 3. Batas: 30 kB, 10 permintaan, 1.500 ms. "
        "Halaman isian dibuka lewat satu pengalihan yang memberi tanda kunjungan (ADR 40); waktunya ikut dihitung.",
    )  # fmt: skip
    sending = section(
        "Kirim sampai angka", "langkah", "ms", note="Profil lambat yang sama; batas 1.500 ms setelah tombol ditekan."
    )  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for path in PATHS:
            seen = [open_once(browser, server, path) for _ in range(times)]
            paint = statistics.median(one[2] for one in seen)
            table.add(path.partition("?")[0], f"{seen[0][0] / 1000:.1f}", seen[0][1], f"{paint:.0f}")
        sending.add("Kirim → 20 angka", f"{median_of(lambda: send_once(browser, server), times):.0f}")
        browser.close()
        # The bench's own certificate is nobody's; checked twice it would cost a handshake that no citizen pays.
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=[*FLAGS, "--ignore-certificate-errors"]
        )
        slow = bench_slow_link(browser, server, times)
        browser.close()
    return [table, sending, slow]
