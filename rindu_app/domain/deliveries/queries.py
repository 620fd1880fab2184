"""What became of notices, as people see it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.domain.reports.access import access_report
from rindu_app.models import Delivery
from rindu_app.words.codes import DeliveryChannel, DeliveryStatus
from rindu_app.words.labels import label

SHOWN = 20


@dataclass(frozen=True)
class DeliveryRow:
    """One notice to a person; `template` names its sentence in `words/notices.py`. Her number is not in it."""

    key: str
    template: str
    channel_label: str
    status: str
    status_label: str
    at: datetime


def list_deliveries(session: Session, actor: Actor, *, number: str) -> tuple[DeliveryRow, ...]:
    """The newest notices to the person of a report, newest first. Raises `NotFound`, `Forbidden`."""
    report = access_report(session, actor, number, Permission.REPORT_READ)
    rows = session.exec(
        select(Delivery).where(Delivery.report_id == report.id).order_by(col(Delivery.id).desc()).limit(SHOWN)
    )
    return tuple(
        DeliveryRow(
            row.uid,
            row.template,
            label(DeliveryChannel(row.channel)),
            row.status,
            label(DeliveryStatus(row.status)),
            row.sent_at or row.created_at,
        )
        for row in rows
    )


def count_unsure(session: Session) -> int:
    """Notices that only a person can judge. For `rindu doctor`; runs as the system."""
    unsure = select(func.count()).select_from(Delivery).where(Delivery.status == DeliveryStatus.UNKNOWN)
    return session.exec(unsure).one()
