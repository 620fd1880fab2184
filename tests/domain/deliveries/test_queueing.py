"""A notice is queued only as the person's safe contact allows, and once."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.deliveries.commands import notify_reporter
from rindu_app.domain.deliveries.reminders import remind_late_clocks
from rindu_app.domain.reports.view import read_report
from rindu_app.models import Delivery, Unit
from rindu_app.words import clock
from rindu_app.words.codes import ContactWay, Role
from rindu_app.words.notices import Notice
from tests.factories import BALIKPAPAN, BANYUWANGI, EAST_JAVA, SYSTEM, make_account, send_report

PHONE = "0812-0000-1234"


def deliveries() -> list[Delivery]:
    with open_session(SYSTEM, write=False) as session:
        return list(session.exec(select(Delivery)))


def notify(actor: Actor, number: str, **values: object) -> Delivery:
    options = {"way": ContactWay.WHATSAPP, "notice": Notice.NEW_MESSAGE, **values}
    with open_session(actor) as session:
        return notify_reporter(session, actor, number=number, **options)  # type: ignore[arg-type]


def refusal(actor: Actor, number: str, **values: object) -> tuple[type[DomainError], str]:
    with pytest.raises(DomainError) as caught:
        notify(actor, number, **values)
    return type(caught.value), caught.value.code


def test_a_notice_by_the_way_she_chose_is_queued_with_her_number_sealed(country: Path) -> None:
    sent, _ = send_report(ways=[ContactWay.WHATSAPP], phone=PHONE)
    notify(make_account(), sent.number)
    [row] = deliveries()
    assert (row.channel, row.template, row.status) == ("whatsapp", "new_message", "waiting")
    assert row.recipient is not None
    assert b"1234" not in row.recipient


def test_the_same_notice_within_an_hour_is_one_however_its_number_is_written(country: Path) -> None:
    sent, _ = send_report(ways=[ContactWay.WHATSAPP], phone=PHONE)
    counsellor, shown = make_account(), sent.number
    for typed in (shown, f" {shown.lower()} ", shown.replace("-", "")):
        notify(counsellor, typed)
    assert len(deliveries()) == 1
    notify(counsellor, shown, notice=Notice.REMINDER)
    assert len(deliveries()) == 2
    with clock.moved(timedelta(hours=1)):
        notify(counsellor, shown)
    assert len(deliveries()) == 3


def test_a_way_she_did_not_choose_is_refused_until_somebody_gives_a_reason(country: Path) -> None:
    sent, _ = send_report(ways=[ContactWay.PHONE], phone=PHONE)
    counsellor = make_account()
    assert refusal(counsellor, sent.number) == (Conflict, "not_safe_way")
    assert deliveries() == []
    notify(counsellor, sent.number, reason="Ia meminta lewat telepon pagi ini.")
    assert [row.overridden for row in deliveries()] == [True]
    with open_session(counsellor) as session:
        view = read_report(session, counsellor, number=sent.number)
    assert any("meminta lewat telepon" in repr(event) for event in view.events)


def test_outside_her_hours_it_is_refused(country: Path) -> None:
    hour = (clock.now() + timedelta(hours=7)).hour  # Banyuwangi lives in WIB
    sent, _ = send_report(
        ways=[ContactWay.WHATSAPP], phone=PHONE, hour_from=(hour + 2) % 23, hour_to=(hour + 2) % 23 + 1
    )
    assert refusal(make_account(), sent.number) == (Conflict, "not_safe_hour")


def test_without_a_number_or_a_way_out_there_is_a_clear_no(country: Path) -> None:
    counsellor, (silent, _) = make_account(), send_report(ways=[ContactWay.WHATSAPP], phone="tidak ada")
    assert refusal(counsellor, silent.number) == (Invalid, "no_phone")
    assert refusal(counsellor, silent.number, way=ContactWay.PHONE) == (Invalid, "no_way_out")


def test_only_her_own_counsellors_may_reach_out(country: Path) -> None:
    sent, _ = send_report(ways=[ContactWay.WHATSAPP], phone=PHONE)
    assert refusal(make_account(area_code=BALIKPAPAN), sent.number) == (NotFound, "not_found")
    assert refusal(make_account(Role.ADMIN, EAST_JAVA), sent.number)[0] in (NotFound, Forbidden)


def add_unit(mail: str = "piket@contoh.example", area: str = BANYUWANGI) -> None:
    with open_session(SYSTEM) as session:
        session.add(Unit(area_code=area, name="UPTD PPA", kind="uptd_ppa", mail=mail))


def remind() -> int:
    with open_session(SYSTEM) as session:
        return remind_late_clocks(session, SYSTEM)


def test_an_office_is_told_once_an_hour_that_work_is_late(country: Path) -> None:
    add_unit()
    add_unit(mail="")
    add_unit(mail="lain@contoh.example", area=BALIKPAPAN)
    for name in ("satu", "dua", "tiga"):
        send_report(danger="no", story=f"Cerita {name}")
    assert remind() == 0
    with clock.moved(timedelta(days=2)):
        assert remind() == 1
        assert remind() == 0
        with clock.moved(timedelta(hours=1)):
            assert remind() == 1
    assert {(row.template, row.channel) for row in deliveries()} == {("late", "mail")}


def test_new_danger_is_told_at_once(country: Path) -> None:
    add_unit()
    send_report(danger="yes")
    assert remind() == 1
    assert [row.template for row in deliveries()] == ["waiting"]
