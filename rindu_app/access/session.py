"""Net 3 at work: a session belongs to one actor, and every statement on a protected table is narrowed to what that actor may see."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, UOWTransaction, with_loader_criteria
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import TextClause
from sqlmodel import Session, SQLModel

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit, write_audit
from rindu_app.access.database import WRITES, get_engine
from rindu_app.access.errors import Forbidden, Noted, NotFound, Unscoped
from rindu_app.access.permissions import Permission
from rindu_app.access.roles import Kind
from rindu_app.access.scopes import SCOPES, is_within
from rindu_app.models import (
    Attachment,
    Case,
    ClientFeedback,
    FeedbackMark,
    Referral,
    Report,
    ShelterAddress,
    ShelterStay,
)
from rindu_app.words.codes import Role

_PROTECTED: dict[str, type[SQLModel]] = {str(model.__tablename__): model for model in SCOPES}


# Columns that say to whom a row belongs.
_PARENTS: dict[str, type[SQLModel]] = {
    "stay_id": ShelterStay,
    "report_id": Report,
    "case_id": Case,
    "referral_id": Referral,
}


class ScopedSession(Session):
    """A session that knows its actor (`info["actor"]`)."""


@contextmanager
def open_session(actor: Actor, *, write: bool = True) -> Iterator[ScopedSession]:
    """One transaction for one event or request: commits at the end, rolls back on any exception.

    Reading something audited is a write. A refusal is rolled back and then noted in the audit trail.
    """
    with ScopedSession(get_engine(), expire_on_commit=False) as session:
        session.info["actor"] = actor
        session.connection(execution_options={WRITES: write})
        try:
            yield session
            write_audit(session)
            session.commit()
        except Noted:
            write_audit(session)
            session.commit()
            raise
        except (Forbidden, NotFound) as refusal:
            session.rollback()
            if actor.is_staff:
                note_refusal(actor, refusal.code)
            raise
    for call in session.info.pop("after_commit", []):
        call()


def after_commit(session: Session, call: Callable[[], None]) -> None:
    """Do something outside the database once the transaction is safe on disk; never if it fails."""
    session.info.setdefault("after_commit", []).append(call)


def note_refusal(actor: Actor, code: str, ref: str = "") -> None:
    """A refusal leaves its own line: attempts matter as much as acts."""
    with ScopedSession(get_engine()) as session:
        session.info["actor"] = actor
        session.connection(execution_options={WRITES: True})
        audit(session, actor, "refused", ref, actor.area_code, code=code)
        write_audit(session)
        session.commit()


@contextmanager
def widened(session: Session, reason: str) -> Iterator[None]:
    """See everything for a moment, for a named reason. tests/access/test_architecture.py lists who may call this."""
    before = session.info["actor"]
    session.info["actor"] = Actor.system(reason)
    try:
        yield
    finally:
        session.info["actor"] = before


@event.listens_for(ScopedSession, "do_orm_execute")
def _narrow(state: ORMExecuteState) -> None:
    """Add the actor's condition for every protected table in the statement, subqueries and counts included."""
    actor: Actor | None = state.session.info.get("actor")
    if actor is not None and actor.kind is Kind.SYSTEM:
        return
    if isinstance(state.statement, TextClause):
        raise Unscoped("plain SQL cannot be narrowed to an actor")
    models = _protected_in(state.statement)
    if not models:
        return
    if actor is None:
        raise Unscoped("a protected table was touched without an actor")
    if not state.is_orm_statement:
        raise Unscoped("a bare table cannot be narrowed: name the model")
    if state.is_insert:
        raise Unscoped("bulk inserts go round the check of single rows")
    state.statement = state.statement.options(
        *(with_loader_criteria(model, SCOPES[model](actor), include_aliases=True) for model in models)
    )


def _protected_in(statement: Any) -> set[type[SQLModel]]:
    names = set()
    for element in visitors.iterate(statement):
        table = getattr(element, "table", element)
        names.add(getattr(table, "name", ""))
    return {_PROTECTED[name] for name in names if name in _PROTECTED}


@event.listens_for(ScopedSession, "before_flush")
def _check_writes(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    """What was loaded came through the scope; what is new, or moved, must belong to something the actor can reach."""
    actor: Actor | None = session.info.get("actor")
    for row in [*session.new, *session.dirty, *session.deleted]:
        if type(row) not in SCOPES or (actor is not None and actor.kind is Kind.SYSTEM):
            continue
        if actor is None:
            raise Unscoped("a protected row was written without an actor")
        if (row in session.new or _is_moved(row)) and not _may_add(session, actor, row):
            raise Forbidden("forbidden")


def _is_moved(row: Any) -> bool:
    """Whether a row would change hands: a report may be forwarded or joined to a case, what hangs on it stays there."""
    if isinstance(row, Report | Case):
        return False
    return any(inspect(row).attrs[name].history.has_changes() for name in _PARENTS if hasattr(row, name))


def _may_add(session: Session, actor: Actor, row: Any) -> bool:
    if actor.kind is Kind.VISITOR:
        return _is_first_telling(session, row)
    if isinstance(row, Report | Case):
        return actor.may(Permission.REPORT_READ) and is_within(row.area_code, actor.area_code)
    if isinstance(row, ShelterAddress):
        return actor.kind is Role.SHELTER and is_within(row.area_code, actor.area_code)
    if isinstance(row, ClientFeedback):
        return actor.kind is Kind.REPORTER  # it says nothing of whose it is, so nobody can be asked more
    if isinstance(row, FeedbackMark):
        return actor.kind is Kind.REPORTER and row.report_id == actor.report_id
    if actor.kind in (Role.PARTNER, Kind.PARTNER_LINK):
        return False
    for name, parent in _PARENTS.items():
        if (parent_id := getattr(row, name, None)) is not None:
            with session.no_autoflush:
                return session.get(parent, parent_id) is not None
    return False


def _is_first_telling(session: Session, row: Any) -> bool:
    """A visitor makes a report with what hangs on it, in one transaction; or keeps a file for the one she will send."""
    told: list[Report] = session.info.setdefault("told", [])
    if isinstance(row, Report):
        told.append(row)
        return True
    if isinstance(row, Attachment) and row.report_id is None:
        return True
    return getattr(row, "report_id", None) in {report.id for report in told if report.id}
