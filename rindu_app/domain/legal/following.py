"""Who follows a matter ends with its case, the matter does not: no verdict is invented, and it can be taken up again."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.legal.clocks import restart_clock, running_clocks
from rindu_app.domain.legal.stages import read_stages
from rindu_app.models import Case, LegalClock, LegalStep, LegalTrack
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind


def followed_tracks(session: Session, case: Case) -> list[LegalTrack]:
    """Matters of which the last stage is not known. The caller has access to the case. Three queries."""
    stages = read_stages(session)
    steps = session.exec(
        select(LegalStep.track_id, LegalStep.stage).where(
            LegalStep.case_id == case.id, col(LegalStep.removed_at).is_(None)
        )
    ).all()
    over = {track for track, stage in steps if stage in stages and stages[stage].ends}
    tracks = session.exec(
        select(LegalTrack)
        .where(LegalTrack.case_id == case.id, col(LegalTrack.left_at).is_(None))
        .order_by(col(LegalTrack.id))
    )
    return [row for row in tracks if row.id in {track for track, _ in steps} - over]


def leave_tracks(session: Session, actor: Actor, case: Case) -> None:
    """The case closes: each matter gets its line, and the law's clocks stop. Their tasks end with those of the case."""
    now = clock.now()
    for track in followed_tracks(session, case):
        track.left_at = now
        session.add(track)
        add_line(session, actor, case, CaseEventKind.LEGAL_LEFT, track=track.kind)
    for row in running_clocks(session, case):
        row.stopped_at = now
        session.add(row)


def take_up(session: Session, actor: Actor, case: Case, track: LegalTrack) -> None:
    """Somebody follows it again; what its case's end stopped, and is not over yet, runs again. Nothing happens to one that is followed."""
    if track.left_at is None:
        return
    stopped = session.exec(
        select(LegalClock)
        .join(LegalStep, col(LegalStep.id) == col(LegalClock.step_id))
        .where(LegalStep.track_id == track.id, LegalClock.stopped_at == track.left_at)
        .where(col(LegalClock.due_at) > clock.now())
    ).all()
    track.left_at = None
    session.add(track)
    add_line(session, actor, case, CaseEventKind.LEGAL_TAKEN_UP, track=track.kind)
    for row in stopped:
        restart_clock(session, actor, case, row)
