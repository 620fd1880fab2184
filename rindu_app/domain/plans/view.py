"""Reading the plan of a case."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.assessments.view import AskedRow, asked_row
from rindu_app.domain.cases.approvals import newest_approval
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.cases.rows import CaseHead, MemberRow
from rindu_app.domain.cases.view import read_team_rows
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.plans.commands import open_content, read_content
from rindu_app.models import CaseTask, GoalProgress, PlanAgreement, PlanGoal
from rindu_app.words import clock
from rindu_app.words.codes import ApprovalKind, ConsentGiver, Progress
from rindu_app.words.labels import label


@dataclass(frozen=True)
class ActionRow:
    uid: str
    title: str
    owner: str
    due: datetime
    done: bool
    late: bool


@dataclass(frozen=True)
class ProgressRow:
    progress: str
    label: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class GoalRow:
    """`progress` is the newest; `history` holds all of it, newest first."""

    uid: str
    component: str
    words: str
    progress: str
    label: str
    by: str
    at: datetime
    actions: tuple[ActionRow, ...]
    history: tuple[ProgressRow, ...]


@dataclass(frozen=True)
class AgreementRow:
    """A version she agreed to. `goals`: her words at that time, with what was to be done."""

    number: int
    agreed_by: str
    how: str
    by: str
    at: datetime
    goals: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class PlanView:
    """`agreed`: the plan as it stands is the one she agreed to last."""

    head: CaseHead
    goals: tuple[GoalRow, ...]
    agreements: tuple[AgreementRow, ...]
    agreed: bool
    asked: AskedRow | None
    team: tuple[MemberRow, ...]


def read_plan(session: Session, actor: Actor, *, number: str) -> PlanView:
    """A fixed number of queries however many goals there are. Raises `NotFound` outside the team."""
    return plan_of(session, open_file(session, actor, number))


def plan_of(session: Session, file: OpenFile) -> PlanView:
    """The same, of a file that its reader has opened."""
    components = read_labels(session, "service_component")
    goals = session.exec(select(PlanGoal).where(PlanGoal.case_id == file.id).order_by(col(PlanGoal.id))).all()
    actions = session.exec(
        select(CaseTask)
        .where(CaseTask.case_id == file.id, col(CaseTask.goal_uid).is_not(None))
        .order_by(col(CaseTask.due_at))
    ).all()
    looks = session.exec(
        select(GoalProgress).where(GoalProgress.case_id == file.id).order_by(col(GoalProgress.id).desc())
    ).all()
    now = read_content(session, file.case, file.sealer)
    agreements = session.exec(
        select(PlanAgreement).where(PlanAgreement.case_id == file.id).order_by(col(PlanAgreement.id).desc())
    ).all()
    last = agreements[0] if agreements else None
    approval = newest_approval(session, file.case, ApprovalKind.PLAN)
    writers = {row.by_id for row in goals} | {row.by_id for row in looks} | {row.by_id for row in agreements}
    doers = {task.owner_id for task in actions}
    people = names_of(session, writers | doers | ({approval.decided_by_id} if approval else set()))
    return PlanView(
        head=file.head,
        goals=tuple(
            _goal(
                goal,
                file.sealer,
                components,
                people,
                [task for task in actions if task.goal_uid == goal.uid],
                [look for look in looks if look.goal_uid == goal.uid],
            )
            for goal in goals
        ),
        agreements=tuple(_agreement(row, file.sealer, people) for row in agreements),
        agreed=last is not None and open_content(file.sealer, last) == now,
        asked=asked_row(approval, file.sealer, last.uid if last else "", people) if approval else None,
        team=read_team_rows(session, file.case, file.sealer),
    )


def _goal(
    goal: PlanGoal,
    sealer: Sealer,
    components: dict[str, str],
    people: dict[int | None, str],
    actions: list[CaseTask],
    looks: list[GoalProgress],
) -> GoalRow:
    newest = Progress(looks[0].progress) if looks else Progress.NOT_STARTED
    return GoalRow(
        uid=goal.uid,
        component=components.get(goal.component, goal.component),
        words=sealer.open(f"plan_goal.words:{goal.uid}", goal.words),
        progress=newest,
        label=label(newest),
        by=people.get(goal.by_id, ""),
        at=goal.at,
        actions=tuple(_action(task, sealer, people) for task in actions),
        history=tuple(_look(look, sealer, people) for look in looks),
    )


def _action(task: CaseTask, sealer: Sealer, people: dict[int | None, str]) -> ActionRow:
    return ActionRow(
        uid=task.uid,
        title=sealer.open(f"case_task.title:{task.uid}", task.title),
        owner=people.get(task.owner_id, ""),
        due=task.due_at,
        done=task.done_at is not None and not task.dropped,
        late=task.done_at is None and task.due_at < clock.now(),
    )


def _look(look: GoalProgress, sealer: Sealer, people: dict[int | None, str]) -> ProgressRow:
    return ProgressRow(
        progress=look.progress,
        label=label(Progress(look.progress)),
        note=sealer.open(f"goal_progress.note:{look.uid}", look.note),
        by=people.get(look.by_id, ""),
        at=look.at,
    )


def _agreement(row: PlanAgreement, sealer: Sealer, people: dict[int | None, str]) -> AgreementRow:
    content = open_content(sealer, row)
    return AgreementRow(
        number=row.number,
        agreed_by=label(ConsentGiver(row.agreed_by)),
        how=sealer.open(f"plan_agreement.how:{row.uid}", row.how),
        by=people.get(row.by_id, ""),
        at=row.at,
        goals=tuple(
            (goal["words"], tuple(action["title"] for action in goal["actions"])) for goal in content["goals"]
        ),
    )
