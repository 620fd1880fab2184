"""What each field of a referral says: some the file knows, some are written for this one referral."""

from sqlmodel import Session, col, select

from rindu_app.access.errors import Invalid
from rindu_app.access.sealing import Sealer
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.people.client import client_age
from rindu_app.domain.reports.access import sealer_of as report_sealer
from rindu_app.domain.reports.answers import required_text
from rindu_app.domain.reports.view import newest_contact
from rindu_app.models import Case, Report, SafeContact
from rindu_app.words import clock, dates
from rindu_app.words.codes import Risk
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
    report = session.exec(select(Report).where(Report.case_id == case.id).order_by(col(Report.id))).first()
    if not number or report is None:
        return number or _UNKNOWN
    contact = newest_contact(session, report)
    details = report_sealer(session, report).open_json(f"safe_contact.details:{contact.uid}", contact.details)
    return ". ".join([number, *_rules(contact, details)])


def _rules(contact: SafeContact, details: dict[str, str]) -> list[str]:
    days = ", ".join(dates.LONG_DAYS[day - 1] for day in contact.days)
    hours = ""
    if contact.hour_from is not None and contact.hour_to is not None:
        hours = f"{contact.hour_from:02d}.00–{contact.hour_to:02d}.00"
    when = " ".join(filter(None, [days, hours]))
    return list(
        filter(
            None,
            [
                f"Hanya {when}" if when else "",
                f"Yang boleh mengangkat: {details['who_answers']}" if details.get("who_answers") else "",
                ""
                if contact.may_identify
                else "Jangan menyebut lembaga atau keperluan Anda kepada orang lain",
            ],
        )
    )
