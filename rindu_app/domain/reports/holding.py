"""Floods (promise 6): a report is never refused. While a flood runs, one that looks made by a machine is kept in a group
for review, so that it neither locks out nor buries a person (ADR 7)."""

from collections import Counter, deque
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
# As many are remembered at the most.
MOST = 5_000
# Nobody reads the questions and writes a sentence on a phone in less.
HUMAN_SECONDS = 8
HURRIED = "hurried"


@dataclass(frozen=True)
class Pace:
    """What the door noticed: seconds from first page to sending, and a keyed hash of where from (kept in memory only)."""

    seconds: float = 60.0
    source: str = ""


@dataclass
class Seen:
    """A recent report as this process remembers it. `signs` are keyed hashes and never stored; `report_id` follows once it has one."""

    at: datetime
    signs: tuple[str, ...]
    spared: bool
    report_id: int | None = None


@dataclass(frozen=True)
class Verdict:
    """`group`: where the report is held, if at all. `earlier`: ids that passed before the flood was one and belong there too."""

    seen: Seen
    group: str | None = None
    earlier: tuple[int, ...] = ()


class _Memory:
    """The window of this process: what came, and how often each sign was seen."""

    def __init__(self) -> None:
        self.recent: deque[Seen] = deque()
        self.counts: Counter[str] = Counter()
        self.formed: set[str] = set()
        self._lock = Lock()

    def note(self, seen: Seen) -> tuple[int, dict[str, int]]:
        """How many came within the window, and how many of them showed each of these signs; this one included."""
        with self._lock:
            self.recent.append(seen)
            self.counts.update(seen.signs)
            while len(self.recent) > MOST or self.recent[0].at < seen.at - WINDOW:
                self._drop(self.recent.popleft())
            return len(self.recent), {sign: self.counts[sign] for sign in seen.signs}

    def _drop(self, old: Seen) -> None:
        self.counts.subtract(old.signs)
        for sign in old.signs:
            if not self.counts[sign]:
                del self.counts[sign]

    def form(self, group: str, sign: str) -> tuple[int, ...]:
        """Ids of those who showed the sign before its group was formed; none once it is."""
        with self._lock:
            if group in self.formed:
                return ()
            self.formed.add(group)
            return tuple(
                other.report_id
                for other in self.recent
                if sign in other.signs and other.report_id and not other.spared
            )

    def forget(self) -> None:
        with self._lock:
            self.recent.clear()
            self.counts.clear()
            self.formed.clear()


_memory = _Memory()


def forget_pace() -> None:
    _memory.forget()


def judge_pace(answers: Answers, pace: Pace) -> Verdict:
    """Whether a report looks made by a machine. Somebody in danger who took her time is never held."""
    hurried, words = pace.seconds < HUMAN_SECONDS, _words(answers.story)
    text = f"text-{get_keyring().index_token('story', ' '.join(words))[:20]}"
    source = f"source-{pace.source}" if pace.source else ""
    signs = tuple(filter(None, (text, source, HURRIED if hurried else "")))
    seen = Seen(clock.now(), signs, spared=answers.danger == "yes" and not hurried)
    total, counts = _memory.note(seen)
    flood, burst = total >= FLOOD, f"burst-{seen.at:%y%m%d%H}"
    if seen.spared:
        return Verdict(seen)
    # A sentence of one's own is written once; all other signs count in a flood only.
    if counts[text] >= SAME_TEXT and (flood or len(words) >= OWN_WORDS):
        return Verdict(seen, text, _memory.form(text, text))
    if flood and hurried:
        return Verdict(seen, burst, _memory.form(burst, HURRIED))
    if flood and counts.get(source, 0) >= SAME_SOURCE:
        return Verdict(seen, burst, _memory.form(f"{burst} {source}", source))
    return Verdict(seen)


def _words(story: str) -> list[str]:
    """The first words, numbers aside: generated text that varies only a counter looks the same."""
    return sorted(word for word in name_words(story[:400]) if not any(c.isdigit() for c in word))
