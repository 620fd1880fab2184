"""Keeping the register of units. An administrator changes those of the own area."""

from dataclasses import dataclass, field

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.contact.offices import check_hours, check_mail, check_own_area, check_phone, check_text
from rindu_app.models import Unit


@dataclass(frozen=True)
class UnitFields:
    """What can be entered. `hours` maps "1".."7" (Monday first) to ("07:30", "15:30"); a day without an entry is closed."""

    area_code: str
    name: str
    kind: str
    phone: str = ""
    whatsapp: str = ""
    mail: str = ""
    address: str = ""
    address_secret: bool = False
    hours: dict[str, tuple[str, str]] = field(default_factory=dict)
    active: bool = True


def save_unit(session: Session, actor: Actor, *, fields: UnitFields, unit_id: int | None = None) -> int:
    """Add a unit, or change the one with this id; returns its id.

    Raises `Forbidden`, `NotFound` for a unit of another area, `Invalid` with the name of the field.
    """
    area = check_own_area(session, actor, fields.area_code)
    unit = (
        access_unit(session, actor, unit_id) if unit_id is not None else Unit(area_code="", name="", kind="")
    )
    kinds = {item.code: item for item in list_codes(session, "unit_kind")}
    if fields.kind not in kinds:
        raise Invalid("kind", "unknown_choice")
    unit.area_code, unit.kind, unit.timezone = area.code, fields.kind, area.timezone
    unit.name = check_text("name", fields.name, 120, needed=True)
    unit.phone, unit.whatsapp = check_phone("phone", fields.phone), check_phone("whatsapp", fields.whatsapp)
    unit.mail = check_mail(fields.mail)
    unit.address = check_text("address", fields.address, 300)
    if unit.address and kinds[fields.kind].extra.get("secret"):
        raise Invalid("address", "shelter_address_elsewhere")
    # The place of a shelter is never shown, whoever forgets to say so.
    unit.address_secret = fields.address_secret or bool(kinds[fields.kind].extra.get("secret"))
    unit.hours, unit.active = check_hours(fields.hours), fields.active
    session.add(unit)
    session.flush()
    audit(session, actor, "units:unit:save", f"unit:{unit.id}", area.code, active=unit.active)
    return unit.id or 0


def access_unit(session: Session, actor: Actor, unit_id: int) -> Unit:
    """The unit, for its administrator. Raises `Forbidden`, and `NotFound` outside the administrator's area."""
    if not actor.may(Permission.REFERENCE_MANAGE):
        raise Forbidden
    unit = session.exec(select(Unit).where(Unit.id == unit_id).with_for_update()).first()
    if unit is None or not is_within(unit.area_code, actor.area_code):
        raise NotFound
    return unit
