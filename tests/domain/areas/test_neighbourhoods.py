"""RT and RW are added below a desa or kelurahan, by its administrator."""

from pathlib import Path

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid
from rindu_app.access.session import open_session
from rindu_app.domain.areas.neighbourhoods import add_neighbourhoods, list_neighbourhoods
from rindu_app.words.codes import Role
from tests.factories import BALIKPAPAN, METRO, REJOMULYO, make_account


def add(actor: Actor, **given: str) -> int:
    with open_session(actor) as session:
        return add_neighbourhoods(
            session, actor, **{"area_code": REJOMULYO, "rw": "3", "first": "1", **given}
        )


def test_a_range_is_added_once(country: Path) -> None:
    admin = make_account(Role.ADMIN, METRO)
    assert add(admin, last="4") == 4
    assert add(admin, first="003", last="6") == 2
    with open_session(admin, write=False) as session:
        assert list_neighbourhoods(session, REJOMULYO) == tuple(("003", f"00{rt}") for rt in range(1, 7))
    with pytest.raises(Conflict):
        add(admin, first="2")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"rw": "III"}, "rw"),
        ({"rw": "000"}, "rw"),
        ({"first": "-1"}, "first"),
        ({"first": "5", "last": "2"}, "last"),
        ({"first": "1", "last": "900"}, "last"),
        ({"area_code": METRO}, "area_code"),
    ],
)
def test_what_is_no_number_or_no_village_is_refused(country: Path, given: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as caught:
        add(make_account(Role.ADMIN, METRO), **given)
    assert caught.value.field == field


def test_nobody_else_may(country: Path) -> None:
    for actor in (
        make_account(Role.ADMIN, BALIKPAPAN),
        make_account(Role.COUNSELLOR, METRO),
        Actor.visitor(),
    ):
        with pytest.raises(DomainError) as caught:
            add(actor)
        assert type(caught.value) is Forbidden
