"""Areas as screens need them. They are public facts: no actor, no access check."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from rindu_app.access.errors import NotFound
from rindu_app.domain.areas.codes import area_lineage
from rindu_app.domain.areas.rows import AreaPath, AreaRow
from rindu_app.models import Area


def list_children(session: Session, parent_code: str | None) -> tuple[AreaRow, ...]:
    """The areas directly below `parent_code` that are valid today, by name; the provinces when it is None.

    An unknown or malformed code has no children. One query.
    """
    statement = (
        select(Area)
        .where(col(Area.parent_code) == parent_code, col(Area.valid_to).is_(None))
        .order_by(col(Area.name_search), col(Area.code))
    )
    return tuple(_row(area) for area in session.exec(statement))


def read_area_path(session: Session, code: str) -> AreaPath:
    """The area with its ancestors, nearest first, closed codes included: old records keep theirs.

    Raises NotFound for a code that no area has or had. One query.
    """
    path = read_area_paths(session, [code]).get(code)
    if path is None:
        raise NotFound
    return path


def read_area_paths(session: Session, codes: Iterable[str]) -> dict[str, AreaPath]:
    """The path of each code, in one query; for lists. Unknown and malformed codes are left out."""
    lineages = {code: lineage for code in set(codes) if (lineage := _lineage(code))}
    wanted = {step for lineage in lineages.values() for step in lineage}
    areas = session.exec(select(Area).where(col(Area.code).in_(wanted))) if wanted else ()
    rows = {area.code: _row(area) for area in areas}
    return {
        code: AreaPath(code, tuple(rows[step] for step in lineage if step in rows))
        for code, lineage in lineages.items()
        if code in rows
    }


def _lineage(code: str) -> tuple[str, ...]:
    try:
        return area_lineage(code)
    except ValueError:
        return ()


def _row(area: Area) -> AreaRow:
    return AreaRow(area.code, area.name, area.kind, area.level)
