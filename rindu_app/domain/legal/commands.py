"""Writing down how far a matter is: at the police, in court, at the Pengadilan Agama, at LPSK."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.standing import HANDLING
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.legal.clocks import start_clocks, stop_clock, stop_clocks
from rindu_app.domain.legal.following import take_up
from rindu_app.domain.legal.stages import MATTERS, Stage, read_stages
from rindu_app.domain.services.fields import check_chosen, check_note
from rindu_app.models import Case, LegalClock, LegalStep, LegalTrack
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import CaseEventKind, LegalTrackKind

SUBJECT = "accompaniment"


@dataclass(frozen=True)
class StepFields:
    """A stage as it was entered. `papers` is the number on the papers."""

    stage: str
    happened_at: datetime
    papers: str = ""
    note: str = ""


def open_track(
    session: Session, actor: Actor, *, number: str, kind: str, matter: str, first: StepFields
) -> LegalTrack:
    """A new matter with its first stage. Raises `Conflict` without consent, `Invalid` with the field."""
    case = _case(session, actor, number)
    check_chosen("kind", kind, set(LegalTrackKind))
    if (matters := MATTERS.get(kind)) is not None:
        check_chosen("matter", matter, {item.code for item in list_codes(session, matters)})
    track = LegalTrack(
        uid=new_uid(), case_id=case_id(case), kind=kind, matter=matter if matters else "", by_id=actor.id, at=clock.now()
    )  # fmt: skip
    session.add(track)
    session.flush()
    _add_step(session, actor, case, track, first)
    return track


def record_step(session: Session, actor: Actor, *, number: str, track: str, fields: StepFields) -> LegalStep:
    """The next stage of a matter; one that was left with its case is taken up again. Raises `Conflict` where it has ended or without consent, `Invalid` with the field."""
    case = _case(session, actor, number)
    found = _track(session, case, track)
    stages = read_stages(session)
    if any(stages[row.stage].ends for row in _steps(session, found) if row.stage in stages):
        raise Conflict("legal_track_ended")
    take_up(session, actor, case, found)
    return _add_step(session, actor, case, found, fields)


def resume_track(session: Session, actor: Actor, *, number: str, track: str) -> LegalTrack:
    """Follow again what was left when the case closed. Raises `Conflict` while it is closed or without consent, `NotFound`."""
    case = _case(session, actor, number)
    found = _track(session, case, track)
    take_up(session, actor, case, found)
    return found


def remove_step(session: Session, actor: Actor, *, number: str, uid: str) -> None:
    """Written down by mistake: the clocks it started stop. The row stays."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    statement = select(LegalStep).where(
        LegalStep.uid == uid, LegalStep.case_id == case.id, col(LegalStep.removed_at).is_(None)
    )
    step = session.exec(statement).first()
    if step is None:
        raise NotFound
    step.removed_at = clock.now()
    session.add(step)
    add_line(session, actor, case, CaseEventKind.LEGAL_STEP_REMOVED)
    running = select(LegalClock).where(LegalClock.step_id == step.id, col(LegalClock.stopped_at).is_(None))
    for row in session.exec(running).all():
        stop_clock(session, actor, case, row)


def _add_step(session: Session, actor: Actor, case: Case, track: LegalTrack, fields: StepFields) -> LegalStep:
    stage = _check(read_stages(session), track, fields)
    uid, sealer = new_uid(), sealer_of(session, case)
    papers, note = check_note("papers", fields.papers), check_note("note", fields.note)
    assert track.id is not None
    step = LegalStep(
        uid=uid,
        track_id=track.id,
        case_id=case_id(case),
        stage=stage.code,
        happened_at=fields.happened_at,
        number=sealer.seal(f"legal_step.number:{uid}", papers) if papers else None,
        note=sealer.seal(f"legal_step.note:{uid}", note) if note else None,
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(step)
    add_line(session, actor, case, CaseEventKind.LEGAL_STEP, stage=stage.code)
    session.flush()
    stop_clocks(session, actor, case, set(stage.stops))
    start_clocks(session, actor, case, step, stage)
    return step


def _check(stages: dict[str, Stage], track: LegalTrack, fields: StepFields) -> Stage:
    stage = stages.get(fields.stage)
    if stage is None or stage.track != track.kind:
        raise Invalid("stage", "unknown_choice")
    if fields.happened_at > clock.now():
        raise Invalid("day", "date_future")
    return stage


def _case(session: Session, actor: Actor, number: str) -> Case:
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    require_consent(session, actor, case, HANDLING, subject=SUBJECT)
    return case


def _track(session: Session, case: Case, uid: str) -> LegalTrack:
    statement = select(LegalTrack).where(LegalTrack.uid == uid, LegalTrack.case_id == case.id)
    track = session.exec(statement).first()
    if track is None:
        raise NotFound
    return track


def _steps(session: Session, track: LegalTrack) -> list[LegalStep]:
    statement = select(LegalStep).where(LegalStep.track_id == track.id, col(LegalStep.removed_at).is_(None))
    return list(session.exec(statement))
