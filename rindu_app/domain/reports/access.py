"""Net 2: the only way to obtain a report, a piece of its thread, or its sealer."""

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer, open_sealer
from rindu_app.domain.cases.assignment import may_work, require_work
from rindu_app.domain.reports.numbers import is_number_of, read_number, show_number
from rindu_app.models import Report

PREFIX = "L"


def number_of(report: Report) -> str:
    return show_number(PREFIX, report.id, report.received_at)


def access_report(
    session: Session, actor: Actor, number: str, permission: Permission, *, lock: bool = False
) -> Report:
    """The report with this number. `lock` holds its row, so that two people cannot decide at once.

    Raises `NotFound` where it does not exist or is not for this actor's eyes, `Forbidden` without the permission
    or where broken glass lets one only read.
    """
    row_id = read_number(PREFIX, number)
    if row_id is None:
        raise NotFound
    statement = select(Report).where(Report.id == row_id)
    report = session.exec(statement.with_for_update() if lock else statement).first()
    if report is None or not is_number_of(number, PREFIX, report.id, report.received_at):
        raise NotFound
    if not actor.may(permission):
        raise Forbidden
    if report.case_id is not None:
        require_work(session, actor, permission, case_id=report.case_id, area_code=report.area_code)
    return report


def may_work_on(session: Session, actor: Actor, report: Report) -> bool:
    """Whether more than reading is open to this actor."""
    if report.case_id is None:
        return True
    return may_work(session, actor, case_id=report.case_id, area_code=report.area_code)


def may_read(session: Session, actor: Actor, number: str) -> bool:
    """Whether this actor finds the report now. Leaves no line: nothing is shown."""
    try:
        access_report(session, actor, number, Permission.REPORT_READ)
    except (NotFound, Forbidden):
        return False
    return True


def expect_version(session: Session, actor: Actor, *, number: str, version: int) -> None:
    """Hold the report's row and make sure that it is still what the person saw when she decided.

    Call it first in the transaction of the decision. Raises `Conflict` where somebody was quicker, `NotFound` for strangers.
    """
    report = access_report(session, actor, number, Permission.REPORT_READ, lock=True)
    if report.version != version:
        raise Conflict("changed_meanwhile")


def access_own_report(session: Session, actor: Actor, *, lock: bool = False) -> Report:
    """The report of a reporter who came back with her code or is still on her first visit."""
    if not actor.may(Permission.OWN_REPORT):
        raise Forbidden
    statement = select(Report).where(Report.id == actor.report_id)
    report = session.exec(statement.with_for_update() if lock else statement).first()
    if report is None:
        raise NotFound
    return report


def sealer_of(session: Session, report: Report) -> Sealer:
    return open_sealer(session, report.key_uid)


def own_id(report: Report) -> int:
    """The id of a report that is stored."""
    assert report.id is not None
    return report.id
