"""An administrator keeps the units of the own area, and nobody else does."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.units.commands import UnitFields, save_unit
from rindu_app.domain.units.managing import list_managed_units, read_unit
from rindu_app.domain.units.queries import list_units, say_hours
from rindu_app.models import AuditEntry
from rindu_app.words.codes import Role
from tests.factories import BALIKPAPAN, BANYUWANGI, EAST_JAVA, SYSTEM, make_account

WEEKDAYS = {str(day): ("07:30", "15:30") for day in range(1, 6)}


def fields(**values: Any) -> UnitFields:
    return UnitFields(**{"area_code": BANYUWANGI, "name": "UPTD PPA uji", "kind": "uptd_ppa", **values})


def save(actor: Actor, unit_id: int | None = None, **values: Any) -> int:
    with open_session(actor) as session:
        return save_unit(session, actor, fields=fields(**values), unit_id=unit_id)


def refusal(actor: Actor, unit_id: int | None = None, **values: Any) -> DomainError:
    with pytest.raises(DomainError) as caught:
        save(actor, unit_id, **values)
    return caught.value


def test_a_unit_is_added_changed_and_read_back(country: Path) -> None:
    admin = make_account(Role.ADMIN)
    unit_id = save(admin, hours=WEEKDAYS, phone="(0333) 000-1001", mail="piket@contoh.example")
    save(admin, unit_id, name="UPTD PPA baru", hours={"6": ("08:00", "12:00"), "7": ("", "")})
    with open_session(admin) as session:
        found = read_unit(session, admin, unit_id=unit_id)
        [row] = list_managed_units(session, admin)
        assert (found.name, found.hours, found.phone) == ("UPTD PPA baru", {"6": ("08:00", "12:00")}, "")
        assert (row.name, row.kind) == ("UPTD PPA baru", "UPTD PPA")
        assert len(session.exec(select(AuditEntry).where(AuditEntry.action == "units:unit:save")).all()) == 2


def test_only_administrators_and_only_of_that_area(country: Path) -> None:
    admin, stranger = make_account(Role.ADMIN), make_account(Role.ADMIN, BALIKPAPAN)
    unit_id = save(admin)
    assert type(refusal(stranger, unit_id, area_code=BALIKPAPAN)) is NotFound
    assert type(refusal(stranger)) is Forbidden
    assert type(refusal(admin, area_code=EAST_JAVA)) is Forbidden
    for role in (Role.COUNSELLOR, Role.SUPERVISOR):
        assert type(refusal(make_account(role))) is Forbidden
    assert type(refusal(Actor.visitor())) is Forbidden
    with open_session(stranger, write=False) as session:
        assert list_managed_units(session, stranger) == []
    assert save(make_account(Role.ADMIN, EAST_JAVA), unit_id) == unit_id


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " \x00"}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"kind": "castle"}, "kind"),
        ({"area_code": "99.99"}, "area_code"),
        ({"phone": "0812<script>"}, "phone"),
        ({"mail": "piket"}, "mail"),
        ({"mail": "a@b.id, c@d.id"}, "mail"),
        ({"address": "x" * 301}, "address"),
        ({"hours": {"8": ("08:00", "12:00")}}, "hours"),
        ({"hours": {"1": ("8", "12:00")}}, "hours"),
        ({"hours": {"1": ("12:00", "08:00")}}, "hours"),
        ({"hours": {"1": ("25:00", "26:00")}}, "hours"),
    ],
)
def test_what_cannot_be_is_refused_by_field(country: Path, values: dict[str, Any], field: str) -> None:
    refused = refusal(make_account(Role.ADMIN), **values)
    assert isinstance(refused, Invalid)
    assert refused.field == field


def test_the_place_of_a_shelter_is_not_even_kept(country: Path) -> None:
    admin = make_account(Role.ADMIN)
    refused = refusal(admin, kind="shelter", address="Jalan Rahasia 1")
    assert (refused.code, getattr(refused, "field", "")) == ("shelter_address_elsewhere", "address")
    save(admin, kind="shelter", address_secret=False)
    with open_session(SYSTEM, write=False) as session:
        assert list_units(session, BANYUWANGI)[0].where == "Alamat dirahasiakan, tanyakan kepada konselor"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({str(day): ["00:00", "24:00"] for day in range(1, 8)}, "Buka 24 jam"),
        ({str(day): ["00:00", "24:00"] for day in range(1, 7)}, "Buka sampai 24.00 WIB"),
        ({"1": ["08:00", "15:30"]}, "Buka sampai 15.30 WIB"),
        ({}, ""),
    ],
)
def test_hours_are_said_as_people_say_them(days: dict[str, list[str]], words: str) -> None:
    monday = datetime(2026, 11, 23, 3, tzinfo=UTC)  # ten in the morning
    assert say_hours(days, "Asia/Jakarta", monday) == words


def test_a_closed_unit_is_not_offered_and_stays_in_the_register(country: Path) -> None:
    admin = make_account(Role.ADMIN)
    save(admin, active=False)
    with open_session(admin, write=False) as session:
        assert list_units(session, BANYUWANGI) == ()
        assert [unit.active for unit in list_managed_units(session, admin)] == [False]
