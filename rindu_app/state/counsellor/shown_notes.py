"""What a note said before it was mended, in the words of a screen."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.words import dates


@dataclass(frozen=True)
class ShownFormer:
    key: str
    until: str
    text: str


def show_former(former: tuple[tuple[datetime, str], ...], zone: str) -> tuple[ShownFormer, ...]:
    """Newest first."""
    shown = [
        ShownFormer(str(at), f"Sampai {dates.show_moment(until, zone)}", text)
        for at, (until, text) in enumerate(former)
    ]
    return tuple(reversed(shown))


def show_mended(edited: datetime | None, zone: str) -> str:
    return f"Diubah {dates.show_moment(edited, zone)}" if edited else ""
