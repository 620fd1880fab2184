"""Who told us first, and what: for the forms that an office fills in when somebody comes."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.sealing import open_sealer
from rindu_app.domain.cases.file import OpenFile
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.reports.access import number_of
from rindu_app.models import Account, Report, ReportKind
from rindu_app.words.codes import Channel, Door, Teller
from rindu_app.words.labels import label


@dataclass(frozen=True)
class Telling:
    """The first report of a case. `is_client`: she speaks for herself; then `name` and `phone` are hers."""

    number: str
    received: datetime
    channel: Channel
    door: str
    teller: str
    is_client: bool
    taker: str
    kinds: tuple[str, ...]
    name: str = field(repr=False)
    phone: str = field(repr=False)
    story: str = field(repr=False)
    needs: str = field(repr=False)


def read_telling(session: Session, file: OpenFile) -> Telling | None:
    """None where no report belongs to the case any more. A fixed number of queries."""
    statement = select(Report).where(Report.case_id == file.id).order_by(col(Report.id)).limit(1)
    report = session.exec(statement).first()
    if report is None:
        return None
    sealer = open_sealer(session, report.key_uid)
    told = sealer.open_json(f"report.answers:{sealer.uid}", report.answers)
    labels = read_labels(session, "violence_kind")
    kinds = session.exec(select(ReportKind.code).where(ReportKind.report_id == report.id)).all()
    taker = session.get(Account, report.assignee_id) if report.assignee_id else None
    return Telling(
        number=number_of(report),
        received=report.received_at,
        channel=Channel(report.channel),
        door=label(Door(report.door)),
        teller=label(Teller(report.teller)),
        is_client=report.teller in (Teller.SELF, Teller.UNSAID),
        taker=taker.display_name if taker else "",
        kinds=tuple(sorted(labels.get(code, code) for code in kinds)),
        name=told["name"],
        phone=told["phone"],
        story=told["story"],
        needs=told["needs"],
    )
