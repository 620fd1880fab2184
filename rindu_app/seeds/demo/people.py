"""Steps of a story that write down people, incidents and links of its case."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.domain.incidents.commands import save_incident
from rindu_app.domain.incidents.facts import MANY, PerpetratorFacts
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.people.commands import save_perpetrator, save_person
from rindu_app.domain.people.fields import PerpetratorFields, PersonFields
from rindu_app.domain.people.links import link_cases
from rindu_app.domain.people.view import read_people, read_person
from rindu_app.words import clock

if TYPE_CHECKING:
    from rindu_app.seeds.demo.story import Story

Step = dict[str, Any]


def _person(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    save_person(session, actor, number=story.case, fields=PersonFields(**_tuples(step["who"])))


def _client(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    """What is learnt of the client beside what the report said, which stays."""
    seen = read_people(session, actor, number=story.case).people[0]
    _, told = read_person(session, actor, number=story.case, uid=seen.uid)
    known = {name: told.get(name, "") for name in ("name", "phone", "age")}
    fields = PersonFields(role="client", **known | _tuples(step["who"]))
    save_person(session, actor, number=story.case, fields=fields, uid=seen.uid, version=seen.version)


def _suspect(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    save_perpetrator(session, actor, number=story.case, fields=PerpetratorFields(**step["who"]))


def _incident(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    """`days`: how many days ago; `known`: how much of that date anybody knows."""
    what = dict(step["what"])
    day, known = clock.now() - timedelta(days=what.pop("days", 0)), what.pop("known", "day")
    parts = {"day": 3, "month": 2, "year": 1, "unknown": 0}[known]
    date = dict(zip(("year", "month", "day")[:parts], map(str, (day.year, day.month, day.day)), strict=False))
    codes = {name: tuple(what.pop(name)) for name in MANY if name in what}
    people = tuple(PerpetratorFacts(**one) for one in what.pop("perpetrators", []))
    fields = IncidentFields(codes=codes, perpetrators=people, **date, **what)
    save_incident(session, actor, number=story.case, fields=fields)


def _link(session: Session, actor: Actor, story: "Story", step: Step) -> None:
    other = story.others[step["with"]].case
    link_cases(session, actor, number=story.case, other=other, kind=step["kind"], reason=step["reason"])


def _tuples(given: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}


STEPS: dict[str, Callable[[Session, Actor, "Story", Step], None]] = {
    "person": _person, "client": _client, "suspect": _suspect, "incident": _incident, "link": _link,
}  # fmt: skip
