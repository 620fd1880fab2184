"""Queueing notices. Nothing leaves here; the job process sends what is committed."""

from datetime import datetime

from sqlmodel import Session, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.access.session import widened
from rindu_app.domain.contact.allowed import contact_rule
from rindu_app.domain.contact.phones import normalise_phone
from rindu_app.domain.contact.safety import why_unsafe
from rindu_app.domain.reports.access import access_report, number_of, own_id, sealer_of
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.history import add_event
from rindu_app.domain.reports.view import newest_contact, timezone_of
from rindu_app.models import Delivery, Partner, Referral, Report, Unit
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from rindu_app.words.codes import ContactWay, DeliveryChannel, ReportAction
from rindu_app.words.notices import Notice

CHANNELS = {ContactWay.WHATSAPP: DeliveryChannel.WHATSAPP}


def notify_reporter(
    session: Session,
    actor: Actor,
    *,
    number: str,
    way: ContactWay,
    notice: Notice,
    reason: str = "",
) -> Delivery:
    """Queue a notice for the person of a report, as her safe contact allows; the rule is asked again when it is sent.

    Breaking the rule takes a `reason`, which stays in the report's history. The same notice of a report
    within an hour is one, however often and in whatever spelling of its number it is asked for.
    Raises `Invalid` (`no_way_out`, `no_phone`), `Conflict` with the rule's own code, `NotFound`, `Forbidden`.
    """
    report = access_report(session, actor, number, Permission.REPORT_WRITE)
    if way not in CHANNELS:
        raise Invalid("way", "no_way_out")
    reason = clean_text(reason)
    contact = newest_contact(session, report)
    rule, zone = contact_rule(session, report, contact), timezone_of(session, report.area_code)
    code = why_unsafe(rule, way, clock.now(), zone)
    if code and not reason:
        raise Conflict(code)
    details = sealer_of(session, report).open_json(f"safe_contact.details:{contact.uid}", contact.details)
    phone = normalise_phone(details.get("phone", ""))
    if not phone:
        raise Invalid("way", "no_phone")
    key = f"{number_of(report)}:{notice}:{clock.now():%Y%m%d%H}"
    delivery = queue_for_reporter(session, report, CHANNELS[way], notice, key, phone, overridden=bool(code))
    add_event(
        session,
        actor,
        report,
        ReportAction.NOTIFY,
        note=reason if code else "",
        notice=notice,
        broke=code or "",
    )
    return delivery


def queue_for_reporter(
    session: Session,
    report: Report,
    channel: DeliveryChannel,
    notice: Notice,
    key: str,
    to: str,
    *,
    overridden: bool,
    useful_until: datetime | None = None,
) -> Delivery:
    """To a telephone number; whoever calls has asked the rule. The same `key` twice is one notice."""
    if earlier := is_queued(session, key):
        return earlier
    uid = new_uid()
    sealed = sealer_of(session, report).seal(recipient_place(uid), to)
    delivery = Delivery(
        key=key, uid=uid, report_id=own_id(report), channel=channel, template=notice, recipient=sealed,
        overridden=overridden, created_at=clock.now(), useful_until=useful_until,
    )  # fmt: skip
    session.add(delivery)
    return delivery


def queue_for_unit(
    session: Session, actor: Actor, *, unit: Unit, notice: Notice, key: str
) -> Delivery | None:
    """Queue a mail to an office's own address. None where it has none, or where this `key` is queued already."""
    if not unit.mail or is_queued(session, key):
        return None
    delivery = Delivery(
        key=key, unit_id=unit.id, channel=DeliveryChannel.MAIL, template=notice, created_at=clock.now()
    )
    session.add(delivery)
    audit(session, actor, "delivery:queued", f"unit:{unit.id}", unit.area_code, notice=notice)
    return delivery


def queue_for_partner(
    session: Session,
    *,
    partner: Partner,
    notice: Notice,
    key: str,
    uid: str = "",
    referral: Referral | None = None,
    link: bytes | None = None,
) -> Delivery | None:
    """Queue a mail to a partner's own address, with the sealed address of a page below it for a `referral`.

    None where it has no mail, or where this `key` is queued already.
    """
    if not partner.mail or is_queued(session, key):
        return None
    delivery = Delivery(
        key=key, uid=uid or new_uid(), partner_id=partner.id, referral_id=referral.id if referral else None, link=link,
        channel=DeliveryChannel.MAIL, template=notice, created_at=clock.now(),
    )  # fmt: skip
    with widened(
        session, "a neutral notice"
    ):  # it hangs on nothing that the actor could see, and says nothing
        session.add(delivery)
        session.flush()
    return delivery


def is_queued(session: Session, key: str) -> Delivery | None:
    """The notice with this key, if there is one."""
    return session.exec(select(Delivery).where(Delivery.key == key)).first()


def recipient_place(uid: str) -> str:
    return f"delivery.recipient:{uid}"


def link_place(uid: str) -> str:
    return f"delivery.link:{uid}"
