"""Whose paper it is: the office that serves the place of the case. Its address only where it is no secret."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from rindu_app.domain.areas.codes import area_lineage
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.models import Unit
from rindu_app.words.papers import NO_OFFICE

# Who works on cases, the first before all others. A shelter signs nothing.
OFFICES = ("uptd_ppa", "office", "puspaga", "omah_peluk")


@dataclass(frozen=True)
class Letterhead:
    """`town` is where something is signed."""

    office: str
    lines: tuple[str, ...]
    town: str


def read_letterhead(session: Session, area_code: str) -> Letterhead:
    """Two queries. ValueError when `area_code` is malformed."""
    found = session.exec(
        select(Unit).where(
            col(Unit.active).is_(True),
            col(Unit.area_code).in_(area_lineage(area_code)),
            col(Unit.kind).in_(OFFICES),
        )
    ).all()
    unit = min(
        found, key=lambda one: (OFFICES.index(one.kind), -len(one.area_code), one.id or 0), default=None
    )
    code = unit.area_code if unit else area_code
    path = read_area_paths(session, [code]).get(code)
    where = path.text if path else ""
    reach = ""
    if unit is not None:
        reach = " · ".join(filter(None, ["" if unit.address_secret else unit.address, unit.phone]))
    lines = tuple(filter(None, [where, reach]))
    return Letterhead(
        unit.name if unit else NO_OFFICE, lines, path.name.removeprefix("Kabupaten ") if path else ""
    )
