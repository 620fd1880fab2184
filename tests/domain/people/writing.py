"""Writing people into a file and reading them back, in one line each."""

from typing import Any

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.people.commands import save_perpetrator, save_person
from rindu_app.domain.people.fields import PerpetratorFields, PersonFields
from rindu_app.domain.people.rows import NamesRow, PeopleView, PersonRow
from rindu_app.domain.people.view import read_people, reveal_people
from rindu_app.words.codes import PersonRole


def people_of(actor: Actor, number: str) -> PeopleView:
    with open_session(actor) as session:
        return read_people(session, actor, number=number)


def add(actor: Actor, number: str, role: str = PersonRole.PARENT, **values: Any) -> str:
    with open_session(actor) as session:
        return save_person(session, actor, number=number, fields=PersonFields(role=role, **values)).uid


def suspect(actor: Actor, number: str, **values: Any) -> str:
    fields = PerpetratorFields(**{"relation": "husband", **values})
    with open_session(actor) as session:
        return save_perpetrator(session, actor, number=number, fields=fields).uid


def change(actor: Actor, number: str, row: PersonRow, **values: Any) -> None:
    fields = PersonFields(**{"role": row.role, **values})
    with open_session(actor) as session:
        save_person(session, actor, number=number, fields=fields, uid=row.uid, version=row.version)


def names(actor: Actor, number: str) -> dict[str, NamesRow]:
    with open_session(actor) as session:
        return {row.uid: row for row in reveal_people(session, actor, number=number)}


def client_of(actor: Actor, number: str) -> PersonRow:
    return people_of(actor, number).people[0]
