"""Reading the help that a client was given or that was applied for: a fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.aid.commands import KINDS, SOURCES
from rindu_app.domain.cases.file import open_file
from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.codes.queries import list_many, read_all_labels
from rindu_app.domain.codes.rows import CodeRow
from rindu_app.models import SocialAid
from rindu_app.words.codes import AidStatus
from rindu_app.words.labels import label

MOST = 200


@dataclass(frozen=True)
class AidRow:
    """`rupiah` is what she was given, None where it was no money."""

    uid: str
    kind: str
    source: str
    status: str
    status_label: str
    applied: date | None
    decided: date | None
    received: date | None
    rupiah: int | None
    use: str
    reason: str


@dataclass(frozen=True)
class AidView:
    """Newest first. `total`: rupiah that she received in all."""

    head: CaseHead
    kinds: tuple[CodeRow, ...]
    sources: tuple[CodeRow, ...]
    rows: tuple[AidRow, ...]
    total: int


def read_aid(session: Session, actor: Actor, *, number: str) -> AidView:
    """Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    offered, labels = list_many(session, (KINDS, SOURCES)), read_all_labels(session, (KINDS, SOURCES))
    found = session.exec(
        select(SocialAid).where(SocialAid.case_id == file.id).order_by(col(SocialAid.id).desc()).limit(MOST)
    ).all()
    return AidView(
        head=file.head,
        kinds=offered[KINDS],
        sources=offered[SOURCES],
        rows=tuple(_row(row, file.sealer, labels) for row in found),
        total=sum(row.received_rupiah or 0 for row in found),
    )


def _row(row: SocialAid, sealer: Sealer, labels: dict[tuple[str, str], str]) -> AidRow:
    return AidRow(
        uid=row.uid,
        kind=labels.get((KINDS, row.kind), row.kind),
        source=labels.get((SOURCES, row.source), row.source),
        status=row.status,
        status_label=label(AidStatus(row.status)),
        applied=row.applied_on,
        decided=row.decided_on,
        received=row.received_on,
        rupiah=row.received_rupiah,
        use=sealer.open(f"social_aid.use:{row.uid}", row.use),
        reason=sealer.open(f"social_aid.reason:{row.uid}", row.reason) if row.reason else "",
    )
