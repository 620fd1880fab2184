"""Writing down how she is, what endangers her, and how she keeps safe."""

from dataclasses import asdict, dataclass, fields

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.approvals import ask_approval
from rindu_app.domain.cases.beside import require_seen
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.closure.recurrence import meet_recurrence
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.mediation.stopping import recheck_mediation
from rindu_app.domain.reports.answers import clean_text, required_text
from rindu_app.domain.reports.triage import weigh_signs
from rindu_app.models import Approval, Assessment, Case, DangerCheck, SafetyPlan
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import ApprovalKind, AssessmentArea, CaseEventKind, Risk

PURPOSE = "assessment"
SCORES = (1, 2, 3, 4)


@dataclass(frozen=True)
class SafetyFields:
    """The parts of a safety plan, each in her own words; "" where she has no answer yet."""

    signs: str = ""
    safe_place: str = ""
    safe_people: str = ""
    way_out: str = ""
    bag: str = ""
    children: str = ""
    phone: str = ""


def assess(
    session: Session,
    actor: Actor,
    *,
    number: str,
    area: AssessmentArea,
    score: int,
    reason: str,
    profession: str,
    needs: tuple[str, ...] = (),
) -> Assessment:
    """One professional's look at one domain, with the reason for the score. Needs her consent to be assessed.

    Raises `Conflict` without consent or on a closed case, `Invalid` with the field.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    require_consent(session, actor, case, PURPOSE)
    if score not in SCORES:
        raise Invalid("score", "unknown_choice")
    if profession not in _codes(session, "profession"):
        raise Invalid("profession", "unknown_choice")
    if set(needs) - _codes(session, "need"):
        raise Invalid("needs", "unknown_choice")
    uid, before = new_uid(), newest_assessment(session, case, area)
    row = Assessment(
        uid=uid,
        case_id=case_id(case),
        area=area,
        score=score,
        previous_score=before.score if before else None,
        needs=list(needs),
        reason=sealer_of(session, case).seal(
            f"assessment.reason:{uid}", required_text("reason", reason, 5_000)
        ),
        profession=profession,
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(row)
    add_line(session, actor, case, CaseEventKind.ASSESSED, assessed=str(area), score=score)
    return row


def check_danger(
    session: Session, actor: Actor, *, number: str, signs: list[str], decided: Risk, reason: str
) -> DangerCheck:
    """Go through the danger signs again. They propose a risk; a person decides, with a reason.

    It needs no consent: it protects her life, and asks nobody but the worker. Raises `Invalid` with the field.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    proposed, uid = weigh_signs(session, signs), new_uid()
    row = DangerCheck(
        uid=uid,
        case_id=case_id(case),
        signs=signs,
        proposed=proposed,
        decided=decided,
        reason=sealer_of(session, case).seal(
            f"danger_check.reason:{uid}", required_text("reason", reason, 5_000)
        ),
        by_id=actor.id,
        at=clock.now(),
    )
    case.risk = decided
    meet_recurrence(session, case)
    session.add(row)
    add_line(session, actor, case, CaseEventKind.DANGER_CHECKED, note=clean_text(reason), risk=str(decided))
    recheck_mediation(session, actor, case)
    return row


def write_safety_plan(
    session: Session,
    actor: Actor,
    *,
    number: str,
    plan: SafetyFields,
    with_her: bool,
    version: int | None = None,
) -> SafetyPlan:
    """A new version of her safety plan; older ones stay. `version`: how many there were when this one was begun.

    Raises `Invalid` where nothing is written, `ChangedBeside` where there is a newer one.
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    if version is not None:
        _require_newest(session, case, version)
    written = {name: clean_text(text) for name, text in asdict(plan).items()}
    if not any(written.values()):
        raise Invalid("signs", "required")
    for name, text in written.items():
        if len(text) > 2_000:
            raise Invalid(name, "too_long", limit=2_000, length=len(text))
    uid = new_uid()
    row = SafetyPlan(
        uid=uid,
        case_id=case_id(case),
        with_her=with_her,
        content=sealer_of(session, case).seal_json(f"safety_plan.content:{uid}", written),
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(row)
    add_line(session, actor, case, CaseEventKind.SAFETY_PLANNED)
    return row


def _require_newest(session: Session, case: Case, version: int) -> None:
    rows = session.exec(
        select(SafetyPlan).where(SafetyPlan.case_id == case.id).order_by(col(SafetyPlan.id))
    ).all()
    sealer = sealer_of(session, case)

    def now() -> SafetyFields:
        newest = rows[-1]
        return SafetyFields(**sealer.open_json(f"safety_plan.content:{newest.uid}", newest.content))

    require_seen(session, case, {CaseEventKind.SAFETY_PLANNED}, seen=version, version=len(rows), now=now)


def submit_assessment(session: Session, actor: Actor, *, number: str, note: str) -> Approval:
    """Put the assessment before the supervisor, once all four domains have been looked at. Raises `Conflict` before that."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    newest = [newest_assessment(session, case, area) for area in AssessmentArea]
    seen = [row for row in newest if row is not None]
    if len(seen) < len(AssessmentArea):
        raise Conflict("assessment_unfinished")
    last = max(seen, key=lambda row: row.id or 0)
    return ask_approval(session, actor, case, ApprovalKind.ASSESSMENT, reason=note, of=last.uid)


def newest_assessment(session: Session, case: Case, area: AssessmentArea) -> Assessment | None:
    statement = select(Assessment).where(Assessment.case_id == case.id, Assessment.area == area)
    return session.exec(statement.order_by(col(Assessment.id).desc()).limit(1)).first()


def safety_parts() -> tuple[str, ...]:
    return tuple(field.name for field in fields(SafetyFields))


def _codes(session: Session, list_code: str) -> set[str]:
    return {item.code for item in list_codes(session, list_code)}
