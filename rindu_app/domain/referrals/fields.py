"""What each field of a referral says: some the file knows, some are written for this one referral."""

from sqlmodel import Session, col, select

from rindu_app.access.errors import Invalid
from rindu_app.access.sealing import Sealer
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.contact.phones import normalise_phone
from rindu_app.domain.people.client import client_age
from rindu_app.domain.reports.access import sealer_of as report_sealer
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.reports.view import newest_contact
from rindu_app.models import Case, Report, SafeContact
from rindu_app.words import clock, dates
from rindu_app.words.codes import ContactWay, Risk
from rindu_app.words.labels import label

# Fields that a person writes anew each time, so that nothing of the file is copied by habit.
WRITTEN = ("address", "needs", "summary")
LONGEST = 2_000
_UNKNOWN = "Belum diketahui"


def fill_fields(
    session: Session, case: Case, sealer: Sealer, fields: tuple[str, ...], written: dict[str, str]
) -> dict[str, str]:
    """Text by field. Raises `Invalid` for a field that has to be written and was not."""
    client = sealer.open_json(f"case.client:{sealer.uid}", case.client)
    found: dict[str, str] = {}
    for name in fields:
        if name in WRITTEN:
            found[name] = required_text(name, written.get(name, ""), LONGEST)
        elif name == "phone":
            found[name] = _phone(session, case, client["phone"])
        elif name == "area":
            place = read_area_paths(session, [case.area_code]).get(case.area_code)
            found[name] = place.text if place else _UNKNOWN
        elif name == "risk":
            found[name] = label(Risk(case.risk))
        elif name == "age":
            found[name] = client_age(client, case.opened_at.date(), clock.now().date()) or _UNKNOWN
        elif name == "name":
            found[name] = client["name"] or _UNKNOWN
        else:
            raise Invalid("fields", "unknown_choice")
    return found


def _phone(session: Session, case: Case, number: str) -> str:
    """The number with the rule it was given under (RR-05): whoever calls must know it."""
    if not number:
        return _UNKNOWN
    reports = select(Report).where(Report.case_id == case.id).order_by(col(Report.id).desc())
    for report in session.exec(reports).all():
        contact = newest_contact(session, report)
        sealed = contact.details
        details = report_sealer(session, report).open_json(f"safe_contact.details:{contact.uid}", sealed)
        # A second reporter of the same event has a number, hours and trusted people of her own.
        if normalise_phone(details.get("phone", "")) == normalise_phone(number):
            return ". ".join([number, *_rules(contact, details)])
    return f"{number}. Waktu yang aman belum diketahui; tanyakan dulu kepada kami"


def _rules(contact: SafeContact, details: dict[str, str]) -> list[str]:
    days = ", ".join(dates.LONG_DAYS[day - 1] for day in contact.days)
    hours = ""
    if contact.hour_from is not None and contact.hour_to is not None:
        hours = f"{contact.hour_from:02d}.00–{contact.hour_to:02d}.00"
    when = " ".join(filter(None, [days, hours]))
    answers = details.get("who_answers", "")
    said = [
        f"Hanya {when}" if when else "",
        _way(contact),
        f"Yang boleh mengangkat: {answers}" if answers else "",
        "" if contact.may_identify else "Jangan menyebut lembaga atau keperluan Anda kepada orang lain",
    ]
    return [words for words in said if words]


def _way(contact: SafeContact) -> str:
    if ContactWay.PHONE in contact.ways:
        return ""
    if ContactWay.WHATSAPP in contact.ways:
        return "Hanya pesan WhatsApp, jangan menelepon"
    return "Ia tidak memilih telepon; tanyakan dulu kepada kami"
