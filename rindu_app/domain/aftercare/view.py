"""How somebody has been since her case was closed: a fixed number of queries."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.aftercare.planning import list_stops, may_visit
from rindu_app.domain.aftercare.recording import AHEAD
from rindu_app.domain.aftercare.rows import AftercareView, VisitRow
from rindu_app.domain.cases.file import open_file
from rindu_app.domain.codes.clocks import length_of
from rindu_app.domain.codes.queries import list_codes, read_labels
from rindu_app.domain.reports.access import number_of as report_number
from rindu_app.domain.services.events import PLACES
from rindu_app.models import AftercareVisit, Report
from rindu_app.words import clock
from rindu_app.words.aftercare import say_month
from rindu_app.words.codes import AftercareStatus


def read_aftercare(session: Session, actor: Actor, *, number: str) -> AftercareView:
    """Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    found = session.exec(
        select(AftercareVisit)
        .where(AftercareVisit.case_id == file.id)
        .order_by(col(AftercareVisit.closed_at).desc(), col(AftercareVisit.month))
    ).all()
    names = names_of(session, {row.by_id for row in found} | {row.settled_by_id for row in found})
    shown = _Shown(session, file.sealer, names)
    last = found[0].closed_at if found else None
    return AftercareView(
        head=file.head,
        visits=tuple(shown.row(row) for row in found if row.closed_at == last),
        former=tuple(shown.row(row) for row in found if row.closed_at != last),
        agreed=may_visit(session, file.case),
        months=tuple(shown.tries),
        places=list_codes(session, PLACES),
        report=_newest_report(session, file.id),
    )


def _newest_report(session: Session, case: int) -> str:
    statement = select(Report).where(Report.case_id == case).order_by(col(Report.id).desc()).limit(1)
    report = session.exec(statement).first()
    return report_number(report) if report is not None else ""


class _Shown:
    """What every row is told with."""

    def __init__(self, session: Session, sealer: Sealer, names: dict[int | None, str]) -> None:
        self.sealer, self.names = sealer, names
        self.places = read_labels(session, PLACES)
        self.ahead = length_of(session, "aftercare_ahead", AHEAD)
        self.tries = {stop.month: stop.tries for stop in list_stops(session)}

    def row(self, row: AftercareVisit) -> VisitRow:
        planned = row.status == AftercareStatus.PLANNED
        return VisitRow(
            uid=row.uid,
            month=row.month,
            label=say_month(row.month),
            status=row.status,
            due=row.due_at,
            late=planned and row.due_at < clock.now(),
            open=planned and row.due_at - self.ahead <= clock.now(),
            tries=row.tries,
            least_tries=self.tries.get(row.month, 1),
            held_on=row.held_on,
            place=self.places.get(row.place, row.place),
            alone=row.alone,
            stability=row.stability,
            relapse=row.relapse,
            safe=row.safe,
            note=self.sealer.open(f"aftercare_visit.note:{row.uid}", row.note) if row.note else "",
            by=self.names.get(row.by_id, ""),
            alarm=row.alarming and row.settled_at is None,
            settled=self.sealer.open(f"aftercare_visit.settled:{row.uid}", row.settled)
            if row.settled
            else "",
            settled_by=self.names.get(row.settled_by_id, ""),
            settled_at=row.settled_at,
        )
