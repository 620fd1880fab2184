"""Who answers for a client: never the parent or guardian whom the file names as alleged perpetrator, whatever was chosen (3.12)."""

from sqlmodel import Session, col, select

from rindu_app.access.errors import Invalid
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.people.guardians import suspected
from rindu_app.models import Case, CasePerson
from rindu_app.words.codes import ConsentGiver, PersonRole

RELATIONS, GUARDIAN = "relation_fine", "guardian"
_ROLES = {ConsentGiver.PARENT: PersonRole.PARENT, ConsentGiver.GUARDIAN: PersonRole.GUARDIAN}


def check_giver(session: Session, case: Case, giver: ConsentGiver) -> None:
    """Where a parent (or guardian) is suspected, another one answers only if the file names that other one as somebody who may.

    Raises `Invalid` (`given_by`). An accompanier who was appointed may always answer.
    """
    if giver not in _ROLES:
        return
    alleged = suspected(session, case)
    if alleged & _relations_of(session, giver) and not _has_another(session, case, giver, alleged):
        raise Invalid("given_by", f"consent_{giver}_suspect")


def _relations_of(session: Session, giver: ConsentGiver) -> set[str]:
    if giver is ConsentGiver.GUARDIAN:
        return {GUARDIAN}
    return {
        row.code for row in list_codes(session, RELATIONS) if row.extra.get("parent") == ConsentGiver.PARENT
    }


def _has_another(session: Session, case: Case, giver: ConsentGiver, alleged: set[str]) -> bool:
    found = select(CasePerson.id).where(
        CasePerson.case_id == case.id,
        CasePerson.role == _ROLES[giver],
        col(CasePerson.is_guardian).is_(True),
        col(CasePerson.relation).not_in(alleged | {""}),
        col(CasePerson.removed_at).is_(None),
    )
    return session.exec(found.limit(1)).first() is not None
