"""Who answers for a client: never the parent or guardian whom the file names as alleged perpetrator, whatever was chosen (3.12)."""

from collections.abc import Set
from datetime import datetime

from sqlmodel import Session, col, select

from rindu_app.access.errors import Invalid
from rindu_app.domain.codes.queries import list_codes
from rindu_app.domain.people.guardians import suspected
from rindu_app.models import Case, CasePerson
from rindu_app.words.codes import ConsentGiver, PersonRole

RELATIONS, GUARDIAN = "relation_fine", "guardian"
ANSWERS = {ConsentGiver.PARENT: PersonRole.PARENT, ConsentGiver.GUARDIAN: PersonRole.GUARDIAN}


def check_giver(session: Session, case: Case, giver: ConsentGiver) -> None:
    """Where a parent (or guardian) is suspected, another one answers only if the file names that other one as somebody who may.

    Raises `Invalid` (`given_by`). An accompanier who was appointed may always answer.
    """
    if giver not in ANSWERS:
        return
    alleged = suspected(session, case)
    if alleged & _relations_of(session, giver) and _other_since(session, case, giver, alleged) is None:
        raise Invalid("given_by", f"consent_{giver}_suspect")


def may_have_answered(session: Session, case: Case, giver: ConsentGiver, named: Set[str]) -> bool:
    """Whether one of those who are `named` can be the one who answered as this giver: by relation, or marked as who may."""
    return bool(named & _relations_of(session, giver)) or _is_marked(session, case, giver, named)


def cleared_since(session: Session, case: Case, giver: ConsentGiver, alleged: Set[str]) -> datetime | None:
    """Since when the file names only others than the alleged as who may answer like this. None where it does not: who it was
    that answered is then not known, and counts as the suspect.
    """
    if _is_marked(session, case, giver, alleged):
        return None
    return _other_since(session, case, giver, alleged)


def _relations_of(session: Session, giver: ConsentGiver) -> set[str]:
    if giver is ConsentGiver.GUARDIAN:
        return {GUARDIAN}
    return {
        row.code for row in list_codes(session, RELATIONS) if row.extra.get("parent") == ConsentGiver.PARENT
    }


def _is_marked(session: Session, case: Case, giver: ConsentGiver, relations: Set[str]) -> bool:
    """Whoever may be asked and is no parent answers as a guardian, whatever else she or he is in the case."""
    is_parent = col(CasePerson.role) == PersonRole.PARENT
    found = select(CasePerson.id).where(
        CasePerson.case_id == case.id,
        is_parent if giver is ConsentGiver.PARENT else ~is_parent,
        col(CasePerson.is_guardian).is_(True),
        col(CasePerson.relation).in_(relations),
        col(CasePerson.removed_at).is_(None),
    )
    return session.exec(found.limit(1)).first() is not None


def _other_since(session: Session, case: Case, giver: ConsentGiver, alleged: Set[str]) -> datetime | None:
    found = select(CasePerson.since).where(
        CasePerson.case_id == case.id,
        CasePerson.role == ANSWERS[giver],
        col(CasePerson.is_guardian).is_(True),
        col(CasePerson.relation).not_in(alleged | {""}),
        col(CasePerson.removed_at).is_(None),
    )
    return session.exec(found.order_by(col(CasePerson.since)).limit(1)).first()
