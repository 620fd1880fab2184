"""Net 2 as a table: every role × every permission × {own, same area, other area, parent area, nobody}."""

import pytest
from sqlmodel import Session

from rindu_app.access.actor import Actor
from rindu_app.access.database import get_engine
from rindu_app.access.errors import Forbidden, NotFound, Unscoped
from rindu_app.access.permissions import Permission as P
from rindu_app.access.roles import PERMISSIONS, Kind
from rindu_app.access.session import ScopedSession
from rindu_app.domain.cases.access import access_case
from rindu_app.domain.reports.access import access_report
from rindu_app.words.codes import Role
from tests.access.planted import Planted, acting, plant
from tests.access.test_scope_table import SEES

KINDS = (
    Kind.VISITOR,
    Kind.REPORTER,
    Role.COUNSELLOR,
    Role.SUPERVISOR,
    Role.ADMIN,
    Role.SHELTER,
    Role.PARTNER,
    Kind.PARTNER_LINK,
    Kind.SYSTEM,
)
# One column for each of KINDS, in this order.
HOLDS: dict[P, str] = {
    P.ACCOUNT_MANAGE:    "- - - - x - - - x",
    P.AUDIT_READ:        "- - - - x - - - x",
    P.CASE_BREAK_GLASS:  "- - x x - - - - x",
    P.CASE_CLOSE:        "- - x x - - - - x",
    P.CASE_OPEN:         "- - x x - - - - x",
    P.CASE_READ:         "- - x x - - - - x",
    P.CASE_SUPERVISE:    "- - - x - - - - x",
    P.CASE_WRITE:        "- - x x - - - - x",
    P.OWN_ACCOUNT:       "- - x x x x x - x",
    P.OWN_REPORT:        "- x - - - - - - x",
    P.PAGE_OPEN:         "x x x x x x x x x",
    P.PAPER_MAKE:        "- - x x - - - - x",
    P.REFERENCE_MANAGE:  "- - - - x - - - x",
    P.REFERRAL_ANSWER:   "- - - - - - x x x",
    P.REPORT_ASSIGN:     "- - x x - - - - x",
    P.REPORT_CLOSE:      "- - x x - - - - x",
    P.REPORT_FORWARD:    "- - x x - - - - x",
    P.REPORT_INTAKE:     "- - x x - - - - x",
    P.REPORT_READ:       "- - x x - - - - x",
    P.REPORT_SUBMIT:     "x x - - - - - - x",
    P.REPORT_TRIAGE:     "- - x x - - - - x",
    P.REPORT_WRITE:      "- - x x - - - - x",
    P.SHELTER_WORK:      "- - - - - x - - x",
}  # fmt: skip

READING = {P.REPORT_READ, P.CASE_READ}
# A case that is seen without being worked on: broken glass lets one read.
ONLY_READS = {("broke the glass", "b")}


@pytest.fixture
def house(country: object) -> Planted:
    return plant()


def test_every_pair_of_kind_and_permission_is_decided() -> None:
    assert set(KINDS) == {*Role, *Kind} == PERMISSIONS.keys()
    assert HOLDS.keys() == set(P)
    for permission, line in HOLDS.items():
        for kind, mark in zip(KINDS, line.split(), strict=True):
            assert (permission in PERMISSIONS[kind]) == (mark == "x"), (kind, permission)


def wanted(name: str, actor: Actor, permission: P, letter: str, *, is_case: bool) -> str:
    if letter not in SEES[name][is_case]:
        return "not found"
    if HOLDS[permission].split()[KINDS.index(actor.kind)] == "-":
        return "forbidden"
    return "forbidden" if (name, letter) in ONLY_READS and permission not in READING else "hers"


def outcome(session: Session, actor: Actor, number: str, permission: P, *, is_case: bool) -> str:
    try:
        (access_case if is_case else access_report)(session, actor, number, permission)
    except NotFound:
        return "not found"
    except Forbidden:
        return "forbidden"
    return "hers"


@pytest.mark.parametrize("is_case", [False, True], ids=["reports", "cases"])
def test_everybody_gets_what_the_tables_say_and_strangers_cannot_tell_it_from_nothing(
    house: Planted, is_case: bool
) -> None:
    wrong = {}
    for name, actor in house.actors.items():
        with acting(actor) as session:
            for letter in house.cases if is_case else house.reports:
                number = house.numbers[letter.upper() if is_case else letter]
                for permission in P:
                    got = outcome(session, actor, number, permission, is_case=is_case)
                    if got != wanted(name, actor, permission, letter, is_case=is_case):
                        wrong[name, letter, permission] = got
    assert wrong == {}


def test_nobody_gets_nothing(house: Planted) -> None:
    for number, access in ((house.numbers["a"], access_report), (house.numbers["B"], access_case)):
        with ScopedSession(get_engine()) as session, pytest.raises(Unscoped):
            access(session, Actor.visitor(), number, P.PAGE_OPEN)
