"""Floods (promise 6): a report is never refused. While a flood runs, one that looks made by a machine is kept in a group
for review, so that it neither locks out nor buries a person (ADR 7)."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from rindu_app.access.keyring import get_keyring
from rindu_app.domain.contact.search_words import name_words
from rindu_app.domain.reports.answers import Answers
from rindu_app.words import clock

WINDOW = timedelta(minutes=10)
# More in ten minutes than a kabupaten's busiest hour times twenty (domain 7.3).
FLOOD = 30
SAME_TEXT = 3
# "Tolong saya" is written by three people in ten minutes; a longer sentence is not.
OWN_WORDS = 4
SAME_SOURCE = 10
# Nobody reads the questions and writes a sentence on a phone in less.
HUMAN_SECONDS = 8


@dataclass(frozen=True)
class Pace:
    """What the door noticed: seconds from first page to sending, and a keyed hash of where from (kept in memory only)."""

    seconds: float = 60.0
    source: str = ""


@dataclass
class Seen:
    """A recent report as this process remembers it: hashes, and its id once it has one. Nothing of it is stored."""

    at: datetime
    text: str
    source: str
    hurried: bool
    spared: bool
    short: bool
    report_id: int | None = None


@dataclass(frozen=True)
class Verdict:
    """`group`: where the report is held, if at all. `earlier`: ids that passed before the flood was one and belong there too."""

    seen: Seen
    group: str | None = None
    earlier: tuple[int, ...] = ()


class _Memory:
    def __init__(self) -> None:
        self.recent: deque[Seen] = deque(maxlen=5_000)
        self._lock = Lock()

    def note(self, seen: Seen) -> tuple[Seen, ...]:
        """All of the window, this one included."""
        with self._lock:
            self.recent.append(seen)
            while self.recent[0].at < seen.at - WINDOW:
                self.recent.popleft()
            return tuple(self.recent)


_memory = _Memory()


def forget_pace() -> None:
    _memory.recent.clear()


def judge_pace(answers: Answers, pace: Pace) -> Verdict:
    """Whether a report looks made by a machine. Somebody in danger who took her time is never held."""
    hurried = pace.seconds < HUMAN_SECONDS
    spared = answers.danger == "yes" and not hurried
    words = _words(answers.story)
    text = get_keyring().index_token("story", " ".join(words))
    seen = Seen(clock.now(), text, pace.source, hurried, spared, len(words) < OWN_WORDS)
    recent = _memory.note(seen)
    for name, least, is_alike in _signs(seen, flood=len(recent) >= FLOOD):
        alike = [other for other in recent if is_alike(other)]
        if len(alike) >= least and not spared:
            earlier = tuple(other.report_id for other in alike if other.report_id and not other.spared)
            return Verdict(seen, name, earlier)
    return Verdict(seen)


def _signs(seen: Seen, *, flood: bool) -> list[tuple[str, int, Callable[[Seen], bool]]]:
    """Group, how many make one, and what they have in common. All but the same long text count in a flood only."""
    signs: list[tuple[str, int, Callable[[Seen], bool]]] = []
    if flood or not seen.short:
        signs.append((f"text-{seen.text[:20]}", SAME_TEXT, lambda other: other.text == seen.text))
    burst = f"burst-{seen.at:%y%m%d%H}"
    if flood and seen.hurried:
        signs.append((burst, 1, lambda other: other.hurried))
    if flood and seen.source:
        signs.append((burst, SAME_SOURCE, lambda other: other.source == seen.source))
    return signs


def _words(story: str) -> list[str]:
    """The first words, numbers aside: generated text that varies only a counter looks the same."""
    return sorted(word for word in name_words(story[:400]) if not any(c.isdigit() for c in word))
