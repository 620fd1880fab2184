"""A case closed as it is closed in an office: asked for with every check answered, decided by a supervisor."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.cases.approvals import newest_approval
from rindu_app.domain.cases.deciding import decide_approval
from rindu_app.domain.closure.checklist import Tick, list_ticked
from rindu_app.domain.closure.commands import ask_closure
from rindu_app.words.codes import ApprovalKind, Role
from tests.factories import make_account

YES = Tick(True, "Sudah dibicarakan")


def ask(actor: Actor, number: str, **given: Any) -> None:
    """As the one who works on it."""
    with open_session(actor) as session:
        ticks = {row.code: YES for row in list_ticked(session)} | given.pop("ticks", {})
        said = {"reason_code": "goal_reached", "note": "Sudah mandiri", **given}
        ask_closure(session, actor, number=number, ticks=ticks, **said)


def waiting(actor: Actor, number: str) -> str:
    """The uid of the newest request to close."""
    with open_session(actor, write=False) as session:
        case = access_case(session, actor, number, Permission.CASE_READ)
        found = newest_approval(session, case, ApprovalKind.CLOSURE)
        assert found is not None
        return found.uid


def decide(actor: Actor, number: str, *, approve: bool = True, comment: str = "", uid: str = "") -> None:
    uid = uid or waiting(actor, number)
    with open_session(actor) as session:
        decide_approval(session, actor, number=number, uid=uid, approve=approve, comment=comment)


def supervisor_of(actor: Actor) -> Actor:
    return make_account(Role.SUPERVISOR, actor.area_code)


def close(actor: Actor, number: str, **given: Any) -> None:
    """Asked by the one who works on it, approved by a supervisor of her area."""
    ask(actor, number, **given)
    decide(supervisor_of(actor), number)
