"""An administrator keeps the partners of the own area; a counsellor finds those that serve hers."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.partners.commands import PartnerFields, save_partner
from rindu_app.domain.partners.managing import list_managed_partners, read_own_partner
from rindu_app.domain.partners.queries import find_partner, list_partners
from rindu_app.models import AuditEntry
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.factories import BALIKPAPAN, BANYUWANGI, EAST_JAVA, GENTENG, METRO, SYSTEM, make_account

WEEKDAYS = {str(day): ("07:30", "15:30") for day in range(1, 6)}


def fields(**values: Any) -> PartnerFields:
    given = {
        "area_code": BANYUWANGI,
        "name": "RSUD uji",
        "kind": "hospital",
        "services": ("medical", "visum"),
    }
    return PartnerFields(**{**given, **values})


def save(actor: Actor, uid: str = "", **values: Any) -> str:
    with open_session(actor) as session:
        return save_partner(session, actor, fields=fields(**values), uid=uid)


def refusal(actor: Actor, uid: str = "", **values: Any) -> DomainError:
    with pytest.raises(DomainError) as caught:
        save(actor, uid, **values)
    return caught.value


def names(actor: Actor, service: str = "") -> list[str]:
    with open_session(actor, write=False) as session:
        return [row.name for row in list_partners(session, actor, service=service)]


def test_a_partner_is_added_changed_and_read_back(country: Path) -> None:
    admin = make_account(Role.ADMIN)
    uid = save(admin, hours=WEEKDAYS, phone="(0333) 000-1001", mail="ppt@contoh.example")
    changed = {"mou_number": "12/KS/2026", "mou_until": "2027-12-31", "services": ("visum", "medical")}
    assert save(admin, uid, name="RSUD baru", **changed) == uid
    with open_session(admin) as session:
        found = read_own_partner(session, admin, uid=uid)
        [row] = list_managed_partners(session, admin)
        assert (found.name, found.mou_until, found.services) == (
            "RSUD baru",
            "2027-12-31",
            ("medical", "visum"),
        )
        assert (found.hours, found.phone, row.kind, row.active) == ({}, "", "Rumah sakit", True)
        lines = select(AuditEntry).where(AuditEntry.action == "partners:partner:save")
        assert len(session.exec(lines).all()) == 2


def test_only_administrators_and_only_of_that_area(country: Path) -> None:
    admin, stranger = make_account(Role.ADMIN), make_account(Role.ADMIN, BALIKPAPAN)
    uid = save(admin)
    assert type(refusal(stranger, uid, area_code=BALIKPAPAN)) is NotFound
    assert type(refusal(stranger)) is Forbidden
    assert type(refusal(admin, area_code=EAST_JAVA)) is Forbidden
    for actor in (make_account(), make_account(Role.SUPERVISOR), Actor.visitor()):
        assert type(refusal(actor)) is Forbidden
    with open_session(stranger, write=False) as session:
        assert list_managed_partners(session, stranger) == []
        with pytest.raises(NotFound):
            read_own_partner(session, stranger, uid=uid)
    assert save(make_account(Role.ADMIN, EAST_JAVA), uid) == uid


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " \x00"}, "name"),
        ({"kind": "castle"}, "kind"),
        ({"services": ()}, "services"),
        ({"services": ("medical", "magic")}, "services"),
        ({"area_code": "99.99"}, "area_code"),
        ({"phone": "0812<script>"}, "phone"),
        ({"mail": "a@b.id, c@d.id"}, "mail"),
        ({"mou_number": "x" * 81}, "mou_number"),
        ({"mou_until": "akhir tahun"}, "mou_until"),
        ({"hours": {"1": ("12:00", "08:00")}}, "hours"),
    ],
)
def test_what_cannot_be_is_refused_by_field(country: Path, values: dict[str, Any], field: str) -> None:
    refused = refusal(make_account(Role.ADMIN), **values)
    assert isinstance(refused, Invalid)
    assert refused.field == field


def test_a_counsellor_finds_open_partners_of_her_kabupaten_and_above_and_no_others(country: Path) -> None:
    save(SYSTEM, name="RSUD kabupaten")
    save(SYSTEM, name="LPSK provinsi", kind="lpsk", area_code=EAST_JAVA, services=("witness_protection",))
    save(SYSTEM, name="Puskesmas Genteng", kind="health_centre", area_code=GENTENG)
    save(SYSTEM, name="Tutup", active=False)
    save(SYSTEM, name="RSUD Metro", area_code=METRO)
    assert names(make_account()) == ["LPSK provinsi", "Puskesmas Genteng", "RSUD kabupaten"]
    assert names(make_account(area_code=GENTENG)) == names(make_account())
    assert names(make_account(area_code=METRO)) == ["RSUD Metro"]
    assert names(make_account(), "witness_protection") == ["LPSK provinsi"]
    for actor in (make_account(Role.ADMIN), Actor.visitor()):
        with open_session(actor, write=False) as session, pytest.raises(Forbidden):
            list_partners(session, actor)


def test_a_partner_is_found_where_it_serves_and_while_it_is_open(country: Path) -> None:
    uid, closed = save(SYSTEM), save(SYSTEM, active=False)
    with open_session(SYSTEM, write=False) as session:
        assert find_partner(session, GENTENG, uid) is not None
        assert find_partner(session, METRO, uid) is None
        assert find_partner(session, BANYUWANGI, closed) is None


def test_an_agreement_that_has_ended_is_said(country: Path) -> None:
    until = (clock.now() + timedelta(days=2)).date()
    save(SYSTEM, mou_until=until.isoformat())
    counsellor = make_account()
    with open_session(counsellor, write=False) as session:
        assert not list_partners(session, counsellor)[0].mou_over
        with clock.moved(timedelta(days=4)):
            assert list_partners(session, counsellor)[0].mou_over
