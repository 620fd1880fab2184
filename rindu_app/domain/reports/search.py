"""Finding a report by number, phone or name, without the text being readable in the database."""

from collections.abc import Iterable

from sqlalchemy import func
from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden
from rindu_app.access.keyring import get_keyring
from rindu_app.access.permissions import Permission
from rindu_app.domain.contact.phones import normalise_phone
from rindu_app.domain.contact.search_words import search_tokens
from rindu_app.domain.reports.access import PREFIX
from rindu_app.domain.reports.inbox import PAGE, as_rows
from rindu_app.domain.reports.numbers import is_number_of, read_number
from rindu_app.domain.reports.rows import InboxRow
from rindu_app.models import Report, SearchToken


def read_rows(session: Session, actor: Actor, *, numbers: Iterable[str]) -> tuple[InboxRow, ...]:
    """Rows that were found before, as they are now, newest first; what is no longer this actor's to see is gone. Raises `Forbidden`."""
    if not actor.may(Permission.REPORT_READ):
        raise Forbidden
    ids = {read_number(PREFIX, number) for number in numbers} - {None}
    statement = select(Report).where(col(Report.id).in_(ids)).order_by(col(Report.id).desc()).limit(PAGE)
    return as_rows(session, list(session.exec(statement)))


def search_reports(session: Session, actor: Actor, *, text: str) -> tuple[InboxRow, ...]:
    """Newest first, at most one page. All words of a name must match whole words. The search is audited, its text is not."""
    if not actor.may(Permission.REPORT_READ):
        raise Forbidden
    audit(session, actor, "report:search", "", actor.area_code)
    statement = select(Report).order_by(col(Report.id).desc()).limit(PAGE)
    number = read_number(PREFIX, text)
    if number is not None:
        found = session.exec(statement.where(Report.id == number))
        return as_rows(session, [r for r in found if is_number_of(text, PREFIX, r.id, r.received_at)])
    phone = normalise_phone(text)
    tokens = search_tokens(get_keyring(), names=[] if phone else [text], phones=[phone] if phone else [])
    if not tokens:
        return ()
    matching = (
        select(SearchToken.report_id)
        .where(col(SearchToken.token).in_(tokens))
        .group_by(col(SearchToken.report_id))
        .having(func.count() == len(tokens))
    )
    return as_rows(session, list(session.exec(statement.where(col(Report.id).in_(matching)))))
