"""`python -m bench [part …] [--quick]`. A whole run, without parts, writes docs/benchmarks.md."""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from bench.commits import bench_commits
from bench.door import bench_door
from bench.events import bench_events
from bench.kabupaten import Size
from bench.lists import bench_lists
from bench.measure import Section
from bench.pages import bench_pages
from bench.places import ENGINES, installation
from bench.report import write_report
from rindu_app.access.migrations import migrate
from rindu_app.seeds.load import load_reference
from tests.browser import running_server


def pages(quick: bool) -> list[Section]:
    with installation("SQLite") as folder, running_server(folder, RINDU_DEMO="on") as server:
        return [
            *bench_pages(server, times=1 if quick else 3),
            bench_events(server, events=5 if quick else 40),
        ]


def door(quick: bool) -> list[Section]:
    found = []
    for engine in ENGINES:
        with installation(engine) as folder, running_server(folder) as server:
            found.append(bench_door(server, engine, seconds=2 if quick else 12))
    return found


def lists(quick: bool) -> list[Section]:
    found = []
    for engine in ENGINES:
        with installation(engine):
            migrate()
            load_reference(lambda *_: None)
            size = Size(1_400, 900, 30_000) if quick else Size()
            found.append(bench_lists(engine, repeat=5 if quick else 40, size=size))
    return found


def commits(quick: bool) -> list[Section]:
    found = []
    for engine in ENGINES:
        with installation(engine) as folder:
            found.append(bench_commits(engine, folder, repeat=20 if quick else 200))
    return found


PARTS: dict[str, Callable[[bool], list[Section]]] = {
    "pages": pages, "door": door, "lists": lists, "commits": commits
}  # fmt: skip


def main() -> None:
    read = argparse.ArgumentParser(prog="python -m bench", description="Mengukur Ruang Rindu.")
    read.add_argument("parts", nargs="*", choices=[*PARTS, []], help="bagian saja; tanpa ini semuanya")
    read.add_argument("--quick", action="store_true", help="sekadar mencoba bahwa semuanya berjalan")
    asked = read.parse_args()
    start = time.monotonic()
    found = [section for name in asked.parts or PARTS for section in PARTS[name](asked.quick)]
    seconds = time.monotonic() - start
    print(f"\nSelesai dalam {seconds:.0f} detik.")
    if not asked.parts and not asked.quick:
        write_report(Path("docs/benchmarks.md"), found, seconds)


if __name__ == "__main__":
    main()
