"""Every handler of every State that there is, asked by everybody: the gate lets through who holds its permission, and only them."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from reflex_base.registry import RegistrationContext
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.gate import INTERNAL, Buckets, Gate, declared_by
from rindu_app.access.permissions import Permission
from rindu_app.access.roles import PERMISSIONS
from rindu_app.access.session import open_session
from rindu_app.models import AuditEntry
from rindu_app.words.codes import Role
from tests.access.test_architecture import ours
from tests.factories import SYSTEM, make_account

ROOMY = {"burst": 10_000, "rate": 10_000.0}


def handlers() -> list[str]:
    """Full names of all handlers of ours, `setvar` of each State included."""
    states = {cls.get_full_name() for cls in ours()}
    return [name for name in RegistrationContext.get().event_handlers if name.rpartition(".")[0] in states]


class EmptyState(SimpleNamespace):
    """As much of a State as the gate looks at."""

    def __init__(self, cookie: str) -> None:
        super().__init__(router=SimpleNamespace(headers=SimpleNamespace(cookie=cookie)), emptied=0)

    def _get_root_state(self) -> "EmptyState":
        return self

    def reset(self) -> None:
        self.emptied += 1

    def _clean(self) -> None:
        pass


def knock(names: list[str], actor: Actor | None) -> dict[str, Any]:
    """What the gate answers to each event: None lets it through."""
    gate = Gate(who=lambda token: actor, buckets=Buckets(**ROOMY))
    cookie = "ruang=token" if actor else ""

    async def ask() -> dict[str, Any]:
        return {
            name: await gate.preprocess(SimpleNamespace(), EmptyState(cookie), SimpleNamespace(name=name))  # type: ignore[arg-type]
            for name in names
        }

    return asyncio.run(ask())


def refusals() -> int:
    with open_session(SYSTEM, write=False) as session:
        return len(session.exec(select(AuditEntry.id).where(AuditEntry.action == "refused")).all())


@pytest.fixture
def names(country: object) -> list[str]:
    return handlers()


def test_there_are_handlers_to_try_and_none_shares_a_name_with_reflexs_own(names: list[str]) -> None:
    assert len(names) > 60
    assert not set(names) & INTERNAL


@pytest.mark.parametrize("role", Role)
def test_a_role_gets_through_to_what_it_holds_and_every_refusal_is_on_record(
    names: list[str], role: Role
) -> None:
    answers = knock(names, make_account(role))
    through = {name for name, answer in answers.items() if answer is None}
    assert through == {name for name in names if declared_by(name) in PERMISSIONS[role]}
    assert refusals() == len(names) - len(through)
    for name in names:
        if answers[name] is not None:
            assert not answers[name].delta
            assert not answers[name].events


def test_nobody_sets_a_var_from_outside(names: list[str]) -> None:
    setters = [name for name in names if name.endswith(".setvar")]
    assert len(setters) == len(ours())
    for role in Role:
        assert None not in knock(setters, make_account(role)).values()


def test_a_stranger_is_led_to_the_sign_in_by_each_of_them_and_writes_nothing(names: list[str]) -> None:
    for name, answer in knock([*names, *INTERNAL], None).items():
        assert answer is not None, name
        assert not answer.delta, name
        assert "/masuk" in str(answer.events), name
    assert refusals() == 0


def test_no_screen_asks_for_less_than_its_work() -> None:
    """What only looks after oneself is the account page's; a visitor's permissions open no State at all."""
    for name in handlers():
        assert declared_by(name) not in {Permission.REPORT_SUBMIT, Permission.OWN_REPORT}, name
