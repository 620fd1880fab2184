"""Steps of a story that do something for its client."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.aid.commands import AidFields, record_aid
from rindu_app.domain.legal import commands as legal
from rindu_app.domain.legal.commands import StepFields
from rindu_app.domain.mediation import commands as mediation
from rindu_app.domain.mediation.supervision import check_agreement, complete_mediation
from rindu_app.domain.services import outreach
from rindu_app.domain.services.events import ServiceFields, record_service
from rindu_app.words import clock
from rindu_app.words.codes import AddressCheck

if TYPE_CHECKING:
    from rindu_app.seeds.demo.story import Story

Step = dict[str, Any]


def _service(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    """`days`: how many days before it was written down."""
    what = {"result": "done", "note": "", **step["what"]}
    day = clock.now() - timedelta(days=what.pop("days", 0))
    fields = ServiceFields(held_on=day.date().isoformat(), officer_id=actor.id, **what)
    record_service(session, actor, number=story.case, fields=fields)


def _plan(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    what = dict(step["what"])
    team = [actor.id, *(story.accounts[name].id for name in what.pop("with", ()))]
    plan = outreach.VisitPlan(
        planned_at=clock.now() + timedelta(hours=what.pop("hours", 2)), people=team, address=AddressCheck(what.pop("address")),
        **what,
    )  # fmt: skip
    story.visit = outreach.plan_visit(session, actor, number=story.case, plan=plan).uid


def _go(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    outreach.start_visit(session, actor, number=story.case, uid=story.visit)


def _back(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    outreach.end_visit(
        session, actor, number=story.case, uid=story.visit, result=step["result"], note=step.get("note", "")
    )


def _track(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    first = StepFields(step["stage"], clock.now(), step.get("papers", ""), step.get("note", ""))
    legal.open_track(
        session, actor, number=story.case, kind=step["kind"], matter=step.get("matter", ""), first=first
    )


def _aid(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    record_aid(session, actor, number=story.case, fields=AidFields(day=_today(), **step["what"]))


def _mediate(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    """One step of a mediation, by its name; `today` is the day of the step."""
    what = {name: (_today() if value == "today" else value) for name, value in step.get("what", {}).items()}
    MEDIATION[step["step"]](session, actor, number=story.case, **what)


def _today() -> str:
    return clock.now().date().isoformat()


MEDIATION: dict[str, Callable[..., Any]] = {
    "start": mediation.start_mediation,
    "ask_other": mediation.ask_other_side,
    "check_pressure": mediation.check_pressure,
    "name_mediator": mediation.name_mediator,
    "begin": mediation.begin_meeting,
    "minutes": mediation.write_minutes,
    "agree": mediation.agree,
    "check": check_agreement,
    "complete": complete_mediation,
}
STEPS: dict[str, Callable[[Session, Actor, "Story", Step], None]] = {
    "service": _service, "plan_visit": _plan, "go": _go, "back": _back, "mediate": _mediate, "track": _track, "aid": _aid,
}  # fmt: skip
