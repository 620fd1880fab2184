"""Timing and tables, shared by all benches."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Section:
    """One table of the result. `rows` are cells, already as text."""

    title: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    note: str = ""

    def add(self, *cells: object) -> None:
        self.rows.append(tuple(str(cell) for cell in cells))
        print("  " + " · ".join(self.rows[-1]), flush=True)

    def markdown(self) -> str:
        lines = [f"## {self.title}", "", f"| {' | '.join(self.head)} |", f"|{'---|' * len(self.head)}"]
        lines += [f"| {' | '.join(row)} |" for row in self.rows]
        return "\n".join([*lines, "", self.note, ""] if self.note else [*lines, ""])


def section(title: str, *head: str, note: str = "") -> Section:
    print(f"\n{title}", flush=True)
    return Section(title, head, note=note)


def times_ms(call: Callable[[], object], *, repeat: int, warm: int = 3) -> list[float]:
    for _ in range(warm):
        call()
    found = []
    for _ in range(repeat):
        start = time.perf_counter()
        call()
        found.append((time.perf_counter() - start) * 1000)
    return found


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def ms(value: float) -> str:
    return f"{value:.0f} ms" if value >= 10 else f"{value:.1f} ms"


def p50_p95(values: list[float]) -> tuple[str, str]:
    return ms(statistics.median(values)), ms(percentile(values, 0.95))
