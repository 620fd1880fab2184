"""Reaching out by telephone or WhatsApp: only as the person allowed it, or with a reason that stays on record (RR-05)."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Invalid
from rindu_app.access.permissions import Permission
from rindu_app.domain.contact.allowed import contact_rule
from rindu_app.domain.contact.phones import normalise_phone, whatsapp_link
from rindu_app.domain.contact.safety import why_unsafe
from rindu_app.domain.reports.access import access_report, sealer_of
from rindu_app.domain.reports.answers import clean_text
from rindu_app.domain.reports.history import add_event
from rindu_app.domain.reports.view import newest_contact, timezone_of
from rindu_app.words import clock
from rindu_app.words.codes import ContactWay, ReportAction

# Says nothing about us: it stays in the history of a phone that others may read.
GREETING = "Halo, kapan waktu yang baik untuk menelepon?"


def note_contact(
    session: Session, actor: Actor, *, number: str, way: ContactWay, override_reason: str = ""
) -> str:
    """Ask to telephone or write to the person; returns the link to do it with (`tel:…` or `https://wa.me/…`).

    The number is given out here and nowhere else, so that every use leaves a line in the report's history.
    Raises `Conflict` with the reason where safe contact forbids it and no `override_reason` is given; `Invalid`
    for a way that is no telephone; `Conflict` where no number is known.
    """
    report = access_report(session, actor, number, Permission.REPORT_WRITE, lock=True)
    if way not in (ContactWay.PHONE, ContactWay.WHATSAPP):
        raise Invalid("way", "unknown_choice")
    contact = newest_contact(session, report)
    details = sealer_of(session, report).open_json(f"safe_contact.details:{contact.uid}", contact.details)
    zone, reason = timezone_of(session, report.area_code), clean_text(override_reason)[:300]
    unsafe = why_unsafe(contact_rule(session, report, contact), way, clock.now(), zone)
    if unsafe and not reason:
        raise Conflict(unsafe)
    phone = normalise_phone(details["phone"])
    if not phone:
        raise Conflict("no_phone")
    add_event(session, actor, report, ReportAction.CONTACT, note=reason, way=way, overridden=unsafe or "")
    return f"tel:{phone}" if way is ContactWay.PHONE else whatsapp_link(phone, GREETING)
