"""Reading what was done for a person: a fixed number of queries, however much it was."""

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.accounts.names import names_of
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.cases.gate import allowed_cases
from rindu_app.domain.cases.standing import HANDLING
from rindu_app.domain.cases.team import team_ids
from rindu_app.domain.codes.queries import list_many, read_all_labels
from rindu_app.domain.services.catalogue import FACETS, KINDS, ServiceKind, kind_of, read_kinds
from rindu_app.domain.services.ending import OUTREACH
from rindu_app.domain.services.events import PLACES, RESULTS
from rindu_app.domain.services.outreach import NEEDS, check_of
from rindu_app.domain.services.outreach import RESULTS as OUTREACH_RESULTS
from rindu_app.domain.services.rows import OfficerRow, ServiceRow, ServicesView, VisitRow
from rindu_app.models import OutreachVisit, ServiceEvent
from rindu_app.words.codes import AddressCheck, OutreachStatus
from rindu_app.words.labels import label

MOST = 200
_OFFERED = (KINDS, PLACES, RESULTS, OUTREACH_RESULTS, NEEDS)
Labels = dict[tuple[str, str], str]


def read_services(session: Session, actor: Actor, *, number: str) -> ServicesView:
    """The log of services and the visits of a case. Raises `NotFound` outside the team."""
    return services_of(session, actor, open_file(session, actor, number))


def services_of(session: Session, actor: Actor, file: OpenFile) -> ServicesView:
    """The same, of a file that its reader has opened."""
    offered, kinds = list_many(session, _OFFERED), read_kinds(session)
    labels = read_all_labels(session, {*FACETS.values(), *_OFFERED})
    events, visits, team = _events(session, file), _visits(session, file), team_ids(session, file.case)
    there = {row.officer_id for row in events} | {account for row in visits for account in row.people}
    names = names_of(session, there | team)
    mine_first = sorted(
        team,
        key=lambda account: (account != actor.account_id, names.get(account, "")),
    )
    wanted = bool(allowed_cases(session, {file.id}, HANDLING, OUTREACH))
    served = {kinds[row.kind].component for row in events if row.result == "done" and row.kind in kinds}
    return ServicesView(
        head=file.head,
        kinds=offered[KINDS],
        health=frozenset(
            item.code
            for item in offered[KINDS]
            if kind_of(item.code, item.label, item.extra).is_health
        ),
        places=offered[PLACES],
        results=offered[RESULTS],
        outreach_results=offered[OUTREACH_RESULTS],
        needs=offered[NEEDS],
        team=tuple(OfficerRow(account, names.get(account, "")) for account in mine_first),
        events=tuple(_event_row(row, file.sealer, kinds, labels, names) for row in events),
        visits=tuple(_visit_row(row, file.sealer, labels, names, wanted=wanted) for row in visits),
        served=tuple(labels[list_code, code] for list_code, code in labels if list_code == FACETS["component"] and code in served),
    )  # fmt: skip


def _events(session: Session, file: OpenFile) -> list[ServiceEvent]:
    statement = select(ServiceEvent).where(
        ServiceEvent.case_id == file.id, col(ServiceEvent.removed_at).is_(None)
    )
    newest = (col(ServiceEvent.held_on).desc(), col(ServiceEvent.id).desc())
    return list(session.exec(statement.order_by(*newest).limit(MOST)))


def _visits(session: Session, file: OpenFile) -> list[OutreachVisit]:
    statement = select(OutreachVisit).where(OutreachVisit.case_id == file.id)
    return list(session.exec(statement.order_by(col(OutreachVisit.id).desc()).limit(MOST)))


def _event_row(
    row: ServiceEvent,
    sealer: Sealer,
    kinds: dict[str, ServiceKind],
    labels: Labels,
    names: dict[int | None, str],
) -> ServiceRow:
    kind = kinds.get(row.kind) or kind_of(row.kind, row.kind, {})
    uptd, simfoni, component = (
        labels.get((list_code, getattr(kind, facet)), "") for facet, list_code in FACETS.items()
    )
    return ServiceRow(
        uid=row.uid,
        label=kind.label,
        tags=(uptd, simfoni, component),
        held_on=row.held_on,
        officer=names.get(row.officer_id, ""),
        minutes=row.minutes,
        place=labels.get((PLACES, row.place), row.place),
        result=labels.get((RESULTS, row.result), row.result),
        note=sealer.open(f"service_event.note:{row.uid}", row.note) if row.note else "",
    )


def _visit_row(
    row: OutreachVisit, sealer: Sealer, labels: Labels, names: dict[int | None, str], *, wanted: bool
) -> VisitRow:
    return VisitRow(
        uid=row.uid,
        status=row.status,
        status_label=label(OutreachStatus(row.status)),
        planned=row.planned_at,
        people=tuple(names.get(account, "") for account in row.people),
        needs=tuple(labels.get((NEEDS, code), code) for code in row.needs),
        address=row.address,
        address_label=label(AddressCheck(row.address)),
        travel_minutes=row.travel_minutes,
        safety=sealer.open(f"outreach_visit.safety:{row.uid}", row.safety),
        left=row.left_at,
        ended=row.ended_at,
        result=labels.get((OUTREACH_RESULTS, row.result), ""),
        outcome=sealer.open(f"outreach_visit.outcome:{row.uid}", row.outcome) if row.outcome else "",
        unwanted=row.status == OutreachStatus.GOING and not wanted,
        check=check_of(sealer, row),
    )
