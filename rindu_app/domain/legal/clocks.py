"""Time that the law gives (3.8): it starts and stops with stages, and each running clock is somebody's task."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.access import case_id, number_of
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.cases.work import add_task, finish_task
from rindu_app.domain.legal.stages import Stage
from rindu_app.domain.mediation.facts import read_facts
from rindu_app.domain.mediation.gate import SEXUAL
from rindu_app.models import Case, ClockRule, LegalClock, LegalStep
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.services import CLOCK_TASKS

PROTECTION, LPSK = "police_protection", "lpsk_request"
_DAY = 1440
# Where an office has no such rule (any more), the law's own time holds; its sources stand with the rules.
_BY_LAW = {
    PROTECTION: _DAY,
    "police_protection_stay": 7 * _DAY,
    "court_order_request": _DAY,
    LPSK: _DAY,
    "lpsk_decision": 30 * _DAY,
    "appeal": 7 * _DAY,
    "cassation": 14 * _DAY,
    "religious_appeal": 14 * _DAY,
    "religious_cassation": 14 * _DAY,
}


def start_clocks(session: Session, actor: Actor, case: Case, step: LegalStep, stage: Stage) -> None:
    """One clock for each rule of the stage, counted from when it happened; none twice at the same time."""
    running = {row.rule for row in running_clocks(session, case)}
    for rule in stage.starts:
        if rule in running or not _is_owed(session, case, rule):
            continue
        due_at = step.happened_at + timedelta(minutes=_minutes(session, rule))
        task_uid = _watch(session, actor, case, rule, due_at)
        assert step.id is not None
        session.add(
            LegalClock(
                uid=new_uid(), case_id=case_id(case), step_id=step.id, rule=rule, due_at=due_at, task_uid=task_uid
            )
        )  # fmt: skip


def restart_clock(session: Session, actor: Actor, case: Case, row: LegalClock) -> None:
    """It runs again until the same moment, as a new task; unless another of its rule does by now."""
    if row.rule not in {one.rule for one in running_clocks(session, case)}:
        row.task_uid, row.stopped_at = _watch(session, actor, case, row.rule, row.due_at), None
        session.add(row)


def _watch(session: Session, actor: Actor, case: Case, rule: str, due_at: datetime) -> str:
    """The uid of the task that watches a clock."""
    owner = _owner(session, actor, case)
    task = add_task(
        session, actor, number=number_of(case), title=CLOCK_TASKS[rule], due_at=due_at, owner_id=owner
    )
    session.flush()
    return task.uid


def stop_clocks(session: Session, actor: Actor, case: Case, rules: set[str], at: datetime | None = None) -> None:  # fmt: skip
    """What a clock waited for has happened: its task is done."""
    for row in running_clocks(session, case):
        if row.rule in rules:
            stop_clock(session, actor, case, row, at)


def stop_clock(session: Session, actor: Actor, case: Case, row: LegalClock, at: datetime | None = None) -> None:  # fmt: skip
    row.stopped_at = at or clock.now()
    session.add(row)
    finish_task(session, actor, number=number_of(case), uid=row.task_uid)


def running_clocks(session: Session, case: Case) -> list[LegalClock]:
    statement = select(LegalClock).where(LegalClock.case_id == case.id, col(LegalClock.stopped_at).is_(None))
    return list(session.exec(statement.order_by(col(LegalClock.due_at))))


def _is_owed(session: Session, case: Case, rule: str) -> bool:
    """What police owe depends on what happened; every other time runs for every matter."""
    if rule == PROTECTION:
        return owes_protection(session, case)
    return rule != LPSK or is_sexual(session, case)


def is_sexual(session: Session, case: Case) -> bool:
    """Police also ask LPSK for whoever reports sexual violence (UU 12/2022 Pasal 42)."""
    return ("violence_kind", SEXUAL) in read_facts(session, case).codes


def owes_protection(session: Session, case: Case) -> bool:
    """Police owe protection for KDRT and sexual violence; what is not known counts as if it were (UU 23/2004; UU 12/2022)."""
    facts = read_facts(session, case)
    return facts.household is not False or ("violence_kind", SEXUAL) in facts.codes


def _minutes(session: Session, rule: str) -> int:
    kept = session.get(ClockRule, rule)
    if kept is None:
        return _BY_LAW[rule]
    return kept.minutes if kept.minutes is not None else (kept.working_days or 1) * 1440


def _owner(session: Session, actor: Actor, case: Case) -> int:
    return actor.id if actor.account_id in team_ids(session, case) else case.manager_id
