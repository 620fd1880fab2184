"""Steps of a story that assess, keep safe and plan."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.assessments.commands import (
    SafetyFields,
    assess,
    check_danger,
    submit_assessment,
    write_safety_plan,
)
from rindu_app.domain.cases.exceptions import ask_exception
from rindu_app.domain.cases.work import add_task
from rindu_app.domain.plans.commands import add_goal, agree_plan, note_progress, submit_plan
from rindu_app.words import clock
from rindu_app.words.codes import AssessmentArea, ConsentGiver, ExceptionGround, Progress, Risk

if TYPE_CHECKING:
    from rindu_app.seeds.demo.story import Story

Step = dict[str, Any]


def _assess(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    assess(
        session, actor, number=story.case, area=AssessmentArea(step["area"]), score=step["score"],
        reason=step["reason"], profession=step.get("as", "counsellor"), needs=tuple(step.get("needs", ())),
    )  # fmt: skip


def _danger(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    check_danger(
        session,
        actor,
        number=story.case,
        signs=step["signs"],
        decided=Risk(step["risk"]),
        reason=step["reason"],
    )


def _safety(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    write_safety_plan(session, actor, number=story.case, plan=SafetyFields(**step["plan"]), with_her=True)


def _submit(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    submit_assessment(session, actor, number=story.case, note=step["note"])


def _goal(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    """A goal with its actions: a list of title and days from now."""
    goal = add_goal(session, actor, number=story.case, component=step["component"], words=step["words"])
    session.flush()
    story.goals[step["words"]] = goal.uid
    for title, days in step.get("actions", ()):
        task = add_task(
            session, actor, number=story.case, title=title, due_at=clock.now() + timedelta(days=days),
            owner_id=actor.id, goal_uid=goal.uid,
        )  # fmt: skip
        story.tasks[title] = task.uid


def _progress(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    uid, progress = story.goals[step["words"]], Progress(step["progress"])
    note_progress(session, actor, number=story.case, uid=uid, progress=progress, note=step["note"])


def _agree(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    agree_plan(session, actor, number=story.case, agreed_by=ConsentGiver.SELF, how=step["how"])


def _submit_plan(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    submit_plan(session, actor, number=story.case, note=step["note"])


def _exception(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    ask_exception(
        session, actor, number=story.case, purpose=step["purpose"], ground=ExceptionGround(step["ground"]),
        reason=step["reason"],
    )  # fmt: skip


STEPS: dict[str, Callable[[Session, Actor, "Story", Step], None]] = {
    "assess": _assess,
    "danger": _danger,
    "safety": _safety,
    "submit_assessment": _submit,
    "goal": _goal,
    "progress": _progress,
    "agree": _agree,
    "submit_plan": _submit_plan,
    "exception": _exception,
}
