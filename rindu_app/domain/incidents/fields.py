"""What can be said of an incident, checked once for every door."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rindu_app.access.errors import Invalid
from rindu_app.domain.incidents.facts import FINER, KIND, MANY, NOWHERE, ONE, PERPETRATOR, PerpetratorFacts
from rindu_app.domain.incidents.mapping import Lists
from rindu_app.domain.people.fields import check_code, check_text
from rindu_app.settings import get_settings
from rindu_app.words.ages import PartialDate, read_partial
from rindu_app.words.codes import DatePrecision

MOST_PERPETRATORS, MOST_ALIKE = 10, 50
ANSWERS: dict[str, bool | None] = {"": None, "yes": True, "no": False}


@dataclass(frozen=True)
class IncidentFields:
    """Everything empty but the kinds means not known. `codes`: entries of the lists of which there may be several.

    `has_previous`, `was_exchange` and `statistics` are "yes", "no" or "".
    """

    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    year: str = ""
    month: str = ""
    day: str = ""
    time_of_day: str = ""
    place: str = ""
    area_code: str = ""
    setting: str = ""
    sphere: str = ""
    has_previous: str = ""
    was_exchange: str = ""
    statistics: str = ""
    reported_where: str = ""
    description: str = ""
    perpetrators: tuple[PerpetratorFacts, ...] = ()


def check_incident(given: IncidentFields, lists: Lists, today: date) -> dict[str, Any]:
    """Columns of the row that are not sealed. Raises `Invalid` with the field's name."""
    columns: dict[str, Any] = {
        name: check_code(name, getattr(given, name), lists[list_code]) for name, list_code in ONE.items()
    }
    happened = check_date(given, today)
    columns["happened"] = happened.first if happened else None
    columns["precision"] = happened.precision if happened else DatePrecision.UNKNOWN
    for name in ("has_previous", "was_exchange", "statistics"):
        if getattr(given, name) not in ANSWERS:
            raise Invalid(name, "unknown_choice")
        columns[name] = ANSWERS[getattr(given, name)]
    return columns


def check_date(given: IncidentFields, today: date) -> PartialDate | None:
    try:
        happened = read_partial(given.year, given.month, given.day)
    except ValueError:
        raise Invalid("year", "date_unclear") from None
    if happened is not None and happened.first > today:
        raise Invalid("year", "date_future")
    return happened


def check_codes(given: IncidentFields, lists: Lists) -> dict[str, tuple[str, ...]]:
    """The entries of each list, with the kind of every form that was named. Raises `Invalid`."""
    codes = {
        name: {check_code(name, code, lists[name]) for code in given.codes.get(name, ()) if code}
        for name in MANY
    }
    for name in FINER:
        codes[KIND] |= {str(lists[name][code].extra["parent"]) for code in codes[name]}
    if not codes[KIND]:
        raise Invalid(KIND, "kind_missing")
    if NOWHERE in codes["reported_elsewhere"] and len(codes["reported_elsewhere"]) > 1:
        raise Invalid("reported_elsewhere", "no_or_some")
    return {name: tuple(sorted(found)) for name, found in codes.items()}


def check_perpetrators(given: IncidentFields, lists: Lists) -> tuple[PerpetratorFacts, ...]:
    """Those of whom anything is known. Raises `Invalid`."""
    if len(given.perpetrators) > MOST_PERPETRATORS:
        raise Invalid("relation", "unknown_choice")
    for one in given.perpetrators:
        for name, list_code in PERPETRATOR.items():
            check_code(name, getattr(one, name), lists[list_code])
        if not 1 <= one.number <= MOST_ALIKE:
            raise Invalid("number", "amount_range", longest=MOST_ALIKE)
    return tuple(one for one in given.perpetrators if one.relation or one.sex or one.age_band)


def check_words(given: IncidentFields) -> tuple[str, str]:
    """(description, where else it was reported), both sealed by the caller."""
    limit = get_settings().text_max_chars
    return check_text("description", given.description, limit), check_text(
        "reported_where", given.reported_where
    )
