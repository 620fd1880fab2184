"""The product's clock. Tests move it; nothing else calls `datetime.now`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

QUARTER = timedelta(minutes=15)
_shift = timedelta()


def now() -> datetime:
    return datetime.now(UTC) + _shift


def coarse_now() -> datetime:
    """Now, rounded down to the quarter hour: for times that a reporter causes (secure-intake promise 9)."""
    moment = now()
    return moment - timedelta(
        minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond
    )


@contextmanager
def moved(by: timedelta) -> Iterator[None]:
    """Let tests live later or earlier."""
    global _shift
    before, _shift = _shift, _shift + by
    try:
        yield
    finally:
        _shift = before
