"""Opening hours as the fields of a form: `opens_1` and `closes_1` are Monday's."""

from typing import Any

from rindu_app.state.forms import text

DAYS = tuple(str(day) for day in range(1, 8))


def show_hours(hours: dict[str, tuple[str, str]]) -> dict[str, str]:
    return {
        f"{which}_{day}": time
        for day, times in hours.items()
        for which, time in zip(("opens", "closes"), times, strict=True)
    }


def read_hours(form: Any, name: str) -> dict[str, tuple[str, str]]:
    """What was typed, for the form of this name."""
    return {day: (text(form, f"{name}_opens_{day}"), text(form, f"{name}_closes_{day}")) for day in DAYS}
