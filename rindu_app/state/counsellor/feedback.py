"""What clients said, in the words of the supervisor's screen."""

from dataclasses import dataclass
from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.feedback.sums import Quarter, Sum, read_feedback
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.bars import ShownPiece, lay_pieces
from rindu_app.words.codes import Question
from rindu_app.words.feedback import BEST
from rindu_app.words.labels import label
from rindu_app.words.moments import MONTHS

COMPARED = 4


@dataclass(frozen=True)
class ShownSum:
    """A line of a table: what it is about, its number and the bar beside it. `count`: how many answered."""

    key: str = ""
    text: str = ""
    mean: str = ""
    count: str = ""
    bar: tuple[ShownPiece, ...] = ()
    means: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShownQuarter:
    """`enough`: enough people answered to show anything of it."""

    key: str = ""
    title: str = ""
    count: str = ""
    enough: bool = False
    questions: tuple[ShownSum, ...] = ()
    kinds: tuple[ShownSum, ...] = ()
    words: tuple[str, ...] = ()


class FeedbackPage(AppState):
    """`phase`: loading or ready. `quarter` is the one that is read; `columns` and `lines` set the newest side by side."""

    phase: str = "loading"
    quarters: tuple[ShownQuarter, ...] = ()
    quarter: ShownQuarter = ShownQuarter()
    columns: tuple[str, ...] = ()
    lines: tuple[ShownSum, ...] = ()

    @action(Permission.CASE_SUPERVISE)
    async def load(self) -> Any:
        found = await self._run(read_feedback)
        self.quarters = tuple(show_quarter(row) for row in found)
        with_something = [row for row in self.quarters if row.enough]
        self.quarter = next(iter(with_something or self.quarters), ShownQuarter())
        self.columns, self.lines = compare([row for row in found if row.count][:COMPARED])
        self.phase = "ready"
        return focus("judul")

    @action(Permission.CASE_SUPERVISE)
    async def show(self, key: str) -> None:
        self.quarter = next((row for row in self.quarters if row.key == key), self.quarter)

    @action(Permission.CASE_SUPERVISE)
    async def leave(self) -> None:
        self.quarters, self.quarter, self.columns, self.lines = (), ShownQuarter(), (), ()
        self.phase = "loading"


def show_quarter(row: Quarter) -> ShownQuarter:
    first, last = MONTHS[3 * row.number - 3], MONTHS[3 * row.number - 1]
    return ShownQuarter(
        key=f"{row.year}-{row.number}",
        title=f"{first}–{last} {row.year}",
        count=f"{row.count} orang menjawab" if row.count else "",
        enough=row.count is not None,
        questions=tuple(
            _line(question, label(question), (row.questions or {}).get(question)) for question in Question
        )
        if row.count
        else (),
        kinds=tuple(_line(kind, label(kind), found) for kind, found in (row.kinds or {}).items()),
        words=row.words,
    )


def compare(rows: list[Quarter]) -> tuple[tuple[str, ...], tuple[ShownSum, ...]]:
    """(heads, lines) of quarters side by side, the newest first; nothing where there is only one."""
    if len(rows) < 2:
        return (), ()
    heads = tuple(f"{row.number}/{row.year}" for row in rows)
    lines = tuple(
        ShownSum(
            key=question,
            text=label(question),
            means=tuple(_mean((row.questions or {}).get(question)) for row in rows),
        )
        for question in Question
    )
    return heads, lines


def _line(key: str, text: str, found: Sum | None) -> ShownSum:
    if found is None:
        return ShownSum(key, text, _mean(None))
    return ShownSum(key, text, _mean(found), str(found.count), lay_pieces([("primary", found.mean)], BEST))


def _mean(found: Sum | None) -> str:
    """ "3,4"; a dash where too few answered."""
    return f"{found.mean:.1f}".replace(".", ",") if found else "–"
