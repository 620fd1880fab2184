"""Steps of a mediation up to its end. Each one passes the gate anew, and asks for the client's own consent as it stands now."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.beside import Version, require_seen, version_of
from rindu_app.domain.cases.standing import standing_consent
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import label_of, list_codes
from rindu_app.domain.mediation.entries import list_entries, missing_before, newest_of, write_entry
from rindu_app.domain.mediation.facts import require_admissible
from rindu_app.domain.mediation.now import Mediator, OtherSide, mediator_of, other_side_of
from rindu_app.domain.mediation.stopping import PURPOSE, open_mediation, stop
from rindu_app.domain.mediation.workflow import next_status
from rindu_app.domain.people.commands import today_at
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.services.fields import check_chosen, check_day
from rindu_app.models import Case, Mediation
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import (
    Assessor,
    CaseEventKind,
    ConsentGiver,
    EvidenceKind,
    MediationAction,
    MediationEntryKind,
    MediationStatus,
    MediationStop,
)

MATTERS, RELATIONS = "mediation_matter", "relation_fine"
NOTE = 2_000


def start_mediation(session: Session, actor: Actor, *, number: str, matter: str, relation: str) -> Mediation:
    """Begin to prepare one. Raises `Conflict` where the gate is shut, without her own consent, or beside another one."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    require_admissible(session, case)
    require_own_consent(session, case)
    if open_mediation(session, case) is not None:
        raise Conflict("mediation_under_way")
    check_chosen("matter", matter, {item.code for item in list_codes(session, MATTERS)})
    check_chosen("relation", relation, {item.code for item in list_codes(session, RELATIONS)})
    mediation = Mediation(
        uid=new_uid(), case_id=case_id(case), matter=matter, other_relation=relation, by_id=actor.id, at=clock.now()
    )  # fmt: skip
    session.add(mediation)
    add_line(session, actor, case, CaseEventKind.MEDIATION_PREPARED)
    return mediation


def ask_other_side(
    session: Session, actor: Actor, *, number: str, agrees: bool, asked_on: str, kind: str, evidence: str,
    version: Version | None = None,
) -> Mediation:  # fmt: skip
    """What the other side said, asked apart from the client and with its own evidence. A no ends the mediation.

    `version` is that of the answer that she saw (`other_side_of`). Raises as `start_mediation`, and `ChangedBeside`.
    """
    case, mediation, _ = enter(session, actor, number, MediationAction.ASK_OTHER)
    if version is not None:
        _require_seen(session, case, version, other_side_of(sealer_of(session, case), mediation), "other")
    check_chosen("kind", kind, set(EvidenceKind))
    said = required_text("evidence", evidence, NOTE)
    mediation.other_asked_on = check_day("asked_on", asked_on, today_at(session, case))
    mediation.other_agrees, mediation.other_evidence_kind = agrees, kind
    place = f"mediation.other_evidence:{mediation.uid}"
    mediation.other_evidence = sealer_of(session, case).seal(place, said)
    session.add(mediation)
    if not agrees:
        stop(session, actor, case, mediation, MediationStop.OTHER_CONSENT)
    else:
        add_line(session, actor, case, CaseEventKind.MEDIATION_CHANGED, part="other")
    return mediation


def check_pressure(
    session: Session, actor: Actor, *, number: str, assessor: str, expert: str, held_on: str, is_free: bool, text: str
) -> Mediation:  # fmt: skip
    """Whether her choice is free, seen by a counsellor and, apart from her, by a psychologist (3.9).

    The counsellor is whoever writes it down; a psychologist is named. A choice that is not free ends a mediation that has begun.
    """
    case, mediation, _ = enter(session, actor, number, MediationAction.ASSESS)
    check_chosen("assessor", assessor, set(Assessor))
    by_psychologist = assessor == Assessor.PSYCHOLOGIST
    name = required_text("expert", expert, 200) if by_psychologist else ""
    if by_psychologist and name.casefold() == actor.name.casefold():
        raise Invalid("expert", "mediation_two_people")
    write_entry(
        session, actor, case, mediation, MediationEntryKind.PRESSURE, held_on=held_on, text=text, good=is_free,
        assessor=assessor, expert=name,
    )  # fmt: skip
    if not is_free and mediation.status != MediationStatus.PREPARING:
        stop(session, actor, case, mediation, MediationStop.PRESSURE)
    else:
        add_line(session, actor, case, CaseEventKind.MEDIATION_CHANGED)
    return mediation


