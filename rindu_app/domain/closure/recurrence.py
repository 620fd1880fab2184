"""Violence that happened again after a case was closed: counted, and answered by the clock of its risk (RS-18)."""

from datetime import datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from rindu_app.models import Case, CaseReopening
from rindu_app.words import clock


def read_recurrences(session: Session, case: Case) -> tuple[int, datetime | None]:
    """How often it happened again, and until when somebody has to look at the danger now. One query."""
    found = session.exec(
        select(CaseReopening).where(CaseReopening.case_id == case.id, col(CaseReopening.recurrence).is_(True))
    ).all()
    waiting = [row.due_at for row in found if row.met_at is None and row.due_at is not None]
    return len(found), min(waiting, default=None)


def meet_recurrence(session: Session, case: Case) -> None:
    """Somebody looked at the danger signs: the clock stops."""
    for row in session.exec(_running().where(CaseReopening.case_id == case.id)).all():
        row.met_at = clock.now()
        session.add(row)


def take_late_recurrences(session: Session) -> set[str]:
    """Areas where nobody looked in time; each recurrence is told once. For the system: it sees every area."""
    late = _running().where(col(CaseReopening.due_at) < clock.now(), col(CaseReopening.reminded_at).is_(None))
    rows = session.exec(late).all()
    for row in rows:
        row.reminded_at = clock.now()
        session.add(row)
    areas = select(Case.area_code).where(col(Case.id).in_({row.case_id for row in rows}))
    return set(session.exec(areas)) if rows else set()


def _running() -> SelectOfScalar[CaseReopening]:
    return select(CaseReopening).where(
        col(CaseReopening.recurrence).is_(True), col(CaseReopening.met_at).is_(None)
    )
