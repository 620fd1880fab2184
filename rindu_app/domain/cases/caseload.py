"""What each worker of an area carries, and what was passed on to the supervisor. A fixed number of queries."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import exists, func, or_
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.lists import as_case_rows, list_colleagues
from rindu_app.domain.cases.rows import CaseRow
from rindu_app.domain.shelter.workflow import STAYING
from rindu_app.models import Approval, Case, CaseTask, CounsellingSession, ShelterStay
from rindu_app.words import clock
from rindu_app.words.codes import CaseStatus, Risk, SessionStatus

MOST = 50
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class LoadRow:
    """One worker: her open cases by risk, what of hers is late or without a word, and what is before her."""

    account_id: int
    name: str
    role_label: str
    high: int
    medium: int
    low: int
    late_tasks: int
    quiet: int
    waiting: int
    sessions: int

    @property
    def cases(self) -> int:
        return self.high + self.medium + self.low


@dataclass(frozen=True)
class Caseload:
    """`raised`: cases whose silence, late task or overdue stay came up to the supervisor."""

    rows: tuple[LoadRow, ...]
    raised: tuple[CaseRow, ...]


def read_caseload(session: Session, actor: Actor) -> Caseload:
    """Of the supervisor's area, whoever carries most first. Raises `Forbidden` for everybody else."""
    _require(actor)
    by_risk: dict[tuple[int, str], int] = {
        (manager, risk): count
        for manager, risk, count in session.exec(
            select(Case.manager_id, Case.risk, func.count(col(Case.id)))
            .where(Case.status == CaseStatus.OPEN)
            .group_by(col(Case.manager_id), col(Case.risk))
        )
    }
    late, quiet = _late_tasks(session), _quiet(session)
    waiting, sessions = _waiting(session), _sessions(session)
    rows = [
        LoadRow(
            account_id=person.account_id,
            name=person.name,
            role_label=person.role_label,
            high=by_risk.get((person.account_id, Risk.HIGH), 0),
            medium=by_risk.get((person.account_id, Risk.MEDIUM), 0),
            low=by_risk.get((person.account_id, Risk.LOW), 0),
            late_tasks=late.get(person.account_id, 0),
            quiet=quiet.get(person.account_id, 0),
            waiting=waiting.get(person.account_id, 0),
            sessions=sessions.get(person.account_id, 0),
        )
        for person in list_colleagues(session, actor)
    ]
    return Caseload(tuple(sorted(rows, key=lambda row: -row.cases)), _raised(session))


def count_raised(session: Session, actor: Actor) -> int:
    """How many cases wait for the supervisor's eye because nobody moved. Raises `Forbidden`."""
    _require(actor)
    return session.exec(select(func.count(col(Case.id))).where(*_is_raised())).one()


def _raised(session: Session) -> tuple[CaseRow, ...]:
    statement = select(Case).where(*_is_raised()).order_by(col(Case.worked_at), col(Case.id)).limit(MOST)
    return as_case_rows(session, list(session.exec(statement)))


def _is_raised() -> list[Any]:
    undone = exists().where(
        col(CaseTask.case_id) == col(Case.id),
        col(CaseTask.raised_at).is_not(None),
        col(CaseTask.done_at).is_(None),
    )
    stays_on = exists().where(
        col(ShelterStay.case_id) == col(Case.id),
        col(ShelterStay.raised_at).is_not(None),
        col(ShelterStay.status).in_(STAYING),
    )
    return [Case.status == CaseStatus.OPEN, or_(col(Case.quiet_raised_at).is_not(None), undone, stays_on)]


def _late_tasks(session: Session) -> dict[int, int]:
    statement = (
        select(CaseTask.owner_id, func.count(col(CaseTask.id)))
        .join(Case, col(Case.id) == col(CaseTask.case_id))
        .where(Case.status == CaseStatus.OPEN, col(CaseTask.done_at).is_(None), CaseTask.due_at < clock.now())
    )
    return dict(session.exec(statement.group_by(col(CaseTask.owner_id))).all())


def _quiet(session: Session) -> dict[int, int]:
    statement = select(Case.manager_id, func.count(col(Case.id))).where(
        Case.status == CaseStatus.OPEN, col(Case.quiet_told_at).is_not(None)
    )
    return dict(session.exec(statement.group_by(col(Case.manager_id))).all())


def _waiting(session: Session) -> dict[int, int]:
    statement = select(Approval.asked_by_id, func.count(col(Approval.id))).where(
        col(Approval.decided_at).is_(None),
        or_(col(Approval.until).is_(None), col(Approval.until) > clock.now()),
    )
    return dict(session.exec(statement.group_by(col(Approval.asked_by_id))).all())


def _sessions(session: Session) -> dict[int, int]:
    statement = select(CounsellingSession.counsellor_id, func.count(col(CounsellingSession.id))).where(
        CounsellingSession.status == SessionStatus.PLANNED,
        CounsellingSession.starts_at >= clock.now(),
        CounsellingSession.starts_at < clock.now() + WEEK,
    )
    return dict(session.exec(statement.group_by(col(CounsellingSession.counsellor_id))).all())


def _require(actor: Actor) -> None:
    if not actor.may(Permission.CASE_SUPERVISE):
        raise Forbidden
