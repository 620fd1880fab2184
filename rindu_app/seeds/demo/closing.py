"""Steps of a story that are put before the supervisor, close a case, ask how she is afterwards, and open it again."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.domain.aftercare.recording import Found, record_try, record_visit
from rindu_app.domain.aftercare.view import read_aftercare
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.cases.approvals import newest_approval
from rindu_app.domain.cases.deciding import decide_approval
from rindu_app.domain.closure.checklist import Tick
from rindu_app.domain.closure.commands import ask_closure, reopen_case
from rindu_app.domain.people.commands import today_at
from rindu_app.words.codes import ApprovalKind, Risk

if TYPE_CHECKING:
    from rindu_app.seeds.demo.story import Story

Step = dict[str, Any]
# What a worker says to each check where the story says nothing else.
SAID = {
    "needs_met": "Ditinjau bersama klien satu per satu.",
    "safety_reviewed": "Dibaca ulang bersama; nomor darurat masih sama.",
    "agreed": "Ia sendiri yang mengusulkan, di kantor.",
    "may_return": "Disampaikan di kantor, dan ditulis di percakapan.",
}


def _ask(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    ticks = {code: Tick(True, word) for code, word in SAID.items()}
    ticks |= {code: Tick(False, word) for code, word in step.get("not_yet", {}).items()}
    ask_closure(session, actor, number=story.case, reason_code=step["reason"], note=step["note"], ticks=ticks)


def _decide(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    case = access_case(session, actor, story.case, Permission.CASE_SUPERVISE)
    asked = newest_approval(session, case, ApprovalKind(step.get("of", ApprovalKind.CLOSURE)))
    assert asked is not None
    approve, comment = step.get("approve", True), step.get("comment", "")
    decide_approval(session, actor, number=story.case, uid=asked.uid, approve=approve, comment=comment)


def _reopen(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    risk = Risk(step["risk"]) if "risk" in step else None
    reopen_case(session, actor, number=story.case, reason_code=step["reason"], note=step["note"], risk=risk)


def _meet(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    case = access_case(session, actor, story.case, Permission.CASE_READ)
    found = Found(
        held_on=str(today_at(session, case)),
        place=step.get("place", "office"),
        minutes=str(step.get("minutes", 40)),
        alone=True,
        stability=step["stability"],
        relapse=step.get("relapse", "none"),
        safe=step.get("safe", "yes"),
        note=step["note"],
    )
    uid = _planned(session, actor, story, step["month"])
    record_visit(session, actor, number=story.case, uid=uid, found=found)


def _miss(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    record_try(session, actor, number=story.case, uid=_planned(session, actor, story, step["month"]))


def _planned(session: Session, actor: Actor, story: "Story", month: int) -> str:
    visits = read_aftercare(session, actor, number=story.case).visits
    return next(row.uid for row in visits if row.month == month)


STEPS: dict[str, Callable[[Session, Actor, "Story", Step], None]] = {
    "ask_closing": _ask,
    "decide_closing": _decide,
    "decide": _decide,
    "reopen": _reopen,
    "aftercare": _meet,
    "aftercare_try": _miss,
}
