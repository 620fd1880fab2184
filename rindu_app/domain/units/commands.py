"""Keeping the register of units. An administrator changes those of the own area."""

import re
from dataclasses import dataclass, field

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.reports.answers import clean_text
from rindu_app.models import Area, Unit

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_MAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_PHONE = re.compile(r"[\d\s()+.-]*")


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
    area = _area(session, actor, fields.area_code)
    unit = (
        access_unit(session, actor, unit_id) if unit_id is not None else Unit(area_code="", name="", kind="")
    )
    kinds = {item.code: item for item in list_codes(session, "unit_kind")}
    if fields.kind not in kinds:
        raise Invalid("kind", "unknown_choice")
    unit.area_code, unit.kind, unit.timezone = area.code, fields.kind, area.timezone
    unit.name = _text("name", fields.name, 120, needed=True)
    unit.phone, unit.whatsapp = _phone("phone", fields.phone), _phone("whatsapp", fields.whatsapp)
    unit.mail = _mail(fields.mail)
    unit.address = _text("address", fields.address, 300)
    # The place of a shelter is never shown, whoever forgets to say so.
    unit.address_secret = fields.address_secret or bool(kinds[fields.kind].extra.get("secret"))
    unit.hours, unit.active = _hours(fields.hours), fields.active
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


def _area(session: Session, actor: Actor, code: str) -> Area:
    if not actor.may(Permission.REFERENCE_MANAGE):
        raise Forbidden
    area = session.get(Area, code)
    if area is None or area.valid_to is not None:
        raise Invalid("area_code", "unknown_area")
    if not is_within(code, actor.area_code):
        raise Forbidden
    return area


def _text(name: str, value: str, limit: int, *, needed: bool = False) -> str:
    text = clean_text(value)
    if needed and not text:
        raise Invalid(name, "required")
    if len(text) > limit:
        raise Invalid(name, "too_long", limit=limit, length=len(text))
    return text


def _phone(name: str, value: str) -> str:
    text = _text(name, value, 30)
    if not _PHONE.fullmatch(text):
        raise Invalid(name, "phone_form")
    return text


def _mail(value: str) -> str:
    text = _text("mail", value, 120)
    if text and not _MAIL.fullmatch(text):
        raise Invalid("mail", "mail_form")
    return text


def _hours(hours: dict[str, tuple[str, str]]) -> dict[str, list[str]]:
    kept = {}
    for day, (opens, closes) in sorted(hours.items()):
        if day not in "1234567" or len(day) != 1:
            raise Invalid("hours", "unknown_choice")
        if not opens and not closes:
            continue
        if not _TIME.fullmatch(opens) or not _TIME.fullmatch(closes):
            raise Invalid("hours", "time_form")
        if opens >= closes:
            raise Invalid("hours", "hours_reversed")
        kept[day] = [opens, closes]
    return kept
