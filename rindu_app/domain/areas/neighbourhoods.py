"""RT and RW: below the national codes, kept by the office itself."""

import re

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Forbidden, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.models import Area, Neighbourhood

VILLAGE = 4
_NUMBER = re.compile(r"\d{1,3}")


def list_neighbourhoods(session: Session, area_code: str) -> tuple[tuple[str, str], ...]:
    """(RW, RT) of a desa or kelurahan, in order. Public facts: no actor, no access check."""
    statement = select(Neighbourhood.rw, Neighbourhood.rt).where(Neighbourhood.area_code == area_code)
    return tuple(session.exec(statement.order_by(col(Neighbourhood.rw), col(Neighbourhood.rt))))


def add_neighbourhoods(
    session: Session, actor: Actor, *, area_code: str, rw: str, first: str, last: str = ""
) -> int:
    """Add the RT `first` to `last` of one RW ("003"); those that are there already stay. Returns how many are new.

    Raises `Forbidden` outside the administrator's area, `Invalid` for what is no number or no desa, `Conflict` when all exist.
    """
    if not actor.may(Permission.REFERENCE_MANAGE) or not is_within(area_code, actor.area_code):
        raise Forbidden
    area = session.get(Area, area_code)
    if area is None or area.level != VILLAGE:
        raise Invalid("area_code", "not_a_village")
    low, high = _number("first", first), _number("last", last or first)
    if low > high or high - low > 60:
        raise Invalid("last", "number_range")
    written = f"{_number('rw', rw):03d}"
    known = {rt for known_rw, rt in list_neighbourhoods(session, area_code) if known_rw == written}
    new = [f"{number:03d}" for number in range(low, high + 1) if f"{number:03d}" not in known]
    if not new:
        raise Conflict("already_there")
    session.add_all(Neighbourhood(area_code=area_code, rw=written, rt=rt) for rt in new)
    audit(session, actor, "areas:neighbourhood:add", area_code, area_code, rw=written, count=len(new))
    return len(new)


def _number(field: str, text: str) -> int:
    if not _NUMBER.fullmatch(text.strip()) or int(text) == 0:
        raise Invalid(field, "number_form")
    return int(text)
