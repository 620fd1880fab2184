"""Reading the legal matters of a case and what runs out: a fixed number of queries."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.file import open_file
from rindu_app.domain.codes.queries import list_many, read_all_labels
from rindu_app.domain.legal.clocks import running_clocks
from rindu_app.domain.legal.rows import ClockRow, LegalView, StageRow, StepRow, TrackRow
from rindu_app.domain.legal.stages import MATTERS, STAGES, stage_of
from rindu_app.models import ClockRule, LegalClock, LegalStep, LegalTrack
from rindu_app.words import clock
from rindu_app.words.codes import LegalTrackKind
from rindu_app.words.labels import label

MOST = 300


def read_legal(session: Session, actor: Actor, *, number: str) -> LegalView:
    """Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    (matters,) = MATTERS.values()
    offered = list_many(session, (STAGES, matters))
    labels = read_all_labels(session, (STAGES, matters))
    ends = {item.code for item in offered[STAGES] if stage_of(item).ends}
    steps = session.exec(
        select(LegalStep)
        .where(LegalStep.case_id == file.id, col(LegalStep.removed_at).is_(None))
        .order_by(col(LegalStep.happened_at).desc(), col(LegalStep.id).desc())
        .limit(MOST)
    ).all()
    names = names_of(session, {row.by_id for row in steps})
    tracks = session.exec(
        select(LegalTrack).where(LegalTrack.case_id == file.id).order_by(col(LegalTrack.id))
    )
    rules = {rule.code: rule for rule in session.exec(select(ClockRule))}
    return LegalView(
        head=file.head,
        clocks=tuple(_clock(row, rules) for row in running_clocks(session, file.case)),
        tracks=tuple(
            TrackRow(
                uid=track.uid,
                kind=track.kind,
                label=label(LegalTrackKind(track.kind)),
                matter=labels.get((matters, track.matter), ""),
                steps=tuple(_step(row, file.sealer, labels, names) for row in steps if row.track_id == track.id),
                ended=any(row.stage in ends for row in steps if row.track_id == track.id),
                left=track.left_at is not None,
            )
            for track in tracks
        ),
        stages=tuple(StageRow(stage_of(item).track, item.code, item.label) for item in offered[STAGES]),
        matters=offered[matters],
    )  # fmt: skip


def _clock(row: LegalClock, rules: dict[str, ClockRule]) -> ClockRow:
    rule = rules.get(row.rule)
    return ClockRow(
        label=rule.label if rule else row.rule,
        source=rule.source if rule else "",
        due=row.due_at,
        late=row.due_at < clock.now(),
    )


def _step(
    row: LegalStep, sealer: Sealer, labels: dict[tuple[str, str], str], names: dict[int | None, str]
) -> StepRow:
    return StepRow(
        uid=row.uid,
        label=labels.get((STAGES, row.stage), row.stage),
        happened=row.happened_at,
        papers=sealer.open(f"legal_step.number:{row.uid}", row.number) if row.number else "",
        note=sealer.open(f"legal_step.note:{row.uid}", row.note) if row.note else "",
        by=names.get(row.by_id, ""),
    )
