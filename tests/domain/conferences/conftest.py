"""A case, its manager and a partner whom the client allows to know something."""

import pytest

from rindu_app.access.actor import Actor
from tests.domain.referrals.people import allow, make_partner, new_case
from tests.factories import make_account


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)


@pytest.fixture
def hospital(manager: Actor, number: str) -> str:
    """A partner with mail that she allows to know her name and what it is about."""
    uid = make_partner(mail="ppt@contoh.example")
    allow(manager, number, uid, "name", "summary")
    return uid
