"""An incident and its client in codes, without a name: what national systems are told of it."""

from dataclasses import dataclass
from datetime import date

from rindu_app.words.ages import Age, PartialDate

# Lists of which an incident may carry several entries, and the lists that it carries one of.
MANY = (
    "violence_kind",
    "violence_form",
    "sexual_violence_kind",
    "sexual_violence_other",
    "reported_elsewhere",
)
ONE = {"time_of_day": "time_of_day", "place": "place", "setting": "setting", "sphere": "sphere"}
PERPETRATOR = {"relation": "relation_fine", "sex": "sex", "age_band": "age_band"}
KIND, NOWHERE = "violence_kind", "none"
# What an entry of these lists says more exactly than the kind that its `parent` names.
FINER = ("violence_form", "sexual_violence_kind", "sexual_violence_other")
LISTS = (*MANY, *ONE.values(), *PERPETRATOR.values(), "relation", "gbvims_class")
CLIENT_LISTS = ("education", "job", "marital", "citizenship")


@dataclass(frozen=True)
class PerpetratorFacts:
    """One alleged perpetrator, or `number` alike. Empty codes are not known."""

    relation: str = ""
    sex: str = ""
    age_band: str = ""
    number: int = 1


@dataclass(frozen=True)
class ClientFacts:
    """The client at the incident. `age` is None where her birth or the incident's date is not known."""

    sex: str = ""
    age: Age | None = None
    education: str = ""
    job: str = ""
    marital: str = ""
    citizenship: str = ""
    has_disability: bool = False


@dataclass(frozen=True)
class IncidentFacts:
    """`codes` has the entries of each list of `MANY`. None is not known, never no."""

    happened: PartialDate | None
    reported: date
    codes: dict[str, tuple[str, ...]]
    time_of_day: str = ""
    place: str = ""
    setting: str = ""
    sphere: str = ""
    has_previous: bool | None = None
    was_exchange: bool | None = None
    statistics: bool | None = None
    perpetrators: tuple[PerpetratorFacts, ...] = ()
    client: ClientFacts = ClientFacts()
