"""Whoever is none of a case's people asks every function of the domain for something of hers, by its right name.

He is told what he would be told of a name that means nothing: not there, or not his to do. Nothing is done, nothing is checked
before that. The functions are found, not listed: one of tomorrow is asked too, and fails here until somebody says how to call it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.database import get_engine
from rindu_app.access.errors import DomainError, Forbidden, NotFound
from rindu_app.access.session import ScopedSession
from rindu_app.domain.cases.opening import join_case
from rindu_app.domain.people.links import link_cases
from rindu_app.domain.reports.handling import mark_duplicate
from tests.access.outsiders import Door, Things, calls, doors, is_name, uids
from tests.access.planted import Planted, plant

# Who has something to do with case `b`, in the order in which they are asked for a call that gets in.
INSIDERS = (
    "case manager", "supervisor here", "shelter worker here", "partner here", "is offered the case", "reporter of b"
)  # fmt: skip

# Doors to what is no case's: its own tests say who gets in.
NOT_OF_A_CASE = {
    "accounts.sessions.end_session": "one's own sign-ins",
    "partners.commands.access_own_partner": "the register of partners",
    "partners.commands.save_partner": "the register of partners",
    "partners.managing.read_own_partner": "the register of partners",
    "schedule.own_days.drop_days_off": "one's own days off",
}
# Doors that refuse nobody, and what they give to strangers.
GIVE_NOTHING: dict[str, Any] = {
    "cases.access.may_read": False,
    "reports.access.may_read": False,
    "drafts.commands.read_drafts": {},
    "drafts.commands.drop_draft": None,
    "drafts.commands.drop_drafts": None,
}
# No insider gets in with what is planted, and why; everybody is refused all the same.
NO_YES = {
    "people.links.unlink_cases": "only who sees both cases, who is nobody's here: tests/domain/people/test_links.py",
}

GROUPS = {
    "papers.attendance.read_group_list", "sessions.group_queries.read_group", "sessions.groups.access_group", "sessions.groups.end_group",
    "sessions.meetings.cancel_meeting", "sessions.meetings.hold_meeting", "sessions.meetings.move_meeting",
    "sessions.meetings.plan_meeting",
}  # fmt: skip
STAYS = {
    "shelter.access.access_stay", "shelter.access.expect_stay_version", "shelter.placing.move_guest", "shelter.placing.place_guest",
    "shelter.placing.refuse_request", "shelter.staying.ask_extension", "shelter.staying.leave_shelter",
    "shelter.staying.log_entry", "shelter.view.peek_stay", "shelter.view.read_stay",
}  # fmt: skip
REFERRED = {
    "referrals.access.access_addressed", "referrals.answering.answer_referral", "referrals.answering.open_parcel",
    "referrals.lists.peek_addressed", "referrals.lists.read_addressed",
}  # fmt: skip
INVITED = {"conferences.access.access_invited", "conferences.addressed.answer_invitation"}
OFFERED = {
    "transfers.access.hold_put", "transfers.answering.accept_transfer", "transfers.answering.refuse_transfer"
}  # fmt: skip
GLASS = {"cases.team.break_glass"}

# Everybody who is not of the team, and the few doors where that is not what counts: a group has no case's secrets (ADR 63),
# glass can be broken by who works in the area, and a shelter, a partner and a colleague get what was put to them.
OUTSIDERS: dict[str, set[str]] = {
    "visitor": set(),
    "reporter of a": set(),
    "counsellor here": GROUPS | GLASS,
    "former member": GROUPS | GLASS,
    "glass has closed": GROUPS | GLASS,
    "counsellor of a kecamatan here": GROUPS | GLASS,
    "counsellor of another kecamatan": GROUPS | GLASS,
    "counsellor of the province": GROUPS | GLASS,
    "counsellor elsewhere": GLASS,
    "case manager elsewhere": GLASS,
    "is offered the case": GROUPS | GLASS | OFFERED,
    "kin of the reported person": GROUPS | GLASS,
    "supervisor who is kin": GROUPS | GLASS,
    "supervisor elsewhere": GLASS,
    "administrator here": set(),
    "administrator of the province": set(),
    "shelter worker here": STAYS,
    "shelter worker of the province": STAYS,
    "shelter worker elsewhere": set(),
    "partner here": REFERRED | INVITED,
    "partner elsewhere": set(),
    "neighbouring partner": set(),
    "somebody of no partner": set(),
    "holder of a link": REFERRED,
}
OF_THE_CASE = {
    "case manager", "team member", "broke the glass", "supervisor here", "supervisor of the province", "reporter of b", "the house itself"
}  # fmt: skip

READING = re.compile(r"\.(read|list|reveal|peek|may|expect|open_file|access)_?\w*$")

Calls = dict[Door, dict[str, Any]]

# Which call lets an insider in: what is planted is the same each time, so that it is looked for once.
_first: dict[str, int | None] = {}


@contextmanager
def looking(actor: Actor) -> Iterator[Session]:
    """A session whose writes are thrown away, its line of a refusal too."""
    with ScopedSession(get_engine()) as session:
        session.info["actor"] = actor
        yield session
        session.rollback()


def said(door: Door, actor: Actor, call: dict[str, Any]) -> Any:
    """What comes of it: a refusal by its kind and code, or what the function gives."""
    try:
        with looking(actor) as session:
            return door.function(session, actor, **call)
    except DomainError as refusal:
        return refusal


def in_words(answer: Any) -> str:
    return f"{type(answer).__name__} {answer.code}" if isinstance(answer, DomainError) else "gives"


def is_kept_out(answer: Any) -> bool:
    return in_words(answer) in ("NotFound not_found", "Forbidden forbidden")


def of_nothing(call: dict[str, Any]) -> dict[str, Any]:
    """The same call with names that mean nothing."""
    return {
        name: re.sub(r"\d{4}$", "0999", re.sub(r"^[0-9a-f]{32}$", "0" * 32, value))
        if is_name(name)
        else value
        for name, value in call.items()
    }


def real_calls(house: Planted) -> Calls:
    """A call of each door that lets an insider past the access check, or the first where there is none."""
    things, found = Things(house, uids(house)), {}
    for door in doors():
        if door.name in NOT_OF_A_CASE:
            continue
        tried = [(who, call) for who in INSIDERS for call in calls(door, things, house)]
        if door.name not in _first:
            let_in = (not is_kept_out(said(door, house.actors[who], call)) for who, call in tried)
            _first[door.name] = next((at for at, yes in enumerate(let_in) if yes), None)
        at = _first[door.name]
        found[door] = tried[at][1] if at is not None else tried[0][1] | {"": None}
    return found


@pytest.fixture
def house(country: object) -> Planted:
    return plant()


def test_every_door_lets_its_people_in_and_broken_glass_only_reads(house: Planted) -> None:
    found = real_calls(house)
    assert len(found) > 190
    assert {door.name for door, call in found.items() if "" in call} == NO_YES.keys()
    names = {door.name for door in doors()}
    assert names >= {*NOT_OF_A_CASE, *GIVE_NOTHING, *NO_YES}.union(*OUTSIDERS.values())
    # Through broken glass everything is read, and nothing is done.
    actor, done = house.actors["broke the glass"], set()
    for door, call in found.items():
        answer = said(door, actor, {name: call[name] for name in call if name})
        if not isinstance(answer, Forbidden | NotFound):
            done.add(door.name)
    assert {name for name in done if not READING.search(name)} - GROUPS - GLASS == GIVE_NOTHING.keys() & {
        "drafts.commands.drop_draft",
        "drafts.commands.drop_drafts",
    }
    assert done >= {"cases.view.read_case", "reports.view.read_report", "people.view.reveal_people"}


def test_outsiders_are_told_what_they_are_told_of_a_name_that_means_nothing(house: Planted) -> None:
    found = {door: {name: call[name] for name in call if name} for door, call in real_calls(house).items()}
    assert house.actors.keys() == OUTSIDERS.keys() | OF_THE_CASE
    odd = {}
    for who, may in OUTSIDERS.items():
        for door, call in found.items():
            if door.name in may:
                continue
            answer, other = (
                said(door, house.actors[who], call),
                said(door, house.actors[who], of_nothing(call)),
            )
            if door.name in GIVE_NOTHING:
                assert answer == other == GIVE_NOTHING[door.name], door
            elif in_words(answer) != in_words(other) or not is_kept_out(answer):
                odd[door.name, who] = (in_words(answer), in_words(other))
    assert odd == {}


def test_a_number_typed_beside_ones_own_case_finds_nothing_of_somebody_elses(house: Planted) -> None:
    actor, case, report = house.actors["case manager elsewhere"], house.numbers["D"], house.numbers["c"]
    for number in (house.numbers["B"], "K-2611-0999"):
        refused = said(
            door_of(link_cases), actor, {"number": case, "other": number, "kind": "sibling", "reason": "Adik"}
        )
        assert in_words(refused) == "NotFound link_other_missing"
        refused = said(door_of(join_case), actor, {"number": report, "case_number": number})
        assert in_words(refused) == "Invalid case_not_found"
    for number in (house.numbers["b"], "L-2611-0999"):
        refused = said(door_of(mark_duplicate), actor, {"number": report, "of_number": number})
        assert in_words(refused) == "Invalid report_not_found"


def door_of(function: Any) -> Door:
    return Door(function.__name__, function)
