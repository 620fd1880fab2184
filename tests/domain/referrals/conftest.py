"""A case, its manager, a hospital and its doctor."""

import pytest

from rindu_app.access.actor import Actor
from tests.domain.referrals.people import (
    make_partner,
    make_partner_account,
    new_case,
)
from tests.factories import make_account


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    return new_case(manager)


@pytest.fixture
def hospital() -> str:
    return make_partner(mail="ppt@contoh.example")


@pytest.fixture
def doctor(hospital: str) -> Actor:
    return make_partner_account(hospital)
