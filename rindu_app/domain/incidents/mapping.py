"""One incident as SIMFONI and as GBVIMS would have it. Pure: the names of both systems come from the code lists.

What is not known is said to be unknown; a missing date is in no band, least of all the best one (peers, 1.7 and 6c).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rindu_app.domain.codes.rows import CodeFacts
from rindu_app.domain.incidents.facts import FINER, KIND, NOWHERE, IncidentFacts, PerpetratorFacts
from rindu_app.words.ages import Age

UNKNOWN = "unknown"
NOT_SAID = "NA"  # SIMFONI's own word
# Days between incident and report, both included; the last band has no end (GBVIMS).
DELAYS = (("0-3", 3), ("4-5", 5), ("6-14", 14), ("15-30", 30), ("31-90", 90))
LONGEST_DELAY = "91+"

Lists = Mapping[str, Mapping[str, CodeFacts]]


@dataclass(frozen=True)
class SimfoniRow:
    """SIMFONI keeps one row for each kind of violence. Empty where nothing is known, `NA` where it has that word."""

    kind: str
    happened: str
    reported: str
    place: str
    setting: str
    sex: str
    age_band: str
    education: str
    job: str
    marital: str
    citizenship: str
    disability: str
    perpetrator_relation: str
    perpetrator_sex: str
    perpetrator_age_band: str
    perpetrators: int


@dataclass(frozen=True)
class GbvimsPerpetrator:
    relation: str
    sex: str
    age_group: str


@dataclass(frozen=True)
class GbvimsIncident:
    """GBVIMS's incident with its single classification; field names are those of its forms."""

    gbv_sexual_violence_type: str
    incident_date: str
    date_of_first_report: str
    incident_timeofday: str
    incident_location_type: str
    reporting_delay: str
    goods_money_exchanged: str
    gbv_previous_incidents: str
    gbv_reported_elsewhere: str
    consent_reporting: str
    alleged_perpetrators: tuple[GbvimsPerpetrator, ...]


def to_simfoni(incident: IncidentFacts, lists: Lists) -> tuple[SimfoniRow, ...]:
    """One row a kind, in the order of the list; no row where no kind is known."""
    client, first = incident.client, _first(incident)
    relation = _parent(lists, "relation_fine", first.relation)
    kinds = [kind for kind in lists[KIND] if kind in incident.codes.get(KIND, ())]
    return tuple(
        SimfoniRow(
            kind=_name(lists, KIND, kind, "simfoni"),
            happened=str(incident.happened or ""),
            reported=incident.reported.isoformat(),
            place=_name(lists, "place", incident.place, "simfoni"),
            setting=_name(lists, "setting", incident.setting, "simfoni"),
            sex=_name(lists, "sex", client.sex, "simfoni"),
            age_band=age_band(client.age, lists),
            education=_name(lists, "education", client.education, "simfoni", NOT_SAID),
            job=_name(lists, "job", client.job, "simfoni", NOT_SAID),
            marital=_name(lists, "marital", client.marital, "simfoni", NOT_SAID),
            citizenship=_name(lists, "citizenship", client.citizenship, "simfoni", NOT_SAID),
            disability="Ya" if client.has_disability else "",
            perpetrator_relation=_name(lists, "relation", relation, "simfoni"),
            perpetrator_sex=_name(lists, "sex", first.sex, "simfoni"),
            perpetrator_age_band=first.age_band or NOT_SAID,
            perpetrators=sum(one.number for one in incident.perpetrators),
        )
        for kind in kinds
    )


def to_gbvims(incident: IncidentFacts, lists: Lists) -> GbvimsIncident:
    return GbvimsIncident(
        gbv_sexual_violence_type=classify(incident, lists),
        incident_date=str(incident.happened or ""),
        date_of_first_report=incident.reported.isoformat(),
        incident_timeofday=_name(lists, "time_of_day", incident.time_of_day, "gbvims", UNKNOWN),
        incident_location_type=_name(lists, "place", incident.place, "gbvims", UNKNOWN),
        reporting_delay=reporting_delay(incident),
        goods_money_exchanged=_truth(incident.was_exchange),
        gbv_previous_incidents=_truth(incident.has_previous),
        gbv_reported_elsewhere=_elsewhere(incident, lists),
        consent_reporting=_truth(incident.statistics),
        alleged_perpetrators=tuple(
            GbvimsPerpetrator(
                _name(lists, "relation_fine", one.relation, "gbvims", UNKNOWN),
                _name(lists, "sex", one.sex, "gbvims", UNKNOWN),
                _name(lists, "age_band", one.age_band, "gbvims", UNKNOWN),
            )
            for one in incident.perpetrators
            for _ in range(one.number)
        ),
    )


def classify(incident: IncidentFacts, lists: Lists) -> str:
    """The gravest class that applies, in the order of GBVIMS's own tool; "" where nothing is known.

    A kind speaks for itself only where no form says it more exactly: words alone are no assault, though both are "sexual".
    """
    said = [(name, code) for name in FINER for code in incident.codes.get(name, ())]
    finer = {_parent(lists, name, code) for name, code in said}
    said += [(KIND, kind) for kind in incident.codes.get(KIND, ()) if kind not in finer]
    classes = {_name(lists, name, code, "gbvims") for name, code in said}
    return next((code for code in lists["gbvims_class"] if code in classes), "")


def reporting_delay(incident: IncidentFacts) -> str:
    """The band of days until the report, where the incident's date leaves only one; else `unknown`."""
    if incident.happened is None or incident.happened.first > incident.reported:
        return UNKNOWN
    longest = (incident.reported - incident.happened.first).days
    shortest = max((incident.reported - incident.happened.last).days, 0)
    return _delay(longest) if _delay(longest) == _delay(shortest) else UNKNOWN


def age_band(age: Age | None, lists: Lists) -> str:
    """SIMFONI's band where all ages that are possible lie in it; else `NA`."""
    if age is None:
        return NOT_SAID
    for code, band in lists["age_band"].items():
        if band.extra["from"] <= age.low and age.high <= band.extra.get("to", age.high):
            return code
    return NOT_SAID


def _delay(days: int) -> str:
    return next((band for band, most in DELAYS if days <= most), LONGEST_DELAY)


def _first(incident: IncidentFacts) -> PerpetratorFacts:
    return incident.perpetrators[0] if incident.perpetrators else PerpetratorFacts()


def _elsewhere(incident: IncidentFacts, lists: Lists) -> str:
    """Told to one that counts as well is what matters, so that nobody is counted twice."""
    codes = incident.codes.get("reported_elsewhere", ())
    if codes == (NOWHERE,):
        return "no"
    names = {_name(lists, "reported_elsewhere", code, "gbvims") for code in codes}
    return next((name for name in ("gbvims-org", "non-gbvims-org") if name in names), UNKNOWN)


def _name(lists: Lists, list_code: str, code: str, system: str, otherwise: str = "") -> str:
    known = lists[list_code].get(code)
    return known.national.get(system, otherwise) if known is not None else otherwise


def _parent(lists: Lists, list_code: str, code: str) -> str:
    known = lists[list_code].get(code)
    return str(known.extra.get("parent", "")) if known is not None else ""


def _truth(answer: bool | None) -> str:
    return UNKNOWN if answer is None else str(answer).lower()
