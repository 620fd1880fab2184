"""What can be said of a person of a case, checked once for every door."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rindu_app.access.errors import Invalid
from rindu_app.domain.codes.rows import CodeFacts
from rindu_app.domain.reports.answers import clean_text
from rindu_app.words.ages import OLDEST, PartialDate, read_partial
from rindu_app.words.codes import PersonRole, PersonSafety

SHORT, LONG = 200, 1000
# Field of a person → list it is chosen from.
ONE = {
    "relation": "relation_fine", "sex": "sex", "education": "education", "job": "job", "marital": "marital",
    "citizenship": "citizenship",
}  # fmt: skip
MANY = {"disabilities": "disability", "accommodations": "accommodation"}
LISTS = (*ONE.values(), *MANY.values(), "age_band", "perpetrator_name_service")
# Who is written down before the client has allowed anything, because they are the ones to be asked.
ASKED_FIRST = frozenset({PersonRole.PARENT, PersonRole.GUARDIAN})
# Who may be asked to consent for somebody else.
MAY_GUARD = frozenset({PersonRole.PARENT, PersonRole.GUARDIAN, PersonRole.HOUSEHOLD, PersonRole.SUPPORT})


@dataclass(frozen=True)
class PersonFields:
    """Anybody of a case but an alleged perpetrator. Empty means not known or not asked; only the role is needed.

    `nik` "" leaves what is there as it is, `drop_nik` takes it out.
    """

    role: str
    relation: str = ""
    sex: str = ""
    education: str = ""
    job: str = ""
    marital: str = ""
    citizenship: str = ""
    disabilities: tuple[str, ...] = ()
    accommodations: tuple[str, ...] = ()
    in_household: bool = False
    is_guardian: bool = False
    safety: str = PersonSafety.UNKNOWN
    name: str = ""
    phone: str = ""
    address: str = ""
    note: str = ""
    nik: str = ""
    drop_nik: bool = False
    born_year: str = ""
    born_month: str = ""
    born_day: str = ""
    age: str = ""


@dataclass(frozen=True)
class PerpetratorFields:
    """An alleged perpetrator, as far as needed: a name only for a service that cannot do without it, with the reason."""

    relation: str
    sex: str = ""
    age_band: str = ""
    in_household: bool = False
    name: str = ""
    service: str = ""
    reason: str = ""


Lists = Mapping[str, Mapping[str, CodeFacts]]


def check_person(given: PersonFields, lists: Lists) -> dict[str, Any]:
    """Columns of the row. Raises `Invalid` with the field's name."""
    if given.role not in set(PersonRole) - {PersonRole.PERPETRATOR}:
        raise Invalid("role", "unknown_choice")
    if given.safety not in set(PersonSafety):
        raise Invalid("safety", "unknown_choice")
    role = PersonRole(given.role)
    if given.is_guardian and role not in MAY_GUARD:
        raise Invalid("is_guardian", "not_a_guardian")
    columns: dict[str, Any] = {
        name: check_code(name, getattr(given, name), lists[list_code]) for name, list_code in ONE.items()
    }
    columns |= {
        name: sorted({check_code(name, code, lists[list_code]) for code in getattr(given, name) if code})
        for name, list_code in MANY.items()
    }
    if role is PersonRole.CLIENT:
        columns["relation"] = ""
    columns |= {"role": role, "in_household": given.in_household, "is_guardian": given.is_guardian}
    return columns | {"safety": given.safety}


def check_details(given: PersonFields, today: date) -> dict[str, Any]:
    """What is sealed of a person, the NIK excepted. Raises `Invalid`."""
    born = check_born(given, today)
    return {
        "name": check_text("name", given.name),
        "phone": check_text("phone", given.phone, 40),
        "address": check_text("address", given.address, 400),
        "note": check_text("note", given.note, LONG),
        "born": str(born or ""),
        "age": "" if born else _age(given.age),
        "age_on": "" if born or not given.age.strip() else today.isoformat(),
    }


def check_born(given: PersonFields, today: date) -> PartialDate | None:
    """A birth date of which day or month may be missing. One that is known makes the stated age needless."""
    try:
        born = read_partial(given.born_year, given.born_month, given.born_day)
    except ValueError:
        raise Invalid("born_year", "date_unclear") from None
    if born is not None and not today.year - OLDEST <= born.year <= today.year + 1:
        raise Invalid("born_year", "date_unclear")
    return born


def check_code(field: str, code: str, known: Mapping[str, CodeFacts]) -> str:
    if code and code not in known:
        raise Invalid(field, "unknown_choice")
    return code


def check_text(field: str, text: str, limit: int = SHORT) -> str:
    kept = clean_text(text)
    if len(kept) > limit:
        raise Invalid(field, "too_long", limit=limit, length=len(kept))
    return kept


def _age(text: str) -> str:
    text = text.strip()
    if text and not (text.isascii() and text.isdigit() and int(text) <= OLDEST):
        raise Invalid("age", "age_form")
    return text
