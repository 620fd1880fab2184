"""What is known of somebody now, from where it lies, and as a form that changes her begins with it."""

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.sealing import Sealer
from rindu_app.domain.cases.access import number_of, sealer_of
from rindu_app.domain.people.client import IN_CASE, read_client
from rindu_app.domain.people.fields import PerpetratorFields, PersonFields
from rindu_app.models import Case, CasePerson
from rindu_app.words.ages import parse_partial
from rindu_app.words.codes import PersonRole


def open_details(person: CasePerson, sealer: Sealer) -> dict[str, str]:
    if person.details is None:
        return {}
    return dict(sealer.open_json(f"case_person.details:{person.uid}", person.details))


def facts_of(case: Case, person: CasePerson, sealer: Sealer) -> dict[str, str]:
    """What is sealed of a person, from where it lies: the client's name, phone and age with the case."""
    details = open_details(person, sealer)
    if person.role != PersonRole.CLIENT:
        return details
    told = read_client(case, sealer)
    return details | {name: told.get(name, "") for name in IN_CASE}


def fields_now(
    session: Session, actor: Actor, case: Case, person: CasePerson
) -> PersonFields | PerpetratorFields:
    """For a form that changes her: audited like her name. Her NIK stays out, as in every form."""
    audit(session, actor, "case:reveal_people", number_of(case), case.area_code)
    told = facts_of(case, person, sealer_of(session, case))
    if person.role == PersonRole.PERPETRATOR:
        return PerpetratorFields(
            relation=person.relation, sex=person.sex, age_band=person.age_band, in_household=person.in_household,
            name=told.get("name", ""), service=told.get("service", ""), reason=told.get("reason", ""),
        )  # fmt: skip
    born = parse_partial(told.get("born", ""))
    year, month, day = (str(born.year), str(born.month or ""), str(born.day or "")) if born else ("", "", "")
    return PersonFields(
        role=person.role, relation=person.relation, sex=person.sex, education=person.education, job=person.job,
        marital=person.marital, citizenship=person.citizenship, disabilities=tuple(person.disabilities),
        accommodations=tuple(person.accommodations), in_household=person.in_household, is_guardian=person.is_guardian,
        safety=person.safety, name=told.get("name", ""), phone=told.get("phone", ""), address=told.get("address", ""),
        note=told.get("note", ""), born_year=year, born_month=month, born_day=day, age=told.get("age", ""),
    )  # fmt: skip
