"""A tab of the browser without the browser: States of a signed-in person, whose handlers are called directly."""

import asyncio
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
import reflex as rx
from reflex.istate.data import RouterData

from rindu_app.access.actor import Actor
from rindu_app.access.cookies import staff_cookie
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.sessions import as_actor, start_session
from rindu_app.models import Account
from rindu_app.state.base import AppState
from rindu_app.state.forms import FormData
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.factories import BANYUWANGI, make_account

S = TypeVar("S", bound=AppState)


@dataclass
class Person:
    """A member of staff with an open session, made without the sign-in doors, which have tests of their own."""

    account_id: int
    token: str
    actor: Actor


def signed_in(username: str = "sari", *, role: Role = Role.COUNSELLOR, area: str = BANYUWANGI) -> Person:
    made = make_account(role, area, username=username, display_name=username.title())
    with open_session(Actor.system("tests")) as session:
        account = session.get(Account, made.id)
        assert account is not None
        login, token = start_session(session, account, device="")
        login.verified_at = clock.now()
        return Person(made.id, token, as_actor(account, login))


class Tab:
    """One tab. `on` gives its State of a class; `go` moves it to another address."""

    def __init__(self, person: Person, path: str = "/") -> None:
        self.person, self.root = person, rx.State()
        self.go(path)

    def go(self, path: str) -> None:
        self.root.router = RouterData.from_router_data(
            {
                "headers": {"cookie": f"{staff_cookie()}={self.person.token}", "origin": "http://x"},
                "pathname": path,
                "asPath": path,
                "query": {},
                "token": "t",
                "sid": "s",
                "ip": "192.0.2.1",
            }
        )

    def on(self, state: type[S]) -> S:
        found = self.root.get_substate(state.get_full_name().split("."))
        assert isinstance(found, state)
        return found


def do(handler: Any, *args: Any) -> list[Any]:
    """Run a handler to its end; what it gives back or yields is returned as a list."""

    async def run() -> list[Any]:
        result = handler(*args)
        if hasattr(result, "__aiter__"):
            return [step async for step in result if step is not None]
        given = await result
        return [] if given is None else [given]

    return asyncio.run(run())


def form(**fields: str | list[str]) -> FormData[str, str]:
    """A submitted form; a list is a field that was ticked several times."""
    pairs = [
        (name, value)
        for name, given in fields.items()
        for value in (given if isinstance(given, list) else [given])
    ]
    return FormData(pairs)


def watch_once(monkeypatch: pytest.MonkeyPatch, screen: AppState) -> None:
    """What a background handler `watch` does when something has changed, once."""

    async def once(self: Any) -> Any:
        yield

    async def enter(self: Any) -> None: ...

    async def leave(self: Any, *error: object) -> None: ...

    kind = type(screen)
    for name, stand_in in (("_changes", once), ("__aenter__", enter), ("__aexit__", leave)):
        monkeypatch.setattr(kind, name, stand_in, raising=False)
    asyncio.run(kind.event_handlers["watch"].fn(screen))
