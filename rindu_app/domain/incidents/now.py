"""What is written of incidents now, with what hangs on them, and as a form that changes one begins with it."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from rindu_app.access.sealing import Sealer
from rindu_app.domain.incidents.facts import PerpetratorFacts
from rindu_app.domain.incidents.fields import ANSWERS, IncidentFields
from rindu_app.models import Incident, IncidentCode, IncidentPerpetrator
from rindu_app.words.ages import partial_of

Codes = dict[str, tuple[str, ...]]
_SAID = {answer: text for text, answer in ANSWERS.items()}


def read_parts(
    session: Session, rows: Sequence[Incident]
) -> dict[int | None, tuple[Codes, tuple[PerpetratorFacts, ...]]]:
    """(entries by list, alleged perpetrators) of each incident, by its id. Two queries."""
    codes: dict[int | None, Codes] = {row.id: {} for row in rows}
    people: dict[int | None, tuple[PerpetratorFacts, ...]] = {row.id: () for row in rows}
    named = select(IncidentCode).where(col(IncidentCode.incident_id).in_(codes))
    for code in session.exec(named.order_by(IncidentCode.list_code, IncidentCode.code)):
        own = codes[code.incident_id]
        own[code.list_code] = (*own.get(code.list_code, ()), code.code)
    alleged = select(IncidentPerpetrator).where(col(IncidentPerpetrator.incident_id).in_(people))
    for one in session.exec(alleged.order_by(col(IncidentPerpetrator.id))):
        facts = PerpetratorFacts(one.relation, one.sex, one.age_band, one.number)
        people[one.incident_id] = (*people[one.incident_id], facts)
    return {key: (codes[key], people[key]) for key in codes}


def fields_of(
    row: Incident, codes: Codes, perpetrators: tuple[PerpetratorFacts, ...], sealer: Sealer
) -> IncidentFields:
    day, where = partial_of(row.happened, row.precision), row.reported_where
    return IncidentFields(
        codes=codes,
        year=str(day.year) if day else "",
        month=str(day.month or "") if day else "",
        day=str(day.day or "") if day else "",
        time_of_day=row.time_of_day,
        place=row.place,
        area_code=row.area_code or "",
        setting=row.setting,
        sphere=row.sphere,
        has_previous=_SAID[row.has_previous],
        was_exchange=_SAID[row.was_exchange],
        statistics=_SAID[row.statistics],
        reported_where=sealer.open(f"incident.reported_where:{row.uid}", where) if where else "",
        description=sealer.open(f"incident.description:{row.uid}", row.description),
        perpetrators=perpetrators,
    )
