"""Units as their administrator sees them: every field, closed ones included."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import within_area
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.units.commands import UnitFields, access_unit
from rindu_app.models import Unit


@dataclass(frozen=True)
class ManagedUnit:
    """`kind` is the label of the list `unit_kind`."""

    id: int
    name: str
    kind: str
    area_code: str
    phone: str
    active: bool


def list_managed_units(
    session: Session, actor: Actor, *, after: int = 0, size: int = 100
) -> list[ManagedUnit]:
    """Units of the administrator's area in the order in which they were added, `size` of them after the id `after`."""
    if not actor.may(Permission.REFERENCE_MANAGE):
        raise Forbidden
    labels = read_labels(session, "unit_kind")
    mine = select(Unit).where(within_area(Unit.area_code, actor.area_code), col(Unit.id) > after)
    return [
        ManagedUnit(
            unit.id or 0, unit.name, labels.get(unit.kind, unit.kind), unit.area_code, unit.phone, unit.active
        )
        for unit in session.exec(mine.order_by(col(Unit.id)).limit(size))
    ]


def read_unit(session: Session, actor: Actor, *, unit_id: int) -> UnitFields:
    """What can be changed of a unit. Raises `Forbidden`, `NotFound`."""
    unit = access_unit(session, actor, unit_id)
    return UnitFields(
        area_code=unit.area_code,
        name=unit.name,
        kind=unit.kind,
        phone=unit.phone,
        whatsapp=unit.whatsapp,
        mail=unit.mail,
        address=unit.address,
        address_secret=unit.address_secret,
        hours={day: (times[0], times[1]) for day, times in unit.hours.items()},
        active=unit.active,
    )
