"""Keeping what somebody is writing, finding it again, and letting it go."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from cryptography.exceptions import InvalidTag
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from rindu_app.access.actor import Actor
from rindu_app.access.errors import DomainError, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.sealing import ErasedError, open_sealer
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.reports.access import access_report
from rindu_app.models import Case, Draft, Report
from rindu_app.models.base import new_uid
from rindu_app.settings import get_settings
from rindu_app.words import clock
from rindu_app.words.routes import CASES, REPORTS

LONGEST_NAME, MOST = 80, 40


@dataclass(frozen=True)
class DraftRow:
    text: str = field(repr=False)
    at: datetime


def keep_draft(session: Session, actor: Actor, *, place: str, name: str, text: str) -> None:
    """What the field holds now; nothing of it is kept once it is empty. Leaves no line in any trail: nothing was done yet.

    Raises `NotFound` and `Forbidden` for whoever may not work there, and for a screen that is about no case and no report.
    """
    about = _about(session, actor, place)
    name, text = name[:LONGEST_NAME], text[: get_settings().text_max_chars]
    draft = session.exec(_mine(actor, place).where(Draft.field == name)).first()
    if not text.strip():
        if draft is not None:
            session.delete(draft)
        return
    draft = draft or _new(session, actor, about, place, name)
    draft.body, draft.at = open_sealer(session, about.key_uid).seal(_sealed_at(draft), text), clock.now()
    session.add(draft)


def read_drafts(session: Session, actor: Actor, *, place: str) -> dict[str, DraftRow]:
    """By the field's name, what the actor left unsent on this screen. Nothing for whoever may not work there any more."""
    try:
        about = _about(session, actor, place)
    except DomainError:
        return {}
    found: dict[str, DraftRow] = {}
    with suppress(ErasedError, InvalidTag):
        sealer = open_sealer(session, about.key_uid)
        for row in session.exec(_mine(actor, place)):
            found[row.field] = DraftRow(sealer.open(_sealed_at(row), row.body), row.at)
    return found


def drop_drafts(session: Session, actor: Actor, *, place: str, form: str, of: str = "") -> None:
    """Those of a form that was sent: `<form>_<field>`, and of the one thing that it was about, where there are several."""
    for row in session.exec(_mine(actor, place)).all():
        name, _, about = row.field.partition(":")
        if name.startswith(f"{form}_") and about == of:
            session.delete(row)


def drop_draft(session: Session, actor: Actor, *, place: str, name: str) -> None:
    """One that was thrown away."""
    for row in session.exec(_mine(actor, place).where(Draft.field == name)).all():
        session.delete(row)


def _new(session: Session, actor: Actor, about: Case | Report, place: str, name: str) -> Draft:
    """A row for it; where two saves of a new draft meet, the one that is there already."""
    _make_room(session, actor)
    is_case = isinstance(about, Case)
    draft = Draft(
        uid=new_uid(), account_id=actor.id, place=place, field=name, body=b"",
        case_id=about.id if is_case else None, report_id=None if is_case else about.id,
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(draft)
    except IntegrityError:
        return session.exec(_mine(actor, place).where(Draft.field == name)).one()
    return draft


def _mine(actor: Actor, place: str) -> SelectOfScalar[Draft]:
    return select(Draft).where(Draft.account_id == actor.account_id, Draft.place == place)


def _make_room(session: Session, actor: Actor) -> None:
    """Somebody who leaves many things unsent loses the oldest."""
    mine = select(Draft.id).where(Draft.account_id == actor.account_id).order_by(col(Draft.at).desc())
    over = session.exec(mine.offset(MOST - 1)).all()
    if over:
        session.exec(delete(Draft).where(col(Draft.id).in_(over)))


def _about(session: Session, actor: Actor, place: str) -> Case | Report:
    """The case or report of a screen, for somebody who may write there."""
    for root, permission in ((CASES, Permission.CASE_WRITE), (REPORTS, Permission.REPORT_WRITE)):
        if place.startswith(f"{root}/") and len(place) <= LONGEST_NAME:
            number = place.removeprefix(f"{root}/").partition("/")[0]
            access = access_case if root == CASES else access_report
            return access(session, actor, number, permission)
    raise NotFound


def _sealed_at(draft: Draft) -> str:
    return f"draft.body:{draft.uid}"
