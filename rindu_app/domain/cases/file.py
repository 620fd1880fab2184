"""Opening one part of a case file: access, a line in the access log, and what stands above every part."""

from dataclasses import dataclass

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.cases.access import access_case, case_id, number_of, sealer_of
from rindu_app.domain.cases.assignment import may_work
from rindu_app.domain.cases.quiet import quiet_days
from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.closure.recurrence import read_recurrences
from rindu_app.domain.reports.view import timezone_of
from rindu_app.models import Case
from rindu_app.words.codes import CaseStatus, Risk
from rindu_app.words.labels import label


@dataclass(frozen=True)
class OpenFile:
    """A case that may be read, with what opens its sealed words. `id` is that of the case."""

    case: Case
    id: int
    sealer: Sealer
    head: CaseHead


def open_file(
    session: Session, actor: Actor, number: str, permission: Permission = Permission.CASE_READ
) -> OpenFile:
    """For the reading function of each part. Raises `NotFound` outside the team, `Forbidden` without the permission."""
    case = access_case(session, actor, number, permission)
    audit(session, actor, "case:read", number_of(case), case.area_code)
    place = read_area_paths(session, [case.area_code]).get(case.area_code)
    recurrences, look_until = read_recurrences(session, case)
    head = CaseHead(
        number=number_of(case),
        status=case.status,
        status_label=label(CaseStatus(case.status)),
        risk=case.risk,
        risk_label=label(Risk(case.risk)),
        place=place.text if place else "",
        area_code=case.area_code,
        opened=case.opened_at,
        mine=case.manager_id == actor.account_id,
        may_work=may_work(session, actor, case_id=case_id(case), area_code=case.area_code),
        quiet_days=quiet_days(case),
        version=case.version,
        timezone=timezone_of(session, case.area_code),
        recurrences=recurrences,
        look_until=look_until,
    )
    return OpenFile(case, case_id(case), sealer_of(session, case), head)
