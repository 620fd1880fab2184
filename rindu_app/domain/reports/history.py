"""Moving a report along: the one place that changes its status, writes its event and the audit line."""

from functools import partial
from typing import Any

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.bell import ring
from rindu_app.access.roles import Kind
from rindu_app.access.session import after_commit
from rindu_app.domain.reports.access import number_of, own_id, sealer_of
from rindu_app.domain.reports.workflow import next_status
from rindu_app.models import Report, ReportEvent
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import ReportAction


def take_step(
    session: Session, actor: Actor, report: Report, action: ReportAction, *, note: str = "", **facts: Any
) -> ReportEvent:
    """Check the workflow, change the status, note who and when. `note` is sealed; `facts` are codes only.

    Raises `Conflict` where the step is not possible.
    """
    before, report.status = report.status, next_status(report.status, action)
    report.version += 1
    session.add(report)
    return add_event(session, actor, report, action, before=before, note=note, **facts)


def add_event(
    session: Session,
    actor: Actor,
    report: Report,
    action: ReportAction,
    *,
    before: str = "",
    note: str = "",
    **facts: Any,
) -> ReportEvent:
    """A line of the report's history that does not change its status."""
    uid = new_uid()
    event = ReportEvent(
        uid=uid,
        report_id=own_id(report),
        action=action,
        by_id=actor.account_id,
        at=clock.coarse_now() if actor.kind in (Kind.VISITOR, Kind.REPORTER) else clock.now(),
        from_status=before,
        to_status=report.status,
        facts=facts,
        note=sealer_of(session, report).seal(f"report_event.note:{uid}", note) if note else None,
    )
    session.add(event)
    audit(session, actor, f"report:{action}", number_of(report), report.area_code, **facts)
    tell_colleagues(session, report)
    return event


def tell_colleagues(session: Session, report: Report) -> None:
    """Open screens of the place where the report is now look again, once this is safe on disk."""
    after_commit(session, partial(ring, report.area_code))
