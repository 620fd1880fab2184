"""Two colleagues change the same thing of a case at once: the second is refused, and gets to see what the first wrote."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlmodel import col, select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import ChangedBeside, Conflict, Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.assessments.commands import SafetyFields, write_safety_plan
from rindu_app.domain.cases.beside import version_of
from rindu_app.domain.cases.notes import edit_case_note, write_case_note
from rindu_app.domain.cases.team import add_member, remove_member
from rindu_app.domain.conferences.planning import move_conference
from rindu_app.domain.incidents.commands import remove_incident, save_incident
from rindu_app.domain.incidents.fields import IncidentFields
from rindu_app.domain.incidents.view import read_incidents
from rindu_app.domain.mediation import commands as mediation
from rindu_app.domain.mediation.view import read_mediations
from rindu_app.domain.people.commands import remove_person, save_perpetrator, save_person
from rindu_app.domain.people.fields import PerpetratorFields, PersonFields
from rindu_app.domain.services.outreach import check_visit
from rindu_app.domain.services.view import read_services
from rindu_app.domain.sessions.notes import edit_session_note, write_session_note
from rindu_app.domain.sessions.planning import move_session
from rindu_app.models import AuditEntry
from rindu_app.words.codes import NoteAudience, Role
from tests import conferences, mediations, services
from tests.domain.people import writing
from tests.domain.people.allowed import allowed_case
from tests.domain.sessions import people as sessions
from tests.factories import SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")
Version = int | str


@dataclass(frozen=True)
class Kind:
    """Something of a case: how it is made (its name, "" where there is one of it), which version is shown, how it is changed to
    say `text`, and what of the refusal says `text` again. `own`: only its writer changes it."""

    make: Callable[[Actor, str], str]
    version: Callable[[Actor, str, str], Version]
    save: Callable[[Any, Actor, str, str, Version, str], Any]
    said: Callable[[Any], str]
    own: bool = False


def a_person(actor: Actor, number: str, uid: str) -> Any:
    return next(row for row in writing.people_of(actor, number).people if row.uid == uid)


def an_incident(actor: Actor, number: str, uid: str) -> Any:
    with open_session(actor) as session:
        return read_incidents(session, actor, number=number).incidents[0]


def a_mediation(actor: Actor, number: str) -> Any:
    with open_session(actor) as session:
        return read_mediations(session, actor, number=number).current


def a_visit(actor: Actor, number: str) -> Any:
    with open_session(actor) as session:
        return read_services(session, actor, number=number).visits[0]


def prepared(actor: Actor, number: str) -> str:
    mediations.happened(actor, number)
    services.agree_to(actor, number, "mediation")
    mediations.start(actor, number)
    return ""


def travelled(actor: Actor, number: str) -> str:
    services.agree_to(actor, number, "handling", "outreach")
    return services.plan(actor, number)


def planned(actor: Actor, number: str) -> str:
    services.agree_to(actor, number, "handling", "counselling")
    return sessions.plan(actor, number, sessions.at(9)).uid


def noted(actor: Actor, number: str) -> str:
    with open_session(actor) as session:
        return write_case_note(session, actor, number=number, text="Awal").uid


def noted_session(actor: Actor, number: str) -> str:
    uid = planned(actor, number)
    with open_session(actor) as session:
        team = NoteAudience.TEAM
        return write_session_note(session, actor, number=number, uid=uid, text="Awal", audience=team).uid


def wrote(actor: Actor, number: str) -> str:
    with open_session(actor) as session:
        write_safety_plan(session, actor, number=number, plan=SafetyFields(bag="Awal"), with_her=True)
    return ""


def move_to(session: Any, actor: Actor, number: str, uid: str, version: Version, place: str) -> None:
    plan = sessions.plan_of(actor, sessions.at(9), place=place)
    move_session(session, actor, number=number, uid=uid, plan=plan, version=version)


KINDS = {
    "a person": Kind(
        lambda a, n: writing.add(a, n, name="Awal"),
        lambda a, n, u: a_person(a, n, u).version,
        lambda s, a, n, u, v, t: save_person(s, a, number=n, fields=PersonFields("parent", name=t), uid=u, version=v),
        lambda now: now.name,
    ),
    "the client": Kind(
        lambda a, n: writing.client_of(a, n).uid,
        lambda a, n, u: a_person(a, n, u).version,
        lambda s, a, n, u, v, t: save_person(s, a, number=n, fields=PersonFields("client", name=t), uid=u, version=v),
        lambda now: now.name,
    ),
    "an alleged perpetrator": Kind(
        writing.suspect,
        lambda a, n, u: a_person(a, n, u).version,
        lambda s, a, n, u, v, t: save_perpetrator(
            s, a, number=n, uid=u, version=v, fields=PerpetratorFields("husband", name="Rekaan", service="police_report", reason=t)
        ),
        lambda now: now.reason,
    ),
    "an incident": Kind(
        mediations.happened,
        lambda a, n, u: an_incident(a, n, u).version,
        lambda s, a, n, u, v, t: save_incident(
            s, a, number=n, uid=u, version=v, fields=IncidentFields({"violence_kind": ("neglect",)}, description=t)
        ),
        lambda now: now.description,
    ),
    "a safety plan": Kind(
        wrote,
        lambda a, n, u: 1,
        lambda s, a, n, u, v, t: write_safety_plan(s, a, number=n, plan=SafetyFields(bag=t), with_her=True, version=v),
        lambda now: now.bag,
    ),
    "a planned session": Kind(
        planned, lambda a, n, u: version_of(sessions.seen(a, n).coming[0].plan), move_to, lambda now: now.place
    ),
    "a conference": Kind(
        conferences.convene,
        lambda a, n, u: version_of(conferences.seen(a, n).plan),
        lambda s, a, n, u, v, t: move_conference(s, a, number=n, uid=u, plan=conferences.a_plan(place=t), version=v),
        lambda now: now.place,
    ),
    "a visit": Kind(
        travelled,
        lambda a, n, u: version_of(a_visit(a, n).check),
        lambda s, a, n, u, v, t: check_visit(
            s, a, number=n, uid=u, address="right", travel_minutes="30", safety=t, version=v
        ),
        lambda now: now.safety,
    ),
    "a mediator": Kind(
        prepared,
        lambda a, n, u: version_of(a_mediation(a, n).mediator_now),
        lambda s, a, n, u, v, t: mediation.name_mediator(s, a, number=n, name=t, training="40 jam", version=v),
        lambda now: now.name,
    ),
    "the other side's answer": Kind(
        prepared,
        lambda a, n, u: version_of(a_mediation(a, n).other_now),
        lambda s, a, n, u, v, t: mediation.ask_other_side(
            s, a, number=n, agrees=True, asked_on=mediations.TODAY, kind="signature", evidence=t, version=v
        ),
        lambda now: now.evidence,
    ),
    "a note": Kind(
        noted,
        lambda a, n, u: 1,
        lambda s, a, n, u, v, t: edit_case_note(s, a, number=n, uid=u, text=t, version=v),
        str,
        own=True,
    ),
    "a note of a session": Kind(
        noted_session,
        lambda a, n, u: 1,
        lambda s, a, n, u, v, t: edit_session_note(s, a, number=n, note_uid=u, text=t, version=v),
        str,
        own=True,
    ),
}  # fmt: skip
EVERY = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())


@pytest.fixture
def first() -> Actor:
    return make_account(display_name="Sari")


@pytest.fixture
def number(first: Actor) -> str:
    return allowed_case(first, age="41", teller="self", door="talk")[0]


@pytest.fixture
def second(first: Actor, number: str) -> Actor:
    return colleague(first, number)


def colleague(of: Actor, number: str, role: Role = Role.COUNSELLOR) -> Actor:
    made = make_account(role)
    with open_session(of) as session:
        add_member(session, of, number=number, account_id=made.id)
    return made


def save(kind: Kind, actor: Actor, number: str, uid: str, version: Version, text: str) -> None:
    with open_session(actor) as session:
        kind.save(session, actor, number, uid, version, text)


@EVERY
def test_the_second_is_refused_sees_what_the_first_wrote_and_saves_over_it_knowingly(
    kind: Kind, first: Actor, second: Actor, number: str
) -> None:
    second = first if kind.own else second
    uid = kind.make(first, number)
    seen = kind.version(second, number, uid)
    save(kind, first, number, uid, seen, "Dari Sari")
    with pytest.raises(ChangedBeside) as refusal:
        save(kind, second, number, uid, seen, "Dari rekan")
    told = refusal.value
    assert (kind.said(told.now), told.by, told.at is not None) == ("Dari Sari", "Sari", True)
    assert "Dari Sari" not in repr(told) + str(told), "an error may reach a log"
    save(kind, second, number, uid, told.version, "Dari rekan")
    with pytest.raises(ChangedBeside) as again:
        save(kind, first, number, uid, seen, "Lagi")
    assert kind.said(again.value.now) == "Dari rekan"


@EVERY
def test_whoever_left_the_team_is_told_nothing_of_it(
    kind: Kind, first: Actor, second: Actor, number: str
) -> None:
    uid = kind.make(first, number)
    seen = kind.version(first, number, uid)
    save(kind, first, number, uid, seen, "Dari Sari")
    with open_session(first) as session:
        remove_member(session, first, number=number, account_id=second.id)
    with pytest.raises(NotFound):
        save(kind, second, number, uid, seen, "Dari rekan")


@pytest.mark.parametrize("kind", [KINDS["a note"], KINDS["a note of a session"]], ids=["case", "session"])
def test_a_note_is_compared_by_its_writer_alone(kind: Kind, first: Actor, second: Actor, number: str) -> None:
    uid = kind.make(first, number)
    save(kind, first, number, uid, 1, "Dari Sari")
    for reader in (second, colleague(first, number, Role.SUPERVISOR)):
        with pytest.raises(Forbidden, match="note_of_another"):
            save(kind, reader, number, uid, 1, "Bukan saya")


def test_a_note_that_is_not_for_her_is_not_there_for_her(first: Actor, second: Actor, number: str) -> None:
    with open_session(first) as session:
        uid = write_case_note(
            session, first, number=number, text="Untuk saya", audience=NoteAudience.AUTHOR
        ).uid
    with open_session(second) as session, pytest.raises(NotFound):
        edit_case_note(session, second, number=number, uid=uid, text="Bukan saya", version=7)


def test_that_a_name_was_read_by_comparing_is_on_record(first: Actor, second: Actor, number: str) -> None:
    uid = writing.add(first, number, name="Awal")
    save(KINDS["a person"], first, number, uid, 1, "Nama Rekaan")
    with pytest.raises(ChangedBeside):
        save(KINDS["a person"], second, number, uid, 1, "Nama Lain")
    with open_session(SYSTEM) as session:
        newest = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(1)).one()
    assert (newest.action, newest.actor) == ("case:reveal_people", f"account:{second.id}")
    assert writing.names(first, number)[uid].name == "Nama Rekaan"


@pytest.mark.parametrize(("kind", "remove"), [("a person", remove_person), ("an incident", remove_incident)])
def test_nothing_just_written_is_taken_out_unseen_and_nothing_is_written_into_what_is_out(
    kind: str, remove: Any, first: Actor, second: Actor, number: str
) -> None:
    uid = KINDS[kind].make(first, number)
    save(KINDS[kind], first, number, uid, 1, "Dari Sari")
    with pytest.raises(ChangedBeside), open_session(second) as session:
        remove(session, second, number=number, uid=uid, version=1)
    with open_session(second) as session:
        remove(session, second, number=number, uid=uid, version=2)
    with pytest.raises(Conflict, match="removed_beside"):
        save(KINDS[kind], first, number, uid, 2, "Terlambat")


def test_the_same_words_are_the_same_version(first: Actor) -> None:
    plan = sessions.plan_of(first, sessions.at(9), place="Ruang 2")
    assert version_of(plan) == version_of(replace(plan))
    assert version_of(plan) != version_of(replace(plan, place="Ruang 3"))
