"""Floods (promise 6): a report is never refused. While a flood runs, one that looks made by a machine is kept in a group
for review, so that it neither locks out nor buries a person."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from rindu_app.access.keyring import get_keyring
from rindu_app.domain.contact.search_words import name_words
from rindu_app.domain.reports.answers import Answers
from rindu_app.words import clock

WINDOW = timedelta(minutes=10)
# More in ten minutes than a kabupaten's busiest hour times twenty (domain 7.3).
FLOOD = 30
SAME_TEXT = 3
SAME_SOURCE = 10
# Nobody reads the questions and writes a sentence on a phone in less.
HUMAN_SECONDS = 8


@dataclass(frozen=True)
class Pace:
    """What the door noticed: seconds from first page to sending, and a keyed hash of where from (kept in memory only)."""

    seconds: float = 60.0
    source: str = ""


class _Memory:
    """Recent reports of this process: time, fingerprint of the text, source. Nothing of it is stored."""

    def __init__(self) -> None:
        self.recent: deque[tuple[datetime, str, str]] = deque(maxlen=5_000)

    def note(self, fingerprint: str, source: str) -> tuple[int, int, int]:
        """Counts within the window, this one included: all, same text, same source."""
        since = clock.now() - WINDOW
        self.recent.append((clock.now(), fingerprint, source))
        fresh = [item for item in self.recent if item[0] >= since]
        return (
            len(fresh),
            sum(item[1] == fingerprint for item in fresh),
            sum(bool(source) and item[2] == source for item in fresh),
        )


_memory = _Memory()


def forget_pace() -> None:
    _memory.recent.clear()


def group_of_flood(answers: Answers, pace: Pace) -> str | None:
    """The review group of a report that looks made by a machine, or None. Somebody in danger is never held."""
    fingerprint = _fingerprint(answers.story)
    total, same_text, same_source = _memory.note(fingerprint, pace.source)
    if answers.danger == "yes" and pace.seconds >= HUMAN_SECONDS:
        return None
    if same_text >= SAME_TEXT:
        return f"text-{fingerprint[:20]}"
    if total >= FLOOD and (pace.seconds < HUMAN_SECONDS or same_source >= SAME_SOURCE):
        return f"burst-{clock.now():%y%m%d%H}"
    return None


def _fingerprint(story: str) -> str:
    """Keyed hash of the first words, numbers aside: generated text that varies only a counter looks the same."""
    words = sorted(word for word in name_words(story[:400]) if not any(c.isdigit() for c in word))
    return get_keyring().index_token("story", " ".join(words))
