"""Reading the mediations of a case, and whether the gate is open: a fixed number of queries."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.cases.standing import standing_consent
from rindu_app.domain.codes.queries import list_many, read_all_labels
from rindu_app.domain.mediation.commands import MATTERS, RELATIONS
from rindu_app.domain.mediation.entries import missing_before
from rindu_app.domain.mediation.facts import read_blocks
from rindu_app.domain.mediation.now import mediator_of, other_side_of
from rindu_app.domain.mediation.rows import EntryRow, MediationRow, MediationView
from rindu_app.domain.mediation.stopping import PURPOSE
from rindu_app.domain.mediation.workflow import OPEN
from rindu_app.models import Mediation, MediationEntry
from rindu_app.words.codes import Assessor, ConsentGiver, EvidenceKind, MediationStatus, MediationStop
from rindu_app.words.labels import label

MOST = 20


@dataclass(frozen=True)
class _Words:
    sealer: Sealer
    labels: dict[tuple[str, str], str]
    names: dict[int | None, str]


def read_mediations(session: Session, actor: Actor, *, number: str) -> MediationView:
    """Why not, or how far. Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    consent = standing_consent(session, file.case, PURPOSE)
    offered = list_many(session, (MATTERS, RELATIONS))
    rows = _rows(session, file)
    current = next((row for row in rows if row.status in OPEN), None)
    return MediationView(
        head=file.head,
        blocks=tuple(read_blocks(session, file.case)),
        consented=consent is not None and consent.given_by == ConsentGiver.SELF,
        matters=offered[MATTERS],
        relations=offered[RELATIONS],
        current=current,
        past=tuple(row for row in rows if row is not current),
    )


def _rows(session: Session, file: OpenFile) -> list[MediationRow]:
    found = session.exec(
        select(Mediation).where(Mediation.case_id == file.id).order_by(col(Mediation.id).desc()).limit(MOST)
    ).all()
    entries = session.exec(
        select(MediationEntry).where(MediationEntry.case_id == file.id).order_by(col(MediationEntry.id))
    ).all()
    words = _Words(
        sealer=file.sealer,
        labels=read_all_labels(session, (MATTERS, RELATIONS)),
        names=names_of(session, {one.by_id for one in entries}),
    )
    return [_row(row, [one for one in entries if one.mediation_id == row.id], words) for row in found]


def _row(row: Mediation, entries: list[MediationEntry], words: _Words) -> MediationRow:
    def opened(field: str, data: bytes | None) -> str:
        return words.sealer.open(f"mediation.{field}:{row.uid}", data) if data else ""

    how = [label(EvidenceKind(row.other_evidence_kind))] if row.other_evidence_kind else []
    told = words.sealer.open_json(f"mediation.mediator:{row.uid}", row.mediator) if row.mediator else {}
    return MediationRow(
        uid=row.uid,
        status=row.status,
        status_label=label(MediationStatus(row.status)),
        since=row.at,
        matter=words.labels.get((MATTERS, row.matter), row.matter),
        relation=words.labels.get((RELATIONS, row.other_relation), row.other_relation),
        other_agrees=row.other_agrees,
        other_asked_on=row.other_asked_on,
        other_how=". ".join([*how, opened("other_evidence", row.other_evidence)]),
        mediator=", ".join(told.values()),
        missing=missing_before(row, entries),
        entries=tuple(_entry(one, words) for one in entries),
        agreed_on=row.agreed_on,
        agreement=opened("agreement", row.agreement),
        stop_reason=label(MediationStop(row.stop_reason)) if row.stop_reason else "",
        ending=opened("ending", row.ending),
        ended=row.ended_at,
        other_now=other_side_of(words.sealer, row),
        mediator_now=mediator_of(words.sealer, row),
    )


def _entry(row: MediationEntry, words: _Words) -> EntryRow:
    expert = words.sealer.open(f"mediation_entry.expert:{row.uid}", row.expert) if row.expert else ""
    return EntryRow(
        uid=row.uid,
        kind=row.kind,
        held_on=row.held_on,
        assessor=label(Assessor(row.assessor)) if row.assessor else "",
        who=expert or words.names.get(row.by_id, ""),
        good=row.good,
        text=words.sealer.open(f"mediation_entry.text:{row.uid}", row.text),
    )
