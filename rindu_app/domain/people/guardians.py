"""Who may be asked to consent for a child: never the person who is suspected (indonesia.md 3.12)."""

from sqlmodel import Session, col, select

from rindu_app.access.errors import Invalid
from rindu_app.domain.people.fields import Lists
from rindu_app.models import Case, CasePerson, Incident, IncidentPerpetrator
from rindu_app.words.ages import Age
from rindu_app.words.codes import PersonRole


def check_guardian(session: Session, case: Case, relation: str, age: Age | None, lists: Lists) -> None:
    """Raises `Invalid` for a child, and for whom the case names as alleged perpetrator: nobody has two fathers."""
    if age is not None and age.is_child:
        raise Invalid("is_guardian", "guardian_is_child")
    if is_single(relation, lists) and relation in suspected(session, case):
        raise Invalid("is_guardian", "guardian_is_suspect")


def release_guardians(session: Session, case: Case, relations: set[str], lists: Lists) -> bool:
    """Somebody is suspected from now on: who is the same to the client is asked for no consent any more. True if anybody was."""
    single = {relation for relation in relations if is_single(relation, lists)}
    found = session.exec(
        select(CasePerson).where(
            CasePerson.case_id == case.id,
            col(CasePerson.is_guardian).is_(True),
            col(CasePerson.relation).in_(single),
        )
    ).all()
    for person in found:
        person.is_guardian, person.version = False, person.version + 1
        session.add(person)
    return bool(found)


def suspected(session: Session, case: Case) -> set[str]:
    """What the alleged perpetrators of a case are to its client."""
    people = select(CasePerson.relation).where(
        CasePerson.case_id == case.id,
        CasePerson.role == PersonRole.PERPETRATOR,
        col(CasePerson.removed_at).is_(None),
    )
    incidents = (
        select(IncidentPerpetrator.relation)
        .join(Incident, col(Incident.id) == col(IncidentPerpetrator.incident_id))
        .where(IncidentPerpetrator.case_id == case.id, col(Incident.removed_at).is_(None))
    )
    return {*session.exec(people), *session.exec(incidents)} - {""}


def is_single(relation: str, lists: Lists) -> bool:
    """Whether only one person can be this to somebody."""
    known = lists["relation_fine"].get(relation)
    return known is not None and bool(known.extra.get("single"))
