"""What the screen of legal matters shows."""

from dataclasses import dataclass
from datetime import datetime

from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.codes.rows import CodeRow


@dataclass(frozen=True)
class StepRow:
    uid: str
    label: str
    happened: datetime
    papers: str
    note: str
    by: str


@dataclass(frozen=True)
class TrackRow:
    """`kind` is the code. Steps are newest first; `ended`: no stage follows. `left`: not followed since its case closed."""

    uid: str
    kind: str
    label: str
    matter: str
    steps: tuple[StepRow, ...]
    ended: bool
    left: bool


@dataclass(frozen=True)
class ClockRow:
    label: str
    source: str
    due: datetime
    late: bool


@dataclass(frozen=True)
class StageRow:
    """A stage that can be chosen, of this kind of track."""

    track: str
    code: str
    label: str


@dataclass(frozen=True)
class LegalView:
    head: CaseHead
    clocks: tuple[ClockRow, ...]
    tracks: tuple[TrackRow, ...]
    stages: tuple[StageRow, ...]
    matters: tuple[CodeRow, ...]
