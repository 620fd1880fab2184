"""Guessing codes gets slower and slower, per address, and is never refused (secure-intake promises 4 and 6).

The right code still opens: it only waits as long as any other from the same address. Kept in memory only.
"""

import threading
from collections import OrderedDict
from time import monotonic

FREE = 5  # mistyped by tired people
FIRST, MOST = 0.25, 4.0
FORGET_AFTER = 15 * 60.0
ADDRESSES = 20_000


class Slowing:
    """Failures per keyed hash of an address."""

    def __init__(self) -> None:
        self._failures: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = threading.Lock()

    def note_failure(self, source: str) -> None:
        with self._lock:
            count = self._count(source) + 1
            self._failures[source] = (count, monotonic())
            self._failures.move_to_end(source)
            while len(self._failures) > ADDRESSES:
                self._failures.popitem(last=False)

    def seconds(self, source: str) -> float:
        """How long to wait before looking at the next code."""
        with self._lock:
            over = self._count(source) - FREE
        return 0.0 if over < 0 else min(MOST, FIRST * 2.0 ** min(over, 10))

    def clear(self) -> None:
        with self._lock:
            self._failures.clear()

    def _count(self, source: str) -> int:
        count, at = self._failures.get(source, (0, 0.0))
        return count if monotonic() - at < FORGET_AFTER else 0


SLOWING = Slowing()
