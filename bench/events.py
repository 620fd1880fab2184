"""How long a member of staff waits for an answer of the open page: one small event over the socket, there and back."""

import asyncio
import time

from bench.measure import Section, p50_p95, section
from bench.server import memory_mb
from tests.access.bare_socket import Attacker
from tests.browser import Server

HYDRATE = "reflex___state____state.hydrate"


async def one_tab(server: Server, number: int, cookie: str, events: int, every: float) -> list[float]:
    """Open a tab and send `events` events, waiting for the answer of each; milliseconds per event."""
    found: list[float] = []
    async with Attacker(server.url, cookie=cookie, token=f"bench-{number}") as tab:
        await tab.send(HYDRATE, path="/saya")
        for _ in range(events):
            seen, start = len(tab.received), time.perf_counter()
            await tab.client.emit("event", event(), namespace="/_event")
            while len(tab.received) == seen:  # noqa: ASYNC110  # half a millisecond is fine enough here
                await asyncio.sleep(0.0005)
            found.append((time.perf_counter() - start) * 1000)
            await asyncio.sleep(every)
    return found


def event() -> dict[str, object]:
    router = {"pathname": "/saya", "asPath": "/saya", "query": {}}
    return {"name": HYDRATE, "payload": {}, "router_data": router}


async def tabs(server: Server, count: int, cookie: str, events: int) -> list[float]:
    # Below the gate's 20 events a second per sign-in session, all tabs together.
    every = max(0.06 * count, 0.06)
    runs = await asyncio.gather(*(one_tab(server, n, cookie, events, every) for n in range(count)))
    return [ms for run in runs for ms in run]


def bench_events(server: Server, *, events: int = 40) -> Section:
    result = section(
        "Layar petugas: satu peristiwa pulang-pergi", "tab terbuka", "p50", "p95", "memori server",
        note="Dari soket kosong: keadaan halaman diminta dan diterima lagi, dengan pemeriksaan sesi dan gerbang setiap kali.",
    )  # fmt: skip
    cookie = server.token_of("counsellor")
    for count in (1, 8):
        found = asyncio.run(tabs(server, count, cookie, events))
        result.add(count, *p50_p95(found), f"{memory_mb(server):.0f} MB")
    return result