def name_mediator(
    session: Session, actor: Actor, *, number: str, name: str, training: str, version: Version | None = None
) -> Mediation:
    """Who mediates, and which training with the victim's view she or he has had. `version` as in `ask_other_side`."""
    case, mediation, _ = enter(session, actor, number, MediationAction.NAME_MEDIATOR)
    if version is not None:
        _require_seen(session, case, version, mediator_of(sealer_of(session, case), mediation), "mediator")
    told = {"name": required_text("name", name, 200), "training": required_text("training", training, 500)}
    mediation.mediator = sealer_of(session, case).seal_json(f"mediation.mediator:{mediation.uid}", told)
    session.add(mediation)
    add_line(session, actor, case, CaseEventKind.MEDIATION_CHANGED, part="mediator")
    return mediation


def begin_meeting(session: Session, actor: Actor, *, number: str) -> Mediation:
    """Both sides meet. Raises `Conflict` with what is missing."""
    case, mediation, target = enter(session, actor, number, MediationAction.BEGIN)
    if missing := missing_before(mediation, list_entries(session, mediation)):
        raise Conflict(missing[0])
    mediation.status = target
    session.add(mediation)
    add_line(session, actor, case, CaseEventKind.MEDIATION_BEGUN)
    return mediation


def write_minutes(session: Session, actor: Actor, *, number: str, held_on: str, text: str) -> Mediation:
    case, mediation, _ = enter(session, actor, number, MediationAction.MINUTES)
    write_entry(session, actor, case, mediation, MediationEntryKind.MINUTES, held_on=held_on, text=text)
    add_line(session, actor, case, CaseEventKind.MEDIATION_MINUTES)
    return mediation


def agree(
    session: Session, actor: Actor, *, number: str, agreed_on: str, text: str, signed: bool
) -> Mediation:
    """What both signed. Raises `Conflict` before any minutes, `Invalid` for what is missing."""
    case, mediation, target = enter(session, actor, number, MediationAction.AGREE)
    if not newest_of(list_entries(session, mediation), MediationEntryKind.MINUTES):
        raise Conflict("mediation_minutes_first")
    if not signed:
        raise Invalid("signed", "mediation_unsigned")
    mediation.agreed_on = check_day("agreed_on", agreed_on, today_at(session, case))
    told = required_text("text", text)
    mediation.agreement = sealer_of(session, case).seal(f"mediation.agreement:{mediation.uid}", told)
    mediation.status = target
    session.add(mediation)
    add_line(session, actor, case, CaseEventKind.MEDIATION_AGREED)
    return mediation


def end_without(session: Session, actor: Actor, *, number: str, reason: str) -> Mediation:
    """They met and did not agree. Nobody has to."""
    case, mediation, target = enter(session, actor, number, MediationAction.END)
    told = required_text("reason", reason, NOTE)
    mediation.ending = sealer_of(session, case).seal(f"mediation.ending:{mediation.uid}", told)
    mediation.status, mediation.ended_at = target, clock.now()
    session.add(mediation)
    add_line(session, actor, case, CaseEventKind.MEDIATION_NOT_AGREED)
    return mediation


def stop_mediation(session: Session, actor: Actor, *, number: str, reason: str) -> Mediation:
    """Anybody of the team stops it, at any moment; no gate and no consent stands before stopping."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True)
    mediation = open_mediation(session, case)
    if mediation is None:
        raise Conflict("mediation_step_not_possible")
    stop(session, actor, case, mediation, MediationStop.DECIDED, required_text("reason", reason, NOTE))
    return mediation


def enter(
    session: Session, actor: Actor, number: str, action: MediationAction
) -> tuple[Case, Mediation, str]:
    """The case, its open mediation and where this step leads. For the steps of this package."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    mediation = open_mediation(session, case)
    if mediation is None:
        raise Conflict("mediation_step_not_possible")
    target = next_status(mediation.status, action)
    require_admissible(session, case)
    require_own_consent(session, case)
    return case, mediation, target


def _require_seen(
    session: Session, case: Case, version: Version, now: Mediator | OtherSide, part: str
) -> None:
    changed = {CaseEventKind.MEDIATION_CHANGED}
    require_seen(session, case, changed, seen=version, version=version_of(now), now=lambda: now, part=part)


def require_own_consent(session: Session, case: Case) -> None:
    """She herself said yes, and it holds. No exception stands in for it: whoever is spoken for does not mediate freely."""
    consent = standing_consent(session, case, PURPOSE)
    if consent is None:
        raise Conflict("consent_needed", purpose=label_of(session, "consent_purpose", PURPOSE))
    if consent.given_by != ConsentGiver.SELF:
        raise Conflict("mediation_own_consent")
