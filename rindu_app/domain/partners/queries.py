"""Partners as a counsellor looks them up: whom she can ask for what."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import within_area
from rindu_app.domain.areas.codes import area_lineage
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.units.queries import say_hours
from rindu_app.models import Partner
from rindu_app.words import clock

MOST = 200


@dataclass(frozen=True)
class PartnerRow:
    """`services` are (code, label); `mou_over` says that the agreement has ended."""

    uid: str
    name: str
    kind: str
    services: tuple[tuple[str, str], ...]
    hours: str
    phone: str
    mail: str
    address: str
    mou_number: str
    mou_until: date | None
    mou_over: bool


def list_partners(session: Session, actor: Actor, *, service: str = "") -> tuple[PartnerRow, ...]:
    """Active partners that serve the actor's area, by name: those of her kabupaten and those above it. Raises `Forbidden`."""
    if not actor.may(Permission.CASE_READ):
        raise Forbidden
    kinds, services = read_labels(session, "partner_kind"), read_labels(session, "referral_service")
    found = session.exec(
        select(Partner)
        .where(col(Partner.active).is_(True), serves(actor.area_code))
        .order_by(col(Partner.name))
        .limit(MOST)
    ).all()
    return tuple(
        _row(partner, kinds, services) for partner in found if not service or service in partner.services
    )


def find_partner(session: Session, area_code: str, uid: str) -> Partner | None:
    """An active partner that serves this area, or None."""
    return session.exec(
        select(Partner).where(Partner.uid == uid, col(Partner.active).is_(True), serves(area_code))
    ).first()


def serves(area_code: str) -> ColumnElement[bool]:
    """Partners of the kabupaten or kota around the area, of what lies above it, and within it. "" is the whole country."""
    if not area_code:
        return within_area(Partner.area_code, "")
    lineage = area_lineage(area_code)
    around = lineage[-2] if len(lineage) > 1 else lineage[0]
    return or_(col(Partner.area_code).in_(lineage), within_area(Partner.area_code, around))


def _row(partner: Partner, kinds: dict[str, str], services: dict[str, str]) -> PartnerRow:
    return PartnerRow(
        uid=partner.uid,
        name=partner.name,
        kind=kinds.get(partner.kind, partner.kind),
        services=tuple((code, services.get(code, code)) for code in partner.services),
        hours=say_hours(partner.hours, partner.timezone, clock.now()),
        phone=partner.phone,
        mail=partner.mail,
        address=partner.address,
        mou_number=partner.mou_number,
        mou_until=partner.mou_until,
        mou_over=partner.mou_until is not None and partner.mou_until < clock.now().date(),
    )
