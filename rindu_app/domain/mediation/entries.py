"""What is written down during a mediation, and what it needs before both sides meet."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.domain.cases.access import sealer_of
from rindu_app.domain.people.commands import today_at
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.services.fields import check_day
from rindu_app.models import Case, Mediation, MediationEntry
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import Assessor, MediationEntryKind


def write_entry(
    session: Session, actor: Actor, case: Case, mediation: Mediation, kind: MediationEntryKind, *, held_on: str,
    text: str, good: bool | None = None, assessor: str = "", expert: str = "",
) -> MediationEntry:  # fmt: skip
    """Raises `Invalid` for a day that has not come, or without words."""
    uid, sealer = new_uid(), sealer_of(session, case)
    session.flush()
    assert mediation.id is not None
    entry = MediationEntry(
        uid=uid,
        mediation_id=mediation.id,
        case_id=mediation.case_id,
        kind=kind,
        held_on=check_day("held_on", held_on, today_at(session, case)),
        assessor=assessor,
        expert=sealer.seal(f"mediation_entry.expert:{uid}", expert) if expert else None,
        good=good,
        text=sealer.seal(f"mediation_entry.text:{uid}", required_text("text", text)),
        by_id=actor.id,
        at=clock.now(),
    )
    session.add(entry)
    return entry


def list_entries(session: Session, mediation: Mediation) -> list[MediationEntry]:
    """In the order in which they were written."""
    statement = select(MediationEntry).where(MediationEntry.mediation_id == mediation.id)
    return list(session.exec(statement.order_by(col(MediationEntry.id))))


def newest_of(entries: Iterable[MediationEntry], kind: MediationEntryKind) -> dict[str, MediationEntry]:
    """The newest entry of a kind; of pressure checks the newest of each profession."""
    return {row.assessor: row for row in entries if row.kind == kind}


def missing_before(mediation: Mediation, entries: Iterable[MediationEntry]) -> tuple[str, ...]:
    """Codes of what is missing before both sides meet; empty where nothing is (3.9)."""
    checks = newest_of(entries, MediationEntryKind.PRESSURE)
    missing = {
        "mediation_other_missing": not mediation.other_agrees,
        "mediation_counsellor_missing": Assessor.COUNSELLOR not in checks,
        "mediation_psychologist_missing": Assessor.PSYCHOLOGIST not in checks,
        "mediation_not_free": any(not row.good for row in checks.values()),
        "mediation_mediator_missing": mediation.mediator is None,
    }
    return tuple(code for code, holds in missing.items() if holds)
