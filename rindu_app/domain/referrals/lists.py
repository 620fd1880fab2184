"""Referrals that wait, for those who sent them; referrals that were sent, for the partner. Paged by key."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, and_, col, func, or_, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.permissions import Permission
from rindu_app.domain.cases.access import number_of as case_number
from rindu_app.domain.codes.queries import label_of, read_labels
from rindu_app.domain.referrals.access import access_addressed, number_of
from rindu_app.domain.referrals.answering import is_live, open_parcel
from rindu_app.domain.referrals.rows import (
    AddressedPage,
    AddressedRow,
    AddressedView,
    WaitingPage,
    WaitingRow,
)
from rindu_app.domain.referrals.workflow import OPEN
from rindu_app.domain.reports.view import timezone_of
from rindu_app.models import Account, Case, CaseMember, Partner, Referral, Unit
from rindu_app.words import clock
from rindu_app.words.codes import ReferralStatus, SharedField, Urgency
from rindu_app.words.labels import label

PAGE = 25


def list_waiting_referrals(
    session: Session, actor: Actor, *, view: str = "mine", after: str = ""
) -> WaitingPage:
    """Open referrals by their clock, the latest first. `view`: mine (cases I am in) or area (what a supervisor sees)."""
    if not actor.may(Permission.CASE_READ):
        raise Forbidden
    statement = (
        select(Referral, Case, Partner.name)
        .join(Case, col(Case.id) == col(Referral.case_id))
        .join(Partner, col(Partner.id) == col(Referral.partner_id))
        .where(col(Referral.status).in_(OPEN))
    )
    if view == "mine":
        statement = statement.where(col(Referral.case_id).in_(_my_cases(actor)))
    if after:
        moment, row_id = after.split("_")
        due = datetime.fromisoformat(moment)
        later = and_(col(Referral.due_at) == due, col(Referral.id) > int(row_id))
        statement = statement.where(or_(col(Referral.due_at) > due, later))
    found = session.exec(statement.order_by(col(Referral.due_at), col(Referral.id)).limit(PAGE + 1)).all()
    services = read_labels(session, "referral_service")
    last = found[PAGE - 1][0] if len(found) > PAGE else None
    key = f"{last.due_at.isoformat()}_{last.id}" if last is not None and last.due_at else ""
    return WaitingPage(tuple(_waiting(*row, services) for row in found[:PAGE]), key)


def count_late_referrals(session: Session, actor: Actor) -> int:
    """What needs me: late ones of my cases; for a supervisor, those that were escalated in her area."""
    if not actor.may(Permission.CASE_READ):
        raise Forbidden
    late = select(func.count(col(Referral.id))).where(col(Referral.status).in_(OPEN))
    if actor.may(Permission.CASE_SUPERVISE):
        late = late.where(col(Referral.escalated_at).is_not(None))
    else:
        late = late.where(col(Referral.due_at) < clock.now(), col(Referral.case_id).in_(_my_cases(actor)))
    return session.exec(late).one()


def list_addressed(session: Session, actor: Actor, *, ended: bool = False, after: int = 0) -> AddressedPage:
    """What was sent to this partner: the open ones, or those that are over; newest first. Raises `Forbidden`."""
    if not actor.may(Permission.REFERRAL_ANSWER):
        raise Forbidden
    is_open = col(Referral.status).in_(OPEN)
    statement = select(Referral).where(~is_open if ended else is_open)
    if after:
        statement = statement.where(col(Referral.id) < after)
    found = session.exec(statement.order_by(col(Referral.id).desc()).limit(PAGE + 1)).all()
    services = read_labels(session, "referral_service")
    key = str(found[PAGE - 1].id) if len(found) > PAGE else ""
    return AddressedPage(tuple(_addressed(row, services) for row in found[:PAGE]), key)


def read_addressed(session: Session, actor: Actor, *, number: str = "") -> AddressedView:
    """One referral as its partner sees it: what the consent allows, and nothing once its access has ended.

    Raises `Forbidden` for anybody else, `NotFound` for what was sent to others.
    """
    referral, content = open_parcel(session, actor, number=number)
    shared: dict[str, str] = content.get("shared", {})
    by, area = _sender(session, referral)
    unit = _unit(session, area)
    return AddressedView(
        number=number_of(referral),
        status=referral.status if content else _ended(referral),
        status_label=label(ReferralStatus(referral.status if content else _ended(referral))),
        service=label_of(session, "referral_service", referral.service),
        urgent=referral.urgency == Urgency.URGENT,
        at=referral.at,
        due=referral.due_at if content else None,
        late=_is_late(referral),
        ended=referral.ended_at,
        live=bool(content),
        purpose=str(content.get("purpose", "")),
        shared=tuple((label(SharedField(code)), text) for code, text in shared.items()),
        office=unit.name if unit else "",
        office_phone=unit.phone if unit else "",
        by=by,
        timezone=timezone_of(session, area),
    )


def peek_addressed(session: Session, actor: Actor, *, number: str = "") -> tuple[str, bool]:
    """By which a change is noticed, without reading it: its status, and whether it may be read now. Not audited."""
    referral = access_addressed(session, actor, number)
    return referral.status, is_live(session, referral)


def _ended(referral: Referral) -> str:
    """What has lost its ground is withdrawn, even before a clock has noted it."""
    return ReferralStatus.REVOKED if ReferralStatus(referral.status) in OPEN else referral.status


def _sender(session: Session, referral: Referral) -> tuple[str, str]:
    """Who asks, by name and area: open facts about a colleague, for a call back."""
    account = session.get(Account, referral.made_by_id)
    return (account.display_name, account.area_code) if account else ("", "")


def _unit(session: Session, area_code: str) -> Unit | None:
    mine = select(Unit).where(
        Unit.area_code == area_code,
        col(Unit.active).is_(True),
        col(Unit.address_secret).is_(False),
        Unit.phone != "",
    )
    return session.exec(mine.order_by(col(Unit.id)).limit(1)).first()


def _my_cases(actor: Actor) -> Any:
    return select(CaseMember.case_id).where(
        CaseMember.account_id == actor.id, col(CaseMember.until).is_(None)
    )


def _is_late(referral: Referral) -> bool:
    is_open = ReferralStatus(referral.status) in OPEN
    return is_open and referral.due_at is not None and referral.due_at < clock.now()


def _waiting(referral: Referral, case: Case, partner: str, services: dict[str, str]) -> WaitingRow:
    return WaitingRow(
        number=number_of(referral),
        case_number=case_number(case),
        partner=partner,
        service=services.get(referral.service, referral.service),
        urgent=referral.urgency == Urgency.URGENT,
        status_label=label(ReferralStatus(referral.status)),
        due=referral.due_at,
        late=_is_late(referral),
        escalated=referral.escalated_at is not None,
    )


def _addressed(referral: Referral, services: dict[str, str]) -> AddressedRow:
    return AddressedRow(
        number=number_of(referral),
        service=services.get(referral.service, referral.service),
        urgent=referral.urgency == Urgency.URGENT,
        status=referral.status,
        status_label=label(ReferralStatus(referral.status)),
        at=referral.at,
        due=referral.due_at,
        late=_is_late(referral),
    )
