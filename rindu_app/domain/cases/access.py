"""Net 2 for cases: by assignment, or not at all."""

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import Sealer, open_sealer
from rindu_app.domain.cases.assignment import require_work
from rindu_app.domain.reports.numbers import is_number_of, read_number, show_number
from rindu_app.models import Case
from rindu_app.words.codes import CaseStatus

PREFIX = "K"


def number_of(case: Case) -> str:
    return show_number(PREFIX, case.id, case.opened_at)


def access_case(
    session: Session,
    actor: Actor,
    number: str,
    permission: Permission,
    *,
    lock: bool = False,
    is_open: bool = False,
) -> Case:
    """The case with this number. `is_open` also asks that work on it goes on.

    Raises `NotFound` for anybody outside its team, `Forbidden` without the permission or where broken glass lets one
    only read, `Conflict` if it is closed.
    """
    row_id = read_number(PREFIX, number)
    if row_id is None:
        raise NotFound
    statement = select(Case).where(Case.id == row_id)
    case = session.exec(statement.with_for_update() if lock else statement).first()
    if case is None or not is_number_of(number, PREFIX, case.id, case.opened_at):
        raise NotFound
    if not actor.may(permission):
        raise Forbidden
    require_work(session, actor, permission, case_id=case_id(case), area_code=case.area_code)
    if is_open and case.status != CaseStatus.OPEN:
        raise Conflict("case_closed")
    return case


def may_read(session: Session, actor: Actor, number: str) -> bool:
    """Whether this actor finds the case now. Leaves no line: nothing is shown."""
    try:
        access_case(session, actor, number, Permission.CASE_READ)
    except (NotFound, Forbidden):
        return False
    return True


def case_id(case: Case) -> int:
    """The id of a case that is stored."""
    assert case.id is not None
    return case.id


def sealer_of(session: Session, case: Case) -> Sealer:
    return open_sealer(session, case.key_uid)
