"""Net 3 as a table: every protected table × every kind of actor. A new model or role that is not in it fails here."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import delete, exists, func, text, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col, insert, select

from rindu_app.access.actor import Actor
from rindu_app.access.database import get_engine
from rindu_app.access.errors import Forbidden, Unscoped
from rindu_app.access.roles import Kind
from rindu_app.access.scopes import SCOPES
from rindu_app.access.session import ScopedSession
from rindu_app.models import (
    Area,
    Case,
    CaseTransfer,
    ClientFeedback,
    ConferenceInvitee,
    Draft,
    FeedbackMark,
    Message,
    Referral,
    Report,
    SearchToken,
    ShelterAddress,
    ShelterBedUse,
    ShelterEntry,
    ShelterExtension,
    ShelterStay,
    Triage,
)
from rindu_app.words import clock
from rindu_app.words.codes import Audience, Author, Role
from tests.access.planted import Planted, acting, plant

# Who sees rows of which reports, and of which cases: `a` and `b` (with a case) are here, `c` and `d` (with a case) are elsewhere.
SEES: dict[str, tuple[str, str]] = {
    "visitor":                         ("", ""),
    "reporter of a":                   ("a", ""),
    "reporter of b":                   ("b", ""),
    "counsellor here":                 ("a", ""),
    "case manager":                    ("ab", "b"),
    "team member":                     ("ab", "b"),
    "former member":                   ("a", ""),
    "broke the glass":                 ("ab", "b"),
    "glass has closed":                ("a", ""),
    "counsellor of a kecamatan here":  ("a", ""),
    "counsellor of another kecamatan": ("", ""),
    "counsellor of the province":      ("a", ""),
    "counsellor elsewhere":            ("c", ""),
    "is offered the case":             ("a", ""),
    "case manager elsewhere":          ("cd", "d"),
    "kin of the reported person":      ("", ""),
    "supervisor who is kin":           ("", ""),
    "supervisor here":                 ("ab", "b"),
    "supervisor of the province":      ("ab", "b"),
    "supervisor elsewhere":            ("cd", "d"),
    "administrator here":              ("", ""),
    "administrator of the province":   ("", ""),
    "shelter worker here":             ("", ""),
    "shelter worker of the province":  ("", ""),
    "shelter worker elsewhere":        ("", ""),
    "partner here":                    ("", ""),
    "partner elsewhere":               ("", ""),
    "neighbouring partner":            ("", ""),
    "somebody of no partner":          ("", ""),
    "holder of a link":                ("", ""),
    "the house itself":                ("abcd", "bd"),
}  # fmt: skip

# What belongs to a stay is also seen by the shelter's people, who see no report and no case.
STAYS = (ShelterBedUse, ShelterEntry, ShelterExtension, ShelterStay)
SHELTERS = {
    "shelter worker here": "b", "shelter worker of the province": "b", "shelter worker elsewhere": "d",
}  # fmt: skip


@pytest.fixture
def house(country: object) -> Planted:
    return plant()


# A partner sees what was sent to it, and nothing else of anybody.
ADDRESSED = {"partner here": "b", "partner elsewhere": "d", "holder of a link": "b"}


# What somebody is writing is hers alone, as long as she sees the case.
WRITERS = {"case manager": "b", "case manager elsewhere": "d", "the house itself": "bd"}


# Answers without a name: for supervisors of the kabupaten, a block included, since nothing says whose they are.
LISTENERS = {
    "supervisor here": "b", "supervisor of the province": "b", "supervisor who is kin": "b", "supervisor elsewhere": "d",
    "the house itself": "bd",
}  # fmt: skip
# That she has answered: for herself.
ANSWERED = {"reporter of a": "a", "reporter of b": "b", "the house itself": "abcd"}


def sees(name: str, model: type[SQLModel]) -> str:
    """Letters of what an actor sees of a table. Where a house stands is for its own people and the house itself."""
    if model is ShelterAddress:
        return SHELTERS.get(name, "bd" if name == "the house itself" else "")
    if model is ClientFeedback:
        return LISTENERS.get(name, "")
    if model is FeedbackMark:
        return ANSWERED.get(name, "")
    if model is Draft:
        return WRITERS.get(name, "")
    if model is Referral and name in ADDRESSED:
        return ADDRESSED[name]
    if model is ConferenceInvitee and name in ADDRESSED:
        return "" if name == "holder of a link" else ADDRESSED[name]
    if model is CaseTransfer and name == "is offered the case":
        return "b"  # that it is offered, and nothing else of it
    return SHELTERS.get(name, "") if model in STAYS and name in SHELTERS else SEES[name][is_of_case(model)]


def is_of_case(model: type[SQLModel]) -> bool:
    return model in (Case, ClientFeedback, ShelterAddress) or (
        "case_id" in model.model_fields and model is not Report
    )


def parent_column(model: type[SQLModel]) -> Any:
    """The column that says to which report or case a row belongs."""
    if model in (Report, Case):
        return model.id  # type: ignore[attr-defined]
    if model is ShelterAddress:
        return model.house_id  # type: ignore[attr-defined]
    if model is ClientFeedback:
        return model.uid  # type: ignore[attr-defined]
    return model.case_id if is_of_case(model) else model.report_id  # type: ignore[attr-defined]


def letters(house: Planted, model: type[SQLModel], parents: set[Any]) -> str:
    ids = house.cases if is_of_case(model) else house.reports
    ids = house.houses if model is ShelterAddress else ids
    ids = house.answers if model is ClientFeedback else ids
    return "".join(letter for letter, row_id in ids.items() if row_id in parents)


def by_rows(session: Session, model: type[SQLModel]) -> set[Any]:
    name = parent_column(model).key
    return {getattr(row, name) for row in session.exec(select(model))}


def by_columns(session: Session, model: type[SQLModel]) -> set[Any]:
    return set(session.exec(select(parent_column(model))))


def by_a_second_name(session: Session, model: type[SQLModel]) -> set[Any]:
    other = aliased(model)
    return set(session.exec(select(getattr(other, parent_column(model).key))))


def by_a_join(session: Session, model: type[SQLModel]) -> set[Any]:
    """From an open table, which nobody narrows."""
    area = aliased(Area)
    return set(session.exec(select(parent_column(model)).select_from(area).join(model, area.code == "35")))


def by_a_subquery(session: Session, model: type[SQLModel]) -> set[Any]:
    inner = select(parent_column(model).label("parent")).subquery()
    return set(session.exec(select(inner.c.parent)))


def by_a_common_table(session: Session, model: type[SQLModel]) -> set[Any]:
    inner = select(parent_column(model).label("parent")).cte()
    return set(session.exec(select(inner.c.parent)))


def by_a_union(session: Session, model: type[SQLModel]) -> set[Any]:
    one = select(parent_column(model))
    return set(session.execute(one.union(one)).scalars())


def by_counting(session: Session, model: type[SQLModel]) -> set[Any]:
    parent = parent_column(model)
    return {
        value
        for value, number in session.exec(select(parent, func.count()).select_from(model).group_by(parent))
        if number
    }


WAYS = (
    by_rows, by_columns, by_a_second_name, by_a_join, by_a_subquery, by_a_common_table, by_a_union, by_counting
)  # fmt: skip


def test_the_table_names_every_kind_of_actor(house: Planted) -> None:
    assert {actor.kind for actor in house.actors.values()} == {*Role, *Kind}
    assert SEES.keys() == house.actors.keys()


def test_every_protected_table_holds_a_row_in_every_place(house: Planted) -> None:
    with ScopedSession(get_engine()) as session:
        session.info["actor"] = house.actors["the house itself"]
        for model in SCOPES:
            assert letters(house, model, by_rows(session, model)) == (
                "bd" if is_of_case(model) else "abcd"
            ), model


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_everybody_sees_what_the_table_says_and_nothing_else(
    house: Planted, way: Callable[[Session, type[SQLModel]], set[Any]]
) -> None:
    seen, wanted = {}, {}
    for name, actor in house.actors.items():
        for model in SCOPES:
            with acting(actor) as session:
                seen[name, model.__name__] = letters(house, model, way(session, model))
            wanted[name, model.__name__] = sees(name, model)
    assert {key: value for key, value in seen.items() if value != wanted[key]} == {}


def test_a_row_is_not_had_by_knowing_its_key(house: Planted) -> None:
    for name, actor in house.actors.items():
        with acting(actor) as session:
            found = "".join(letter for letter, key in house.reports.items() if session.get(Report, key))
            cases = "".join(letter for letter, key in house.cases.items() if session.get(Case, key))
        assert (found, cases) == SEES[name], name


def test_changing_and_deleting_in_bulk_reaches_only_what_is_seen(house: Planted) -> None:
    for name, actor in house.actors.items():
        for statement in (update(Triage).values(reason=b"x"), delete(SearchToken)):
            with acting(actor) as session:
                model = statement.entity_description["entity"]
                before = len(session.exec(select(model)).all())
                assert session.execute(statement).rowcount == before, name  # type: ignore[attr-defined]
            assert bool(before) == bool(SEES[name][0]), name


TABLE = SQLModel.metadata.tables["report"]
REFUSED: dict[str, Any] = {
    "plain SQL": text("SELECT story FROM report"),
    "a bulk insert": insert(Message).values(report_id=1),
    "a bare table": TABLE.select(),
    "a column of it": TABLE.select().with_only_columns(TABLE.c.id),
    "its second name": TABLE.alias("other").select(),
    "counting it": select(func.count()).select_from(TABLE),
    "changing it": TABLE.update().values(unread=False),
    "deleting from it": TABLE.delete(),
    "adding to it": TABLE.insert().values(unread=False),
    "asking whether": select(exists().where(TABLE.c.id == 1)),
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_narrowed_is_refused(house: Planted, statement: Any) -> None:
    for name, actor in house.actors.items():
        if actor.kind is not Kind.SYSTEM:
            with acting(actor) as session, pytest.raises(Unscoped):
                session.execute(statement)
                pytest.fail(name)


def test_without_an_actor_no_protected_table_is_touched(house: Planted) -> None:
    for model in SCOPES:
        with ScopedSession(get_engine()) as session, pytest.raises(Unscoped):
            session.exec(select(model)).all()
        with ScopedSession(get_engine()) as session, pytest.raises(Unscoped):
            session.exec(select(func.count()).select_from(model)).one()


def message_on(report_id: int) -> Message:
    return Message(
        report_id=report_id, author=Author.STAFF, audience=Audience.TEAM, body=b"x", at=clock.now()
    )


def additions(house: Planted, actor: Actor) -> Iterator[str]:
    """Letters of the reports to which this actor's session adds a message."""
    for letter, report_id in house.reports.items():
        with acting(actor) as session:
            session.add(message_on(report_id))
            try:
                session.flush()
            except Forbidden:
                continue
            yield letter


def test_nothing_is_added_to_what_is_not_seen(house: Planted) -> None:
    for name, actor in house.actors.items():
        assert "".join(additions(house, actor)) == SEES[name][0], name


def test_a_row_that_was_seen_is_not_moved_to_somebody_elses_report(house: Planted) -> None:
    for name in ("reporter of a", "counsellor here", "case manager"):
        with acting(house.actors[name]) as session:
            row = session.exec(select(Message).where(col(Message.report_id) == house.reports["a"])).first()
            assert row is not None
            row.report_id = house.reports["c"]
            session.add(row)
            with pytest.raises(Forbidden):
                session.flush()
