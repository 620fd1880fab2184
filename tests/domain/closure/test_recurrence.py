"""Violence that happened again: the case goes on, its clock starts anew, and nobody overlooks it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Invalid
from rindu_app.access.session import open_session
from rindu_app.domain.assessments.commands import check_danger
from rindu_app.domain.cases.file import open_file
from rindu_app.domain.cases.rows import CaseHead
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.closure.commands import reopen_case
from rindu_app.domain.deliveries.reminders import remind_late_clocks
from rindu_app.domain.units.commands import UnitFields, save_unit
from rindu_app.models import CaseReopening, Delivery
from rindu_app.words import clock
from rindu_app.words.codes import Risk
from tests.closing import close
from tests.domain.sessions.people import new_case
from tests.factories import BANYUWANGI, SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")
MINUTES = {Risk.HIGH: 15, Risk.MEDIUM: 360, Risk.LOW: 1440}


@pytest.fixture
def manager() -> Actor:
    return make_account()


@pytest.fixture
def number(manager: Actor) -> str:
    number, _, _ = new_case(manager)
    close(manager, number)
    return number


def reopen(actor: Actor, number: str, reason: str = "again", risk: Risk | None = Risk.HIGH) -> None:
    with open_session(actor) as session:
        reopen_case(session, actor, number=number, reason_code=reason, note="Dipukul lagi", risk=risk)


def head(actor: Actor, number: str) -> CaseHead:
    with open_session(actor) as session:
        return open_file(session, actor, number).head


def look(actor: Actor, number: str) -> None:
    with open_session(actor) as session:
        check_danger(session, actor, number=number, signs=[], decided=Risk.HIGH, reason="Masih diancam")


@pytest.mark.parametrize("risk", Risk)
def test_a_recurrence_starts_the_clock_of_its_risk(manager: Actor, number: str, risk: Risk) -> None:
    before = clock.now()
    reopen(manager, number, risk=risk)
    seen = head(manager, number)
    assert (seen.recurrences, seen.risk) == (1, risk)
    assert seen.look_until is not None
    passed = seen.look_until - before - timedelta(minutes=MINUTES[risk])
    assert timedelta() <= passed < timedelta(minutes=1)


def test_a_recurrence_needs_a_risk_and_nothing_is_opened_without(manager: Actor, number: str) -> None:
    with pytest.raises(Invalid) as refusal:
        reopen(manager, number, risk=None)
    assert refusal.value.field == "risk"
    assert head(manager, number).status == "closed"


@pytest.mark.parametrize("reason", ["new_need", "client_request", "closed_wrongly"])
def test_another_reason_counts_no_recurrence_and_starts_no_clock(
    manager: Actor, number: str, reason: str
) -> None:
    before = head(manager, number).risk
    reopen(manager, number, reason, risk=Risk.HIGH)
    seen = head(manager, number)
    assert (seen.recurrences, seen.look_until, seen.risk) == (0, None, before)


def test_looking_at_the_danger_stops_the_clock_and_the_count_stays(manager: Actor, number: str) -> None:
    reopen(manager, number)
    look(manager, number)
    assert (head(manager, number).recurrences, head(manager, number).look_until) == (1, None)
    close(manager, number)
    reopen(manager, number, risk=Risk.MEDIUM)
    assert head(manager, number).recurrences == 2
    assert head(manager, number).look_until is not None


def test_the_timeline_says_that_it_happened_again_and_how_dangerous_it_is(
    manager: Actor, number: str
) -> None:
    reopen(manager, number)
    with open_session(manager) as session:
        lines = read_case(session, manager, number=number).timeline
    assert [line.kind for line in lines[:2]] == ["risk_changed", "reopened"]
    assert lines[1].text == "Kekerasan terjadi lagi. Dipukul lagi"


def test_an_office_hears_once_that_nobody_looked_in_time(manager: Actor, number: str) -> None:
    with open_session(SYSTEM) as session:
        fields = UnitFields(BANYUWANGI, "UPTD uji", "uptd_ppa", mail="piket@contoh.example")
        save_unit(session, SYSTEM, fields=fields)
    reopen(manager, number)

    def late() -> int:
        with open_session(SYSTEM) as session:
            remind_late_clocks(session, SYSTEM)
        with open_session(SYSTEM, write=False) as session:
            found = session.exec(select(Delivery).where(Delivery.template == "late")).all()
            return len(found)

    before = late()
    with clock.moved(timedelta(hours=3)):
        assert late() == before + 1
        with open_session(SYSTEM, write=False) as session:
            (row,) = session.exec(select(CaseReopening)).all()
            assert row.reminded_at is not None
