"""Screens of a case in the tab of somebody who is none of its people: whatever is pressed, nothing of her comes to the browser."""

import inspect
from contextlib import suppress
from typing import Any

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.gate import permission_of
from rindu_app.access.permissions import Permission
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.sessions import start_session
from rindu_app.models import Account, CaseNote, CasePerson
from rindu_app.state.base import AppState
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.access.outsiders import uids
from tests.access.planted import Planted, plant
from tests.access.test_architecture import ours
from tests.factories import BALIKPAPAN, BANYUWANGI, SYSTEM
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.slow

# Words of hers that are planted, each on some screen of her team; her name and phone are asked for by a press of their own.
HERS = (
    "Ia tidur lebih baik", "Sendirian", "Bekerja lagi", "Sudah melamar", "Ada pisau", "Kakaknya datang", "Menelepon",
    "Saya takut pulang",
)  # fmt: skip
NAMES = ("Melati Rekaan", "081200001111", "Sudah bertemu di kantor")


@pytest.fixture
def house(country: object) -> Planted:
    return plant()


def paths(house: Planted) -> tuple[str, str]:
    return f"/kasus/{house.numbers['B']}", f"/laporan/{house.numbers['b']}"


def screens(person: Person) -> list[tuple[type[AppState], list[str]]]:
    """Every State with the handlers that this role may call, `load` first."""
    found = []
    for state in ours():
        if state.__module__.endswith(".account"):
            continue  # what one does with one's own sign-in
        mine = [name for name, handler in state.event_handlers.items() if may(person, handler)]
        if mine:
            found.append((state, sorted(mine, key=lambda name: name != "load")))
    return found


def may(person: Person, handler: Any) -> bool:
    declared = permission_of(handler)
    return isinstance(declared, Permission) and not handler.is_background and person.actor.may(declared)


def given(handler: Any, name: str) -> list[Any]:
    """What a browser might send: an empty form, or a name that was seen somewhere."""
    wanted = list(inspect.signature(handler.fn).parameters.values())[1:]
    return [name if item.annotation in (str, "str") else form() for item in wanted]


def seen_by(person: Person, house: Planted) -> str:
    """Everything that was in the vars of any screen after any of its handlers."""
    found, names = [], [house.numbers["B"], house.numbers["b"]]
    names += [rows[0] for model, rows in uids(house).items() if model in (CaseNote, CasePerson)]
    for state, handlers in screens(person):
        for path in paths(house):
            screen = Tab(person, path).on(state)
            for name in handlers:
                for sent in (
                    names
                    if inspect.signature(state.event_handlers[name].fn).parameters.keys() - {"self"}
                    else names[:1]
                ):
                    with suppress(TypeError, KeyError, ValueError, IndexError):
                        do(getattr(screen, name), *given(state.event_handlers[name], sent))
                    found.append(repr(screen.dict()))
    return "".join(found)


def with_a_tab(actor: Actor) -> Person:
    """Somebody who is planted, signed in."""
    with open_session(SYSTEM) as session:
        login, token = start_session(session, session.get_one(Account, actor.id), device="")
        login.verified_at = clock.now()
    return Person(actor.id, token, actor)


def test_her_team_sees_her_words(house: Planted) -> None:
    seen = seen_by(with_a_tab(house.actors["case manager"]), house)
    assert [word for word in HERS if word not in seen] == []


@pytest.mark.parametrize(
    ("role", "area"),
    [
        (Role.COUNSELLOR, BANYUWANGI),
        (Role.SUPERVISOR, BALIKPAPAN),
        (Role.SHELTER, BALIKPAPAN),
        (Role.PARTNER, BANYUWANGI),
    ],
)
def test_outsiders_see_none_of_them(house: Planted, role: Role, area: str) -> None:
    seen = seen_by(signed_in("lain", role=role, area=area), house)
    assert len(seen) > 1000
    assert [word for word in (*HERS, *NAMES) if word in seen] == []
