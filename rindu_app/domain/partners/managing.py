"""Partners as their administrator sees them: every field, closed ones included."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.access.scopes import within_area
from rindu_app.domain.codes.queries import read_labels
from rindu_app.domain.partners.commands import PartnerFields, access_own_partner
from rindu_app.models import Partner


@dataclass(frozen=True)
class ManagedPartner:
    """`kind` is the label of the list `partner_kind`; `id` is the key by which the list goes on."""

    id: int
    uid: str
    name: str
    kind: str
    area_code: str
    phone: str
    active: bool


def list_managed_partners(
    session: Session, actor: Actor, *, after: int = 0, size: int = 100
) -> list[ManagedPartner]:
    """Partners of the administrator's area in the order in which they were added, `size` of them after the id `after`."""
    if not actor.may(Permission.REFERENCE_MANAGE):
        raise Forbidden
    labels = read_labels(session, "partner_kind")
    mine = select(Partner).where(within_area(Partner.area_code, actor.area_code), col(Partner.id) > after)
    return [
        ManagedPartner(
            row.id or 0,
            row.uid,
            row.name,
            labels.get(row.kind, row.kind),
            row.area_code,
            row.phone,
            row.active,
        )
        for row in session.exec(mine.order_by(col(Partner.id)).limit(size))
    ]


def read_own_partner(session: Session, actor: Actor, *, uid: str) -> PartnerFields:
    """What can be changed of a partner. Raises `Forbidden`, `NotFound`."""
    row = access_own_partner(session, actor, uid)
    return PartnerFields(
        area_code=row.area_code,
        name=row.name,
        kind=row.kind,
        services=tuple(row.services),
        phone=row.phone,
        mail=row.mail,
        address=row.address,
        hours={day: (times[0], times[1]) for day, times in row.hours.items()},
        mou_number=row.mou_number,
        mou_until=row.mou_until.isoformat() if row.mou_until else "",
        active=row.active,
    )
