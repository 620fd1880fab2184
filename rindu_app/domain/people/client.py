"""The client among the people of her case: her name, phone and age stay where the case keeps them, in `Case.client`."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, func, select

from rindu_app.access.keyring import get_keyring
from rindu_app.access.sealing import Sealer
from rindu_app.domain.contact.phones import normalise_phone
from rindu_app.domain.people.nik import is_whole
from rindu_app.models import Case, CasePerson, Report
from rindu_app.words.ages import Born, age_on, born_by_age, born_on, parse_partial, say_age, told_age
from rindu_app.words.codes import PersonRole

# What of a client lies in `Case.client`; of everybody else it lies in the row.
IN_CASE = ("name", "phone", "born", "age", "age_on")


def read_client(case: Case, sealer: Sealer) -> dict[str, str]:
    return dict(sealer.open_json(f"case.client:{sealer.uid}", case.client))


def write_client(case: Case, sealer: Sealer, details: dict[str, Any]) -> dict[str, Any]:
    """Put what belongs to the case there, and give back the rest."""
    facts = {name: details[name] for name in IN_CASE}
    case.client = sealer.seal_json(f"case.client:{sealer.uid}", facts)
    return {name: value for name, value in details.items() if name not in IN_CASE}


def new_client(case_id: int, by_id: int, phone: str) -> CasePerson:
    """The client's row of a case that is being opened."""
    return CasePerson(case_id=case_id, role=PersonRole.CLIENT, phone_hash=phone_hash(phone), by_id=by_id)


def client_row(session: Session, case: Case) -> CasePerson:
    statement = select(CasePerson).where(
        CasePerson.case_id == case.id, col(CasePerson.role) == PersonRole.CLIENT
    )
    return session.exec(statement).one()


def reported_on(session: Session, case: Case, timezone: str) -> date:
    """The day of the first report, by the clocks of the place; of the case where its reports are gone."""
    first = session.exec(select(func.min(Report.received_at)).where(Report.case_id == case.id)).one()
    return (first or case.opened_at).astimezone(ZoneInfo(timezone)).date()


def born_of(facts: dict[str, str], told_on: date) -> Born | None:
    """When somebody was born, as exactly as it is known: by a date, by an age that was stated, or by what a reporter wrote."""
    if (day := parse_partial(facts.get("born", ""))) is not None:
        return born_on(day)
    years = told_age(facts.get("age", ""))
    if years is None:
        return None
    stated = facts.get("age_on", "")
    return born_by_age(years, date.fromisoformat(stated) if stated else told_on)


def client_age(told: dict[str, str], told_on: date, today: date) -> str:
    """How old she is today, in words; as she or somebody else put it, where no number is in it."""
    born = born_of(told, told_on)
    return say_age(age_on(born, today)) if born else told.get("age", "")


def phone_hash(phone: str) -> str | None:
    """The same keyed hash that finds a report by its number."""
    number = normalise_phone(phone)
    return get_keyring().index_token("phone", number) if number else None


def nik_hash(digits: str) -> str | None:
    return get_keyring().index_token("nik", digits) if is_whole(digits) else None
