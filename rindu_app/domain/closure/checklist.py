"""What is checked before a case closes: what the house can know it counts, the rest a person ticks with a word (1.2)."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from rindu_app.access.errors import Invalid
from rindu_app.access.sealing import Sealer
from rindu_app.domain.closure.running import BLOCKS
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.domain.reports.answers import clean_text, required_text
from rindu_app.models import CaseClosure
from rindu_app.words.closure import RUNNING, say_running

LIST = "closing_check"
WORD = 300


@dataclass(frozen=True)
class Tick:
    """What a worker said to one check: whether it is so, and by what that is seen (or why it is not)."""

    met: bool | None
    word: str = ""


@dataclass(frozen=True)
class CountedRow:
    """Something the house knows. `blocks`: the case cannot be closed before it is settled."""

    code: str
    label: str
    clear: bool
    blocks: bool
    words: str


@dataclass(frozen=True)
class TickedRow:
    """Something only a person knows. `met` is None before anybody said."""

    code: str
    label: str
    help: str
    met: bool | None = None
    word: str = ""


def list_counted(session: Session, counts: Mapping[str, int]) -> tuple[CountedRow, ...]:
    """In the order of the office's list, which may leave out what does not block; what blocks is always there."""
    chosen = [item for item in list_codes(session, LIST) if _counts(item)]
    listed = {str(item.extra["counts"]): item.label for item in chosen}
    missing = {code: "" for code in BLOCKS if code not in listed and counts[code]}
    return tuple(
        CountedRow(
            code, text, not counts[code], code in BLOCKS and bool(counts[code]), say_running(code, counts[code])
        )
        for code, text in (missing | listed).items()
    )  # fmt: skip


def list_ticked(session: Session) -> tuple[TickedRow, ...]:
    return tuple(
        TickedRow(item.code, item.label, item.help) for item in list_codes(session, LIST) if not _counts(item)
    )


def check_ticks(session: Session, ticks: Mapping[str, Tick]) -> list[dict[str, object]]:
    """Every check answered, each with a word. Raises `Invalid` with the field `<code>_met` or `<code>_word`."""
    checked: list[dict[str, object]] = []
    for row in list_ticked(session):
        said = ticks.get(row.code, Tick(None))
        if said.met is None:
            raise Invalid(f"{row.code}_met", "choice_missing")
        word = required_text(f"{row.code}_word", said.word, WORD)
        checked.append({"code": row.code, "label": row.label, "met": said.met, "word": clean_text(word)})
    return checked


def open_ticks(sealer: Sealer, closure: CaseClosure) -> tuple[TickedRow, ...]:
    """As they were said then, whatever the office asks today."""
    said = sealer.open_json(f"case_closure.checks:{closure.uid}", closure.checks)
    return tuple(TickedRow(row["code"], row["label"], "", row["met"], row["word"]) for row in said)


def _counts(item: CodeRow) -> bool:
    return str(item.extra.get("counts", "")) in RUNNING
