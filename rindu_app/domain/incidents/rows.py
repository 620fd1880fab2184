"""What screens show of incidents."""

from dataclasses import dataclass

from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.incidents.mapping import GbvimsIncident, SimfoniRow
from rindu_app.words.ages import Age, PartialDate


@dataclass(frozen=True)
class PerpetratorRow:
    relation: str
    sex: str
    age_band: str
    number: int


@dataclass(frozen=True)
class IncidentRow:
    """One incident in words. `age` is the client's at that time; None is not known."""

    uid: str
    version: int
    happened: PartialDate | None
    time_of_day: str
    place: str
    area: str
    kinds: tuple[str, ...]
    forms: tuple[str, ...]
    sexual: tuple[str, ...]
    setting: str
    sphere: str
    perpetrators: tuple[PerpetratorRow, ...]
    reported_elsewhere: tuple[str, ...]
    reported_where: str
    has_previous: bool | None
    was_exchange: bool | None
    statistics: bool | None
    description: str
    age: Age | None
    gbvims_class: str
    gbvims: GbvimsIncident
    simfoni: tuple[SimfoniRow, ...]
    fields: IncidentFields


@dataclass(frozen=True)
class IncidentsView:
    """Newest first; those without a date last."""

    head: CaseHead
    incidents: tuple[IncidentRow, ...]
