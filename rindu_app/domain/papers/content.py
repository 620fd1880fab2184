"""What stands on a paper, in plain words: a title and blocks. How it looks is the typesetter's business."""

from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

from rindu_app.words.codes import PaperKind
from rindu_app.words.labels import label
from rindu_app.words.papers import FILE_CODES

Row = tuple[str, str]


@dataclass(frozen=True)
class Facts:
    """Names and values; an empty value is a line to write on."""

    type: ClassVar[str] = "facts"
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Words:
    """Running text; where it is empty, `lines` to write on."""

    type: ClassVar[str] = "words"
    title: str
    text: str
    lines: int = 4


@dataclass(frozen=True)
class Table:
    """`widths` are shares of the page's width, one for each column. `airy`: rows with room to write in."""

    type: ClassVar[str] = "table"
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    airy: bool = False


@dataclass(frozen=True)
class Ticks:
    """Boxes with their words; what is known is ticked."""

    type: ClassVar[str] = "ticks"
    title: str
    items: tuple[tuple[str, bool], ...]
    columns: int = 2


@dataclass(frozen=True)
class Ask:
    """One thing that is asked with yes and no. Both None: something to know, which nobody has to answer."""

    title: str
    help: str = ""
    yes: bool | None = False
    no: bool | None = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asks:
    type: ClassVar[str] = "asks"
    title: str
    items: tuple[Ask, ...]


@dataclass(frozen=True)
class Notice:
    type: ClassVar[str] = "notice"
    text: str
    title: str = ""


@dataclass(frozen=True)
class Signs:
    """Who signs: role and name, or a line for the name. `place` is where and when."""

    type: ClassVar[str] = "signs"
    place: str
    people: tuple[Row, ...]
    title: str = ""


Block = Facts | Words | Table | Ticks | Asks | Notice | Signs


@dataclass(frozen=True)
class Paper:
    """Everything that is printed. `made` is who made it and when.

    `number` is that of the case, and not printed where the paper is `called` otherwise. `subject`: the uid of what it is about.
    """

    kind: PaperKind
    number: str
    office: str
    office_lines: tuple[str, ...]
    subtitle: str
    made: str
    blocks: tuple[Block, ...] = field(repr=False)
    called: str = ""
    subject: str = ""


def as_values(paper: Paper) -> dict[str, Any]:
    """The paper as the typesetter takes it."""
    reference = reference_of(paper.called or paper.number, paper.kind)
    return {
        "reference": reference,
        "title": label(paper.kind).removesuffix(", kosong").removesuffix(", terisi"),
        "subtitle": paper.subtitle,
        "office": paper.office,
        "office_lines": paper.office_lines,
        "footer": f"{reference} · {paper.made}",
        "blocks": [{"type": block.type, **asdict(block)} for block in paper.blocks],
    }


def reference_of(number: str, kind: PaperKind) -> str:
    """ "K-2611-0417-D3": says what it is to whoever knows, and nothing to anybody else."""
    return f"{number}-{FILE_CODES[kind]}"
