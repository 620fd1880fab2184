"""Reading the incidents of a case: a fixed number of queries, however many there are."""

from datetime import date

from sqlmodel import Session, col, select

from rindu_app.access.actor import Actor
from rindu_app.access.sealing import Sealer
from rindu_app.domain.areas.queries import read_area_paths
from rindu_app.domain.cases.file import OpenFile, open_file
from rindu_app.domain.codes.queries import read_lists
from rindu_app.domain.incidents.facts import (
    CLIENT_LISTS,
    FINER,
    KIND,
    LISTS,
    ClientFacts,
    IncidentFacts,
    PerpetratorFacts,
)
from rindu_app.domain.incidents.mapping import Lists, to_gbvims, to_simfoni
from rindu_app.domain.incidents.now import fields_of, read_parts
from rindu_app.domain.incidents.rows import IncidentRow, IncidentsView, PerpetratorRow
from rindu_app.domain.people.client import born_of, client_row, read_client, reported_on
from rindu_app.models import Case, CasePerson, Incident
from rindu_app.words.ages import Born, age_between, partial_of

MOST = 50
_FORM, *_SEXUAL = FINER


def read_incidents(session: Session, actor: Actor, *, number: str) -> IncidentsView:
    """What happened, with the client's age at that time and as SIMFONI and GBVIMS have it. Raises `NotFound` outside the team."""
    file = open_file(session, actor, number)
    return IncidentsView(file.head, incidents_of(session, file))


def incidents_of(session: Session, file: OpenFile) -> tuple[IncidentRow, ...]:
    """Newest first. Whoever opened the file has it in its access log."""
    rows = _rows_of(session, file.case)
    lists = read_lists(session, {*LISTS, *CLIENT_LISTS})
    parts = read_parts(session, rows)
    reported, client = reported_on(session, file.case, file.head.timezone), client_row(session, file.case)
    born = born_of(read_client(file.case, file.sealer), reported)
    places = read_area_paths(session, {row.area_code for row in rows if row.area_code})
    shown = []
    for row in rows:
        place = places.get(row.area_code or "")
        facts = _facts(row, *parts[row.id], client, born, reported)
        shown.append(_show(row, facts, file.sealer, lists, place.text if place else ""))
    return tuple(shown)


def _rows_of(session: Session, case: Case) -> list[Incident]:
    statement = select(Incident).where(Incident.case_id == case.id, col(Incident.removed_at).is_(None))
    newest = (col(Incident.happened).is_(None), col(Incident.happened).desc(), col(Incident.id).desc())
    return list(session.exec(statement.order_by(*newest).limit(MOST)))


def _facts(
    row: Incident,
    codes: dict[str, tuple[str, ...]],
    perpetrators: tuple[PerpetratorFacts, ...],
    client: CasePerson,
    born: Born | None,
    reported: date,
) -> IncidentFacts:
    happened = partial_of(row.happened, row.precision)
    age = age_between(born, happened.first, happened.last) if born and happened else None
    return IncidentFacts(
        happened=happened,
        reported=reported,
        codes=codes,
        time_of_day=row.time_of_day,
        place=row.place,
        setting=row.setting,
        sphere=row.sphere,
        has_previous=row.has_previous,
        was_exchange=row.was_exchange,
        statistics=row.statistics,
        perpetrators=perpetrators,
        client=ClientFacts(
            sex=client.sex, age=age, education=client.education, job=client.job, marital=client.marital,
            citizenship=client.citizenship, has_disability=bool(client.disabilities),
        ),
    )  # fmt: skip


def _show(row: Incident, facts: IncidentFacts, sealer: Sealer, lists: Lists, area: str) -> IncidentRow:
    def words(list_code: str, code: str) -> str:
        known = lists[list_code].get(code)
        return known.label if known is not None else code

    def said(*names: str) -> tuple[str, ...]:
        return tuple(words(name, code) for name in names for code in facts.codes.get(name, ()))

    fields = fields_of(row, facts.codes, facts.perpetrators, sealer)
    gbvims = to_gbvims(facts, lists)
    return IncidentRow(
        uid=row.uid,
        version=row.version,
        happened=facts.happened,
        time_of_day=words("time_of_day", row.time_of_day),
        place=words("place", row.place),
        area=area,
        kinds=said(KIND),
        forms=said(_FORM),
        sexual=said(*_SEXUAL),
        setting=words("setting", row.setting),
        sphere=words("sphere", row.sphere),
        perpetrators=tuple(
            PerpetratorRow(
                words("relation_fine", one.relation), words("sex", one.sex), words("age_band", one.age_band),
                one.number,
            )
            for one in facts.perpetrators
        ),
        reported_elsewhere=said("reported_elsewhere"),
        reported_where=fields.reported_where,
        has_previous=row.has_previous,
        was_exchange=row.was_exchange,
        statistics=row.statistics,
        description=fields.description,
        age=facts.client.age,
        gbvims_class=words("gbvims_class", gbvims.gbv_sexual_violence_type),
        gbvims=gbvims,
        simfoni=to_simfoni(facts, lists),
        fields=fields,
    )  # fmt: skip
