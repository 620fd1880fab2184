"""What the gate looks at, read from the case: its incidents, its client's age, its risk. A fixed number of queries."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from rindu_app.access.errors import Conflict
from rindu_app.domain.cases.access import sealer_of
from rindu_app.domain.mediation.gate import GateFacts, why_blocked
from rindu_app.domain.people.client import born_of, read_client, reported_on
from rindu_app.domain.reports.view import timezone_of
from rindu_app.models import Case, Incident, IncidentCode
from rindu_app.words import clock
from rindu_app.words.ages import Born, age_between, age_on, partial_of
from rindu_app.words.codes import MediationBlock

HOUSEHOLD, NOT_HOUSEHOLD = "household", "not_household"


def require_admissible(session: Session, case: Case) -> None:
    """Raises `Conflict` with the gravest reason why this case is not mediated. Nothing and nobody overrides it (3.9)."""
    if blocks := read_blocks(session, case):
        raise Conflict(f"mediation_blocked_{blocks[0]}")


def read_blocks(session: Session, case: Case) -> tuple[MediationBlock, ...]:
    return why_blocked(read_facts(session, case))


def read_facts(session: Session, case: Case) -> GateFacts:
    incidents = session.exec(
        select(Incident).where(Incident.case_id == case.id, col(Incident.removed_at).is_(None))
    ).all()
    ids = {row.id for row in incidents}
    codes = session.exec(
        select(IncidentCode.list_code, IncidentCode.code).where(col(IncidentCode.incident_id).in_(ids))
    ).all()
    zone = timezone_of(session, case.area_code)
    born = born_of(read_client(case, sealer_of(session, case)), reported_on(session, case, zone))
    today = clock.now().astimezone(ZoneInfo(zone)).date()
    settings = {row.setting for row in incidents}
    return GateFacts(
        incidents=len(incidents),
        codes=frozenset((name, code) for name, code in codes),
        child=_was_child(born, incidents, today),
        household=True if HOUSEHOLD in settings else (False if settings == {NOT_HOUSEHOLD} else None),
        risk=case.risk,
    )


def _was_child(born: Born | None, incidents: Iterable[Incident], today: date) -> bool | None:
    """At any incident, or today. None where she may have been one."""
    if born is None:
        return None
    answers = {age_on(born, today).is_child}
    for row in incidents:
        day = partial_of(row.happened, row.precision)
        answers.add(age_between(born, day.first, day.last).is_child if day else None)
    if True in answers:
        return True
    return None if None in answers else False
