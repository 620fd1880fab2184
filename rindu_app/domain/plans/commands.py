"""Making the plan together: goals in her words, how far they are, and her agreement to the whole."""

from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import access_case, case_id, sealer_of
from rindu_app.domain.cases.approvals import ask_approval
from rindu_app.domain.cases.timeline import add_line
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.reports.answers import clean_text, required_text
from rindu_app.models import Approval, Case, CaseTask, GoalProgress, PlanAgreement, PlanGoal
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import ApprovalKind, CaseEventKind, ConsentGiver, Progress

# A goal that is worked for; the others rest.
ACTIVE = frozenset({Progress.NOT_STARTED, Progress.GOING})


def add_goal(session: Session, actor: Actor, *, number: str, component: str, words: str) -> PlanGoal:
    """What she wants, in her words. Raises `Invalid` with the field, `Conflict` on a closed case."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    if component not in {item.code for item in list_codes(session, "service_component")}:
        raise Invalid("component", "unknown_choice")
    uid = new_uid()
    goal = PlanGoal(
        uid=uid,
        case_id=case_id(case),
        component=component,
        words=sealer_of(session, case).seal(f"plan_goal.words:{uid}", required_text("words", words, 1_000)),
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(goal)
    add_line(session, actor, case, CaseEventKind.GOAL_ADDED, component=component)
    return goal


def note_progress(
    session: Session, actor: Actor, *, number: str, uid: str, progress: Progress, note: str
) -> GoalProgress:
    """How far a goal is, and by what that is seen. Raises `NotFound` for a goal of another case."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    goal = access_goal(session, case, uid)
    row_uid = new_uid()
    row = GoalProgress(
        uid=row_uid,
        case_id=case_id(case),
        goal_uid=goal.uid,
        progress=progress,
        note=sealer_of(session, case).seal(
            f"goal_progress.note:{row_uid}", required_text("note", note, 2_000)
        ),
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(row)
    add_line(
        session, actor, case, CaseEventKind.GOAL_PROGRESS, component=goal.component, progress=str(progress)
    )
    return row


def agree_plan(
    session: Session, actor: Actor, *, number: str, agreed_by: ConsentGiver, how: str
) -> PlanAgreement:
    """She agrees to the plan as it stands now; that version is kept. Raises `Conflict` for a plan without a goal or unchanged."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    sealer, last = sealer_of(session, case), newest_agreement(session, case)
    content = read_content(session, case, sealer)
    if not content["goals"]:
        raise Conflict("plan_empty")
    if last is not None and open_content(sealer, last) == content:
        raise Conflict("plan_unchanged")
    uid = new_uid()
    agreement = PlanAgreement(
        uid=uid,
        case_id=case_id(case),
        number=last.number + 1 if last else 1,
        content=sealer.seal_json(f"plan_agreement.content:{uid}", content),
        agreed_by=agreed_by,
        how=sealer.seal(f"plan_agreement.how:{uid}", required_text("how", how, 1_000)),
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(agreement)
    add_line(session, actor, case, CaseEventKind.PLAN_AGREED, version=agreement.number)
    return agreement


def submit_plan(session: Session, actor: Actor, *, number: str, note: str) -> Approval:
    """Put the agreed plan before the supervisor. Raises `Conflict` where she has not agreed to it as it stands."""
    case = access_case(session, actor, number, Permission.CASE_WRITE, lock=True, is_open=True)
    sealer, last = sealer_of(session, case), newest_agreement(session, case)
    if last is None or open_content(sealer, last) != read_content(session, case, sealer):
        raise Conflict("plan_not_agreed")
    return ask_approval(session, actor, case, ApprovalKind.PLAN, reason=clean_text(note), of=last.uid)


def access_goal(session: Session, case: Case, uid: str) -> PlanGoal:
    """Raises `NotFound` for a goal that is not of this case."""
    goal = session.exec(select(PlanGoal).where(PlanGoal.uid == uid, PlanGoal.case_id == case.id)).first()
    if goal is None:
        raise NotFound
    return goal


def newest_agreement(session: Session, case: Case) -> PlanAgreement | None:
    statement = select(PlanAgreement).where(PlanAgreement.case_id == case.id)
    return session.exec(statement.order_by(col(PlanAgreement.id).desc()).limit(1)).first()


def open_content(sealer: Sealer, agreement: PlanAgreement) -> dict[str, Any]:
    return dict(sealer.open_json(f"plan_agreement.content:{agreement.uid}", agreement.content))


def read_content(session: Session, case: Case, sealer: Sealer) -> dict[str, Any]:
    """The plan as it stands: active goals with their words, and what is to be done for each, by whom and when."""
    dropped = {uid for uid, progress in read_progress(session, case).items() if progress == Progress.DROPPED}
    goals = session.exec(select(PlanGoal).where(PlanGoal.case_id == case.id).order_by(col(PlanGoal.id))).all()
    actions = session.exec(
        select(CaseTask)
        .where(CaseTask.case_id == case.id, col(CaseTask.goal_uid).is_not(None))
        .order_by(col(CaseTask.id))
    ).all()
    return {
        "goals": [
            {
                "uid": goal.uid,
                "component": goal.component,
                "words": sealer.open(f"plan_goal.words:{goal.uid}", goal.words),
                "actions": [
                    {
                        "title": sealer.open(f"case_task.title:{task.uid}", task.title),
                        "due": task.due_at.isoformat(),
                        "owner": task.owner_id,
                    }
                    for task in actions
                    if task.goal_uid == goal.uid
                ],
            }
            for goal in goals
            if goal.uid not in dropped
        ]
    }


def read_progress(session: Session, case: Case) -> dict[str, str]:
    """The newest progress by goal; a goal that nobody looked at again is missing."""
    rows = session.exec(
        select(GoalProgress.goal_uid, GoalProgress.progress)
        .where(GoalProgress.case_id == case.id)
        .order_by(col(GoalProgress.id))
    )
    return dict(rows.all())
