"""What is known of both sides of a mediation now, as the forms that change it take it."""

from dataclasses import dataclass

from rindu_app.access.sealing import Sealer
from rindu_app.models import Mediation


@dataclass(frozen=True)
class OtherSide:
    """`answer`: "yes", "no", or "" where the other side was not asked yet."""

    answer: str
    asked_on: str
    kind: str
    evidence: str


@dataclass(frozen=True)
class Mediator:
    name: str = ""
    training: str = ""


def other_side_of(sealer: Sealer, row: Mediation) -> OtherSide:
    said = (
        sealer.open(f"mediation.other_evidence:{row.uid}", row.other_evidence) if row.other_evidence else ""
    )
    answer = {None: "", True: "yes", False: "no"}[row.other_agrees]
    return OtherSide(answer, str(row.other_asked_on or ""), row.other_evidence_kind, said)


def mediator_of(sealer: Sealer, row: Mediation) -> Mediator:
    place = f"mediation.mediator:{row.uid}"
    return Mediator(**sealer.open_json(place, row.mediator)) if row.mediator else Mediator()
