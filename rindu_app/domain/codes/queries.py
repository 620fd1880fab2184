"""Code lists and hotlines as screens need them. They are public facts: no actor, no access check."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from rindu_app.domain.areas.codes import area_lineage
from rindu_app.domain.codes.rows import CodeFacts, CodeRow, HotlineRow
from rindu_app.models import CodeItem, Hotline
from rindu_app.words import clock


def list_codes(session: Session, list_code: str, on: date | None = None) -> tuple[CodeRow, ...]:
    """The active entries of a list that are valid on a day (today when None), in the order of the list.

    An entry is valid from `valid_from` until the day before `valid_to`. An unknown list is empty. One query.
    """
    statement = _valid(on or clock.now().date()).where(CodeItem.list_code == list_code)
    return tuple(_row(item) for item in session.exec(statement))


def _valid(day: date) -> SelectOfScalar[CodeItem]:
    return (
        select(CodeItem)
        .where(
            col(CodeItem.active).is_(True),
            CodeItem.valid_from <= day,
            or_(col(CodeItem.valid_to).is_(None), col(CodeItem.valid_to) > day),
        )
        .order_by(col(CodeItem.position), col(CodeItem.code))
    )


def _row(item: CodeItem) -> CodeRow:
    return CodeRow(item.code, item.label, item.help, dict(item.extra))


def read_labels(session: Session, list_code: str) -> dict[str, str]:
    """Label by code, entries no longer offered included: old records keep their words. One query."""
    statement = select(CodeItem.code, CodeItem.label).where(CodeItem.list_code == list_code)
    return dict(session.exec(statement).all())


def read_all_labels(session: Session, list_codes: Iterable[str]) -> dict[tuple[str, str], str]:
    """Label by (list, code) of several lists, as `read_labels` gives it for one. One query."""
    statement = select(CodeItem.list_code, CodeItem.code, CodeItem.label).where(
        col(CodeItem.list_code).in_(set(list_codes))
    )
    return {(name, code): words for name, code, words in session.exec(statement)}


def list_many(session: Session, list_codes: Iterable[str]) -> dict[str, tuple[CodeRow, ...]]:
    """Several lists as `list_codes` gives each, for a form with many questions. One query."""
    found: dict[str, list[CodeRow]] = {name: [] for name in list_codes}
    for item in session.exec(_valid(clock.now().date()).where(col(CodeItem.list_code).in_(found))):
        found[item.list_code].append(_row(item))
    return {name: tuple(rows) for name, rows in found.items()}


def read_lists(session: Session, list_codes: Iterable[str]) -> dict[str, dict[str, CodeFacts]]:
    """Every entry of several lists by list and code, entries no longer offered included. One query."""
    found: dict[str, dict[str, CodeFacts]] = {name: {} for name in list_codes}
    statement = select(CodeItem).where(col(CodeItem.list_code).in_(found))
    for item in session.exec(statement.order_by(col(CodeItem.position), col(CodeItem.code))):
        facts = CodeFacts(item.label, dict(item.national), dict(item.extra))
        found[item.list_code][item.code] = facts
    return found


def label_of(session: Session, list_code: str, code: str) -> str:
    """The label of one entry, valid or not; the code itself when the list does not know it. For lists use `read_labels`."""
    statement = select(CodeItem.label).where(CodeItem.list_code == list_code, CodeItem.code == code)
    return session.exec(statement).first() or code


def list_hotlines(session: Session, area_code: str | None = None) -> tuple[HotlineRow, ...]:
    """The active emergency numbers: national ones, after those of the area and its ancestors, nearest area first.

    ValueError when `area_code` is malformed. One query.
    """
    lineage = area_lineage(area_code) if area_code else ()
    here = or_(col(Hotline.area_code).is_(None), col(Hotline.area_code).in_(lineage))
    found = session.exec(select(Hotline).where(col(Hotline.active).is_(True), here)).all()
    ordered = sorted(found, key=lambda line: (-len(line.area_code or ""), line.position, line.number))
    return tuple(
        HotlineRow(line.number, line.label, line.note, line.whatsapp or "", _shown(line.whatsapp))
        for line in ordered
    )


def _shown(whatsapp: str | None) -> str:
    """ "628111129129" as people write it: "08111129129". Numbers of other countries keep a plus sign."""
    if not whatsapp:
        return ""
    return f"0{whatsapp[2:]}" if whatsapp.startswith("62") else f"+{whatsapp}"
