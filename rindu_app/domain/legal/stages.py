"""The stages of each kind of track, as the list `legal_stage` has them: what a stage starts, stops, and whether it ends."""

from dataclasses import dataclass

from sqlmodel import Session

from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.codes.rows import CodeRow

STAGES = "legal_stage"
# The list that narrows a kind of track, where there is one.
MATTERS = {"religious": "religious_matter"}


@dataclass(frozen=True)
class Stage:
    """`starts` and `stops` are codes of clock rules."""

    code: str
    label: str
    track: str
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    ends: bool


def read_stages(session: Session) -> dict[str, Stage]:
    """Those that are offered today, by code. One query."""
    return {item.code: stage_of(item) for item in list_codes(session, STAGES)}


def stage_of(item: CodeRow) -> Stage:
    return Stage(
        code=item.code,
        label=item.label,
        track=str(item.extra.get("track", "")),
        starts=tuple(item.extra.get("starts", ())),
        stops=tuple(item.extra.get("stops", ())),
        ends=bool(item.extra.get("ends", False)),
    )
