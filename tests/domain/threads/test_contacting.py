"""Telephone and WhatsApp obey safe contact, or leave a reason behind."""

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.reports.overrides import list_overrides
from rindu_app.domain.reports.submit import Submitted
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.threads.contacting import note_contact
from rindu_app.models import AuditEntry
from rindu_app.words.codes import ContactWay, Role
from tests.factories import METRO, SYSTEM, make_account, send_report

pytestmark = pytest.mark.usefixtures("country")
PHONE = "0812-0000-1234"


def contact(actor: Actor, submitted: Submitted, way: ContactWay = ContactWay.PHONE, reason: str = "") -> str:
    with open_session(actor) as session:
        return note_contact(session, actor, number=submitted.number, way=way, override_reason=reason)


def test_an_allowed_way_gives_the_link_and_leaves_a_line() -> None:
    counsellor, (report, _) = make_account(), send_report(ways=["phone", "whatsapp"], phone=PHONE)
    assert contact(counsellor, report) == "tel:+6281200001234"
    assert contact(counsellor, report, ContactWay.WHATSAPP).startswith(
        "https://wa.me/6281200001234?text=Halo"
    )
    with open_session(counsellor) as session:
        events = read_report(session, counsellor, number=report.number).events
    assert [(event.label, event.note) for event in events[:2]] == [
        ("Menghubungi pelapor", "WhatsApp"),
        ("Menghubungi pelapor", "Telepon"),
    ]


def test_a_way_she_did_not_choose_needs_a_reason_which_stays_on_record() -> None:
    counsellor, (report, _) = make_account(), send_report(ways=["here"], phone=PHONE)
    with pytest.raises(Conflict) as refusal:
        contact(counsellor, report)
    assert refusal.value.code == "not_safe_way"
    assert contact(counsellor, report, reason="Nyawa terancam") == "tel:+6281200001234"
    with open_session(SYSTEM) as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "report:contact")).one()
        assert entry.facts == {"way": "phone", "overridden": "not_safe_way"}
    with open_session(counsellor) as session:
        assert "Nyawa terancam" in read_report(session, counsellor, number=report.number).events[0].note


def test_hours_she_did_not_name_are_refused_too() -> None:
    counsellor, (report, _) = (
        make_account(),
        send_report(ways=["phone"], phone=PHONE, hour_from=0, hour_to=0 + 1),
    )
    later, (other, _) = make_account(), send_report(ways=["phone"], phone=PHONE, hour_from=23, hour_to=24)
    refused = 0
    for actor, submitted in ((counsellor, report), (later, other)):
        try:
            contact(actor, submitted)
        except Conflict as refusal:
            assert refusal.code == "not_safe_hour"
            refused += 1
    assert refused >= 1


def test_without_a_number_nobody_can_be_called() -> None:
    counsellor, (report, _) = make_account(), send_report(ways=["phone"])
    with pytest.raises(Conflict) as refusal:
        contact(counsellor, report)
    assert refusal.value.code == "no_phone"


def test_only_telephone_and_whatsapp_leave_the_house() -> None:
    counsellor, (report, _) = make_account(), send_report(ways=["phone"], phone=PHONE)
    with pytest.raises(Invalid):
        contact(counsellor, report, ContactWay.TRUSTED)


def test_strangers_learn_nothing_and_administrators_may_not() -> None:
    report, _ = send_report(ways=["phone"], phone=PHONE)
    with pytest.raises(NotFound):
        contact(make_account(area_code=METRO), report)
    with pytest.raises((NotFound, Forbidden)):
        contact(make_account(Role.ADMIN), report)


def test_a_supervisor_is_told_of_every_contact_against_the_rule_and_of_no_other() -> None:
    counsellor, supervisor = make_account(), make_account(Role.SUPERVISOR)
    safe, _ = send_report(ways=["phone"], phone=PHONE)
    unsafe, _ = send_report(ways=["whatsapp"], phone=PHONE)
    contact(counsellor, safe)
    with open_session(counsellor) as session:
        note_contact(
            session, counsellor, number=unsafe.number, way=ContactWay.PHONE, override_reason="Ada ancaman"
        )
    with open_session(supervisor, write=False) as session:
        (row,) = list_overrides(session, supervisor)
    assert (row.report_number, row.by, row.reason) == (unsafe.number, counsellor.name, "Ada ancaman")
    assert row.rule == "Orang ini tidak memilih cara ini."
    with open_session(make_account(Role.SUPERVISOR, METRO), write=False) as session:
        assert list_overrides(session, session.info["actor"]) == ()
    with open_session(counsellor, write=False) as session, pytest.raises(Forbidden):
        list_overrides(session, counsellor)
