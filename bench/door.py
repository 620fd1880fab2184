"""The public door under load: whole reports by plain forms, through the real server, from a process of its own."""

import asyncio
import re
import time
from dataclasses import dataclass, field

import httpx

from bench.measure import Section, ms, percentile, section
from bench.server import memory_mb
from tests.browser import Server

OUR_FORM = {"sec-fetch-site": "same-origin", "origin": "null"}
STORY = (
    "Saya ingin bercerita tentang keadaan di rumah. " * 32
)  # about 1,500 characters, as the peers were measured
CODE = re.compile(r"\d{4}(?: \d{4}){4}")


@dataclass
class Tally:
    """What one run of clients saw. Times in milliseconds."""

    codes: list[str] = field(default_factory=list)
    sends: list[float] = field(default_factory=list)
    lost: int = 0
    seconds: float = 0.0


async def send_one(http: httpx.AsyncClient, tally: Tally) -> None:
    """One person from the first button to her code; three forms and one page."""
    http.cookies.clear()
    await http.post("/mulai", data={"pintu": "lapor"})
    await http.post("/cerita/isi", data={"story": STORY})
    start = time.perf_counter()
    sent = await http.post("/cerita/periksa", data={})
    page = await http.get("/cerita/angka")
    tally.sends.append((time.perf_counter() - start) * 1000)
    found = CODE.search(page.text)
    if sent.status_code == 303 and found:
        tally.codes.append(found[0])
    else:
        tally.lost += 1


async def come_back(url: str, code: str) -> bool:
    async with httpx.AsyncClient(base_url=url, headers=OUR_FORM, timeout=60) as http:
        return (await http.post("/lanjut", data={"code": code})).status_code == 303


async def load(url: str, clients: int, seconds: float) -> Tally:
    tally, stop = Tally(), time.perf_counter() + seconds

    async def client() -> None:
        async with httpx.AsyncClient(base_url=url, headers=OUR_FORM, timeout=60) as http:
            while time.perf_counter() < stop:
                await send_one(http, tally)

    start = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    tally.seconds = time.perf_counter() - start
    return tally


def bench_door(server: Server, name: str, *, seconds: float = 12) -> Section:
    result = section(
        f"Pintu warga: {name}", "klien", "laporan diterima per detik", "hilang", "kirim → angka p50", "p95", "memori server",
        note="Satu laporan: tiga formulir dan halaman angkanya. Pembanding terbaik menerima 29 per detik dengan 8 klien; "
        "yang lain kehilangan 63 %. Beban dan server berbagi dua inti. Hilang: angka yang setelahnya tidak membuka laporan, "
        "atau kiriman tanpa angka.",
    )  # fmt: skip
    for clients in (1, 8, 64):
        tally = asyncio.run(load(server.url, clients, seconds))
        unopened = sum(not asyncio.run(come_back(server.url, code)) for code in tally.codes[::10])
        sends = sorted(tally.sends)
        result.add(
            clients, f"{len(tally.codes) / tally.seconds:.1f}", tally.lost + unopened, ms(percentile(sends, 0.5)),
            ms(percentile(sends, 0.95)), f"{memory_mb(server):.0f} MB",
        )  # fmt: skip
    return result
