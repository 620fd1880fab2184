"""Keeping the register of partners. An administrator changes those of the own area."""

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import is_within
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.contact.offices import check_hours, check_mail, check_own_area, check_phone, check_text
from rindu_app.models import Partner


@dataclass(frozen=True)
class PartnerFields:
    """What can be entered. `services` are codes of `referral_service`; `mou_until` is "2027-12-31" or empty."""

    area_code: str
    name: str
    kind: str
    services: tuple[str, ...] = ()
    phone: str = ""
    mail: str = ""
    address: str = ""
    hours: dict[str, tuple[str, str]] = field(default_factory=dict)
    mou_number: str = ""
    mou_until: str = ""
    active: bool = True


def save_partner(session: Session, actor: Actor, *, fields: PartnerFields, uid: str = "") -> str:
    """Add a partner, or change the one with this uid; returns its uid.

    Raises `Forbidden`, `NotFound` for a partner of another area, `Invalid` with the name of the field.
    """
    area = check_own_area(session, actor, fields.area_code)
    partner = access_own_partner(session, actor, uid) if uid else Partner(area_code="", name="", kind="")
    if fields.kind not in {item.code for item in list_codes(session, "partner_kind")}:
        raise Invalid("kind", "unknown_choice")
    partner.area_code, partner.kind, partner.timezone = area.code, fields.kind, area.timezone
    partner.name = check_text("name", fields.name, 120, needed=True)
    partner.services = _services(session, fields.services)
    partner.phone, partner.mail = check_phone("phone", fields.phone), check_mail(fields.mail)
    partner.address = check_text("address", fields.address, 300)
    partner.mou_number = check_text("mou_number", fields.mou_number, 80)
    partner.mou_until = _day("mou_until", fields.mou_until)
    partner.hours, partner.active = check_hours(fields.hours), fields.active
    session.add(partner)
    session.flush()
    audit(session, actor, "partners:partner:save", f"partner:{partner.id}", area.code, active=partner.active)
    return partner.uid


def access_own_partner(session: Session, actor: Actor, uid: str) -> Partner:
    """The partner, for its administrator. Raises `Forbidden`, and `NotFound` outside the administrator's area."""
    if not actor.may(Permission.REFERENCE_MANAGE):
        raise Forbidden
    partner = session.exec(select(Partner).where(Partner.uid == uid).with_for_update()).first()
    if partner is None or not is_within(partner.area_code, actor.area_code):
        raise NotFound
    return partner


def _services(session: Session, codes: tuple[str, ...]) -> list[str]:
    known = [item.code for item in list_codes(session, "referral_service")]
    if not codes:
        raise Invalid("services", "required")
    if not set(codes) <= set(known):
        raise Invalid("services", "unknown_choice")
    return [code for code in known if code in codes]


def _day(name: str, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid(name, "time_unclear") from None
