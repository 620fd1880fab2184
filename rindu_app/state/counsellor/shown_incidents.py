"""Incidents in the words of their screen."""

from dataclasses import dataclass

from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.incidents.mapping import UNKNOWN
from rindu_app.domain.incidents.rows import IncidentRow, PerpetratorRow
from rindu_app.state.counsellor.shown_people import age_words
from rindu_app.words import dates

UNSAID = "Belum diketahui"
# How many (kinds of) alleged perpetrators the form has room for.
GROUPS = (1, 2, 3, 4)
_PLAIN = (
    "year", "month", "day", "time_of_day", "place", "area_code", "setting", "sphere", "has_previous", "was_exchange",
    "statistics", "reported_where", "description",
)  # fmt: skip
_SAID = {True: "Ya", False: "Tidak", None: UNSAID}


@dataclass(frozen=True)
class ShownFact:
    name: str
    value: str


@dataclass(frozen=True)
class ShownIncident:
    uid: str
    title: str
    kinds: str
    facts: tuple[ShownFact, ...]
    counted: tuple[ShownFact, ...]
    description: str
    version: int


def show_incident(row: IncidentRow) -> ShownIncident:
    when = dates.show_partial(row.happened)
    return ShownIncident(
        uid=row.uid,
        title=" · ".join(filter(None, [when[:1].upper() + when[1:], row.time_of_day])),
        kinds=", ".join(row.kinds),
        facts=tuple(fact for fact in _facts(row) if fact.value),
        counted=_counted(row),
        description=row.description,
        version=row.version,
    )


def old_of(fields: IncidentFields) -> dict[str, str]:
    """What the form begins with."""
    old = {name: str(getattr(fields, name)) for name in _PLAIN}
    for group, one in zip(GROUPS, fields.perpetrators, strict=False):
        old |= {f"relation_{group}": one.relation, f"sex_{group}": one.sex}
        old |= {f"age_band_{group}": one.age_band, f"number_{group}": str(one.number)}
    return old


def chosen_of(fields: IncidentFields) -> list[str]:
    """Ticked entries, each with its list: two lists may have the same code."""
    return [f"{name}:{code}" for name, codes in fields.codes.items() for code in codes]


def _facts(row: IncidentRow) -> list[ShownFact]:
    elsewhere = ", ".join(row.reported_elsewhere)
    where = f" ({row.reported_where})" if row.reported_where else ""
    return [
        ShownFact("Usia klien saat itu", age_words(row.age, UNSAID)),
        ShownFact("Bentuk", ", ".join(row.forms)),
        ShownFact("Menurut UU TPKS", ", ".join(row.sexual)),
        ShownFact("Tempat", " · ".join(filter(None, [row.place, row.area]))),
        ShownFact("Hubungan dan ranah", " · ".join(filter(None, [row.setting, row.sphere]))),
        ShownFact("Terlapor", "; ".join(_perpetrator(one) for one in row.perpetrators)),
        ShownFact("Pernah terjadi sebelumnya", _SAID[row.has_previous]),
        ShownFact("Dijanjikan atau diberi uang atau barang", _SAID[row.was_exchange]),
        ShownFact("Dilaporkan di tempat lain", elsewhere + where if elsewhere else UNSAID),
    ]


def _counted(row: IncidentRow) -> tuple[ShownFact, ...]:
    """How national systems will have it; what is missing is said to be missing."""
    delay = row.gbvims.reporting_delay
    return (
        ShownFact("Setuju dihitung dalam statistik", _SAID[row.statistics]),
        ShownFact("SIMFONI", f"{len(row.simfoni)} baris: {', '.join(line.kind for line in row.simfoni)}"),
        ShownFact("GBVIMS", row.gbvims_class or UNSAID),
        ShownFact("Jarak kejadian ke laporan", UNSAID if delay == UNKNOWN else f"{delay} hari"),
    )


def _perpetrator(one: PerpetratorRow) -> str:
    many = f"{one.number} orang" if one.number > 1 else ""
    parts = [one.relation, one.sex.lower() if one.relation else one.sex, one.age_band, many]
    return ", ".join(filter(None, parts))
