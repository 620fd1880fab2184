"""Going to where the client is (BP-10): planned with the team's safety in mind, with her consent, and told as it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.beside import Version, require_seen, version_of
from rindu_app.domain.cases.gate import require_consent
from rindu_app.domain.cases.standing import HANDLING
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.people.commands import today_at
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.schedule.slots import VISIT_LASTS, Slot, cut_short, take_together
from rindu_app.domain.services.ending import OUTREACH, call_off_visit
from rindu_app.domain.services.events import DONE, write_event
from rindu_app.domain.services.fields import DAY_MINUTES, check_chosen, check_note, check_number
from rindu_app.domain.services.outreach_workflow import UNDER_WAY, next_status
from rindu_app.models import Case, OutreachVisit
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import AddressCheck, CaseEventKind, EntryKind, OutreachAction, OutreachStatus

RESULTS, NEEDS = "outreach_result", "accommodation"
CHANGES = (CaseEventKind.OUTREACH_PLANNED, CaseEventKind.OUTREACH_CHECKED)
KIND, PLACE = "outreach_visit", "home"
# A team that leaves at once writes its plan down a little later.
GRACE = timedelta(hours=1)


@dataclass(frozen=True)
class VisitPlan:
    """A visit as it was entered. `people` are accounts of the team, `needs` entries of the list `accommodation`."""

    planned_at: datetime
    people: Sequence[int]
    safety: str
    needs: Sequence[str] = ()
    address: str = AddressCheck.NOT_YET
    travel_minutes: str = ""


@dataclass(frozen=True)
class VisitCheck:
    """What is made sure of before the team leaves."""

    address: str
    travel_minutes: str
    safety: str


def plan_visit(session: Session, actor: Actor, *, number: str, plan: VisitPlan) -> OutreachVisit:
    """Plan a visit, which takes the time of all who go, the way there and back included.

    Raises `Conflict` without consent or beside another visit, `Invalid` with the field (`day` where somebody is expected elsewhere).
    """
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    require_consent(session, actor, case, HANDLING, subject=OUTREACH)
    under_way = select(OutreachVisit.id).where(
        OutreachVisit.case_id == case.id, col(OutreachVisit.status).in_(UNDER_WAY)
    )
    if session.exec(under_way.limit(1)).first() is not None:
        raise Conflict("outreach_under_way")
    if plan.planned_at < clock.now() - GRACE:
        raise Invalid("day", "time_past")
    people = sorted(set(plan.people))
    if not people or not set(people) <= team_ids(session, case):
        raise Invalid("people", "outreach_nobody_goes")
    if not set(plan.needs) <= {item.code for item in list_codes(session, NEEDS)}:
        raise Invalid("needs", "unknown_choice")
    uid = new_uid()
    visit = OutreachVisit(
        uid=uid,
        case_id=case_id(case),
        planned_at=plan.planned_at,
        people=people,
        needs=sorted(set(plan.needs)),
        safety=_sealed(session, case, uid, plan.safety),
        by_id=actor.id,
        at=clock.now(),
    )
    _check_address(visit, plan.address, plan.travel_minutes)
    _keep_time(session, visit, "day")
    session.add(visit)
    add_line(session, actor, case, CaseEventKind.OUTREACH_PLANNED, people=len(people), row=uid)
    return visit


def check_visit(
    session: Session,
    actor: Actor,
    *,
    number: str,
    uid: str,
    address: str,
    travel_minutes: str,
    safety: str,
    version: Version | None = None,
) -> OutreachVisit:
    """Before going: whether the address is right, how long the way is, how the team stays safe.

    `version` is that of the check that she saw (`check_of`). Raises `Invalid`, `Conflict`, `ChangedBeside`.
    """
    case, visit = _visit(session, actor, number, uid)
    next_status(visit.status, OutreachAction.CHECK)
    if version is not None:
        now = check_of(sealer_of(session, case), visit)
        require_seen(session, case, CHANGES, seen=version, version=version_of(now), now=lambda: now, row=uid)
    visit.safety = _sealed(session, case, uid, safety)
    way = visit.travel_minutes
    _check_address(visit, address, travel_minutes)
    if visit.travel_minutes != way:
        _keep_time(session, visit, "travel_minutes")
    session.add(visit)
    add_line(session, actor, case, CaseEventKind.OUTREACH_CHECKED, row=uid)
    return visit


def check_of(sealer: Sealer, visit: OutreachVisit) -> VisitCheck:
    """What was made sure of until now."""
    safety = sealer.open(f"outreach_visit.safety:{visit.uid}", visit.safety)
    return VisitCheck(visit.address, str(visit.travel_minutes or ""), safety)


def start_visit(session: Session, actor: Actor, *, number: str, uid: str) -> OutreachVisit:
    """The team leaves: only with her consent as it stands now, and only to a place that somebody has checked."""
    case, visit = _visit(session, actor, number, uid)
    target = next_status(visit.status, OutreachAction.GO)
    require_consent(session, actor, case, HANDLING, subject=OUTREACH)
    if visit.address == AddressCheck.NOT_YET:
        raise Conflict("outreach_address_first")
    visit.status, visit.left_at = target, clock.now()
    session.add(visit)
    add_line(session, actor, case, CaseEventKind.OUTREACH_GOING)
    return visit


def end_visit(
    session: Session, actor: Actor, *, number: str, uid: str, result: str, note: str
) -> OutreachVisit:
    """What came of it, from the list `outreach_result`. Whether she was reached decides between done and failed.

    A visit that reached her is a service like any other. No consent is asked: what was done is told whatever she decides now.
    """
    case, visit = _visit(session, actor, number, uid)
    results = {item.code: item for item in list_codes(session, RESULTS)}
    reached = bool(results[check_chosen("result", result, results)].extra.get("reached"))
    action = OutreachAction.FINISH if reached else OutreachAction.FAIL
    _end(visit, next_status(visit.status, action), result)
    cut_short(session, uid)
    if text := check_note("note", note):
        visit.outcome = sealer_of(session, case).seal(f"outreach_visit.outcome:{uid}", text)
    session.add(visit)
    if reached:
        assert visit.left_at is not None
        minutes = max(1, int((clock.now() - visit.left_at).total_seconds() // 60))
        write_event(
            session, actor, case, KIND, held_on=today_at(session, case), officer_id=visit.people[0],
            minutes=min(minutes, DAY_MINUTES), place=PLACE, result=DONE,
        )  # fmt: skip
    kind = CaseEventKind.OUTREACH_DONE if reached else CaseEventKind.OUTREACH_FAILED
    add_line(session, actor, case, kind, outreach=result)
    return visit


def cancel_visit(session: Session, actor: Actor, *, number: str, uid: str, reason: str) -> OutreachVisit:
    case, visit = _visit(session, actor, number, uid)
    next_status(visit.status, OutreachAction.CANCEL)
    call_off_visit(session, actor, case, visit, required_text("reason", reason, 1000))
    return visit


def _visit(session: Session, actor: Actor, number: str, uid: str) -> tuple[Case, OutreachVisit]:
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    statement = select(OutreachVisit).where(OutreachVisit.uid == uid, OutreachVisit.case_id == case.id)
    visit = session.exec(statement).first()
    if visit is None:
        raise NotFound
    return case, visit


def _sealed(session: Session, case: Case, uid: str, safety: str) -> bytes:
    text = required_text("safety", safety, 2000)
    return sealer_of(session, case).seal(f"outreach_visit.safety:{uid}", text)


def _check_address(visit: OutreachVisit, address: str, travel_minutes: str) -> None:
    visit.address = check_chosen("address", address, set(AddressCheck))
    if travel_minutes:
        visit.travel_minutes = check_number("travel_minutes", travel_minutes, DAY_MINUTES)


def _keep_time(session: Session, visit: OutreachVisit, field: str) -> None:
    """Raises `Invalid` for this field where one of the team is expected elsewhere."""
    way = visit.travel_minutes or 0
    slots = [Slot.around(one, visit.planned_at, VISIT_LASTS, way, way) for one in visit.people]
    try:
        take_together(session, slots, kind=EntryKind.VISIT, source_uid=visit.uid)
    except Conflict as refusal:
        raise Invalid(field, refusal.code) from refusal


def _end(visit: OutreachVisit, status: OutreachStatus, result: str) -> None:
    visit.status, visit.result, visit.ended_at = status, result, clock.now()
