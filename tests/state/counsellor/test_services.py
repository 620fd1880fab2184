"""Services and visits on the screen."""

import pytest

from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import break_glass
from rindu_app.state.counsellor.case_services import CaseServices
from rindu_app.words import dates
from tests.services import ZONE, agree_to
from tests.state.counsellor.test_case import new_case
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def opened(person: Person, number: str) -> CaseServices:
    page = Tab(person, f"/kasus/{number}/layanan").on(CaseServices)
    do(page.load)
    return page


def told(person: Person, **fields: str) -> dict[str, str]:
    return {
        "service_kind": "accompany_court", "service_held_on": dates.today(ZONE), "service_minutes": "90", "service_place": "court",
        "service_result": "done", "service_officer_id": str(person.account_id), "service_note": "Sidang pertama", **fields,
    }  # fmt: skip


def test_a_service_is_recorded_and_taken_out() -> None:
    person = signed_in()
    number = new_case(person)
    agree_to(person.actor, number, "handling", "accompaniment")
    page = opened(person, number)
    do(page.record, form(**told(person)))
    (row,) = page.events
    assert (row.title, row.note) == ("Pendampingan di pengadilan: terlaksana", "Sidang pertama")
    assert "1 jam 30 menit · Pengadilan · Sari" in row.meta
    assert row.tags == "Pendampingan korban · Penegakan hukum · Perlindungan hukum"
    do(page.remove, row.uid)
    assert page.events == ()
    do(page.leave)
    assert (page.events, page.visits, page.team) == ((), (), [])


def test_without_consent_the_screen_says_what_is_missing_and_keeps_what_was_typed() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    before = page.done
    do(page.record, form(**told(person)))
    assert "Persetujuan" in page.notice
    assert (page.events, page.done) == ((), before)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"service_kind": ""}, "service_kind"),
        ({"service_held_on": ""}, "service_held_on"),
        ({"service_minutes": ""}, "service_minutes"),
        ({"service_place": ""}, "service_place"),
        ({"service_result": ""}, "service_result"),
        ({"service_officer_id": "999999"}, "service_officer_id"),
        ({"service_kind": "accompany_hospital"}, "service_note"),
        ({"service_kind": "accompany_hospital", "service_note": "", "service_result": "partly"}, "service_result"),
    ],
)  # fmt: skip
def test_a_service_that_cannot_be_used_is_refused_at_its_field(fields: dict[str, str], error: str) -> None:
    person = signed_in()
    number = new_case(person)
    agree_to(person.actor, number, "handling", "accompaniment")
    page = opened(person, number)
    do(page.record, form(**told(person, **fields)))
    assert list(page.errors) == [error]


def test_a_health_service_asks_for_no_note() -> None:
    person = signed_in()
    page = opened(person, new_case(person))
    do(page.choose_kind, "health_check")
    assert page.is_health
    do(page.choose_kind, "accompany_court")
    assert not page.is_health


def test_a_visit_is_planned_checked_begun_and_ended() -> None:
    person = signed_in()
    number = new_case(person)
    agree_to(person.actor, number, "handling", "outreach")
    page = opened(person, number)
    plan = {
        "visit_day": dates.today(ZONE), "visit_time": "23:59", "visit_people": [str(person.account_id)],
        "visit_address": "not_yet", "visit_travel_minutes": "", "visit_safety": "Kabar tiap jam",
    }  # fmt: skip
    do(page.plan, form(**{**plan, "visit_people": ["x"]}))
    assert list(page.errors) == ["visit_people"]
    do(page.plan, form(**{**plan, "visit_time": ""}))
    assert list(page.errors) == ["visit_day"]
    do(page.plan, form(**plan))
    (row,) = page.visits
    assert (row.planned, page.visit_under_way) == (True, True)
    do(page.go, row.uid)
    assert page.visits[0].planned
    checked = {"check_address": "right", "check_travel_minutes": "30", "check_safety": "Kabar tiap jam"}
    do(page.check, form(uid=row.uid, **checked))
    do(page.go, row.uid)
    assert page.visits[0].going
    do(page.end, form(uid=row.uid, end_result="", end_note=""))
    assert list(page.errors) == ["end_result"]
    do(page.end, form(uid=row.uid, end_result="met", end_note="Ia tenang"))
    assert (page.visits[0].state, page.visit_under_way) == ("Terlaksana", False)
    assert "Ia tenang" in page.visits[0].lines
    assert page.events[0].title == "Penjangkauan ke tempat klien: terlaksana"


def test_what_was_decided_on_an_old_screen_is_refused() -> None:
    person = signed_in()
    number = new_case(person)
    agree_to(person.actor, number, "handling", "outreach")
    here, there = opened(person, number), opened(person, number)
    plan = {
        "visit_day": dates.today(ZONE), "visit_time": "23:59", "visit_people": [str(person.account_id)],
        "visit_address": "right", "visit_safety": "Kabar tiap jam",
    }  # fmt: skip
    do(here.plan, form(**plan))
    do(there.load)
    uid = here.visits[0].uid
    do(here.cancel, form(uid=uid, cancel_reason="Hujan"))
    do(there.go, uid)
    assert "diubah orang lain" in there.notice
    assert opened(person, number).visits[0].state == "Dibatalkan"


def test_broken_glass_reads_and_writes_nothing() -> None:
    person, nosy = signed_in(), signed_in("tuti")
    number = new_case(person)
    agree_to(person.actor, number, "handling", "accompaniment")
    with open_session(nosy.actor) as session:
        break_glass(session, nosy.actor, number=number, reason="Darurat")
    page = opened(nosy, number)
    assert page.phase == "ready"
    assert not page.head.goes_on
    do(page.record, form(**told(nosy)))
    assert page.events == ()
