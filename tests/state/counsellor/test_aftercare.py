"""After a closing on the screen: the year at a glance, the visit that is due, and an alarm until somebody acts."""

from datetime import timedelta

import pytest

from rindu_app.state.counsellor.case_aftercare import CaseAftercare
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.to_visit import ToVisit
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.aftercare import AFTER, closed_case, meet, miss
from tests.domain.sessions.people import agree, new_case
from tests.state.screen import Person, Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")

SECRET = "Pindah ke rumah bibinya"


@pytest.fixture
def person() -> Person:
    return signed_in()


def closed_ago(person: Person, month: int, *, less: timedelta = timedelta()) -> str:
    """A case so long closed that the visit of this month is due, or will be in so much time."""
    with clock.moved(less - AFTER[month]):
        return closed_case(person.actor)


def page_of(person: Person, number: str) -> CaseAftercare:
    page = Tab(person, f"/kasus/{number}/kunjungan").on(CaseAftercare)
    do(page.load)
    return page


def said(**fields: str) -> dict[str, str]:
    well = {
        "held_on": str(clock.now().date()), "place": "office", "minutes": "30", "alone": "yes", "stability": "fair",
        "relapse": "none", "safe": "yes", "note": SECRET,
    }  # fmt: skip
    return {f"aftercare_{name}": value for name, value in {**well, **fields}.items()}


def test_a_visit_is_recorded_and_seen_at_a_glance_and_in_words(person: Person) -> None:
    page = page_of(person, closed_ago(person, 1))
    assert [stage.title for stage in page.stages] == ["Bulan 1", "Bulan 3", "Bulan 6", "Bulan 12"]
    assert [stage.state for stage in page.stages[1:]] == ["Nanti"] * 3
    assert (page.now.title, page.now.late) == ("Bulan ke-1", True)
    do(page.record, form(**said()))
    assert page.notice == "Kunjungan dicatat."
    first = page.stages[0]
    assert (first.tone, first.state, first.stability) == ("done", "Sudah bertemu", "Cukup stabil")
    assert first.steps == (True, True, True, False)
    (found,) = page.visits
    assert ("Merasa aman di tempat tinggalnya", "Ya, aman") in found.facts
    assert (found.note, page.alarms, page.now.uid) == (SECRET, (), "")
    do(page.leave)
    assert SECRET not in str(vars(page))


def test_nothing_can_be_recorded_before_its_time(person: Person) -> None:
    page = page_of(person, closed_case(person.actor))
    assert ({stage.state for stage in page.stages}, page.now.uid) == ({"Nanti"}, "")
    do(page.record, form(**said()))
    assert page.visits == ()


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"alone": ""}, "aftercare_alone"),
        ({"alone": "no"}, "aftercare_relapse"),
        ({"held_on": ""}, "aftercare_held_on"),
        ({"minutes": "sejam"}, "aftercare_minutes"),
        ({"safe": ""}, "aftercare_safe"),
    ],
)
def test_what_is_missing_is_said_at_its_field(person: Person, fields: dict[str, str], error: str) -> None:
    page = page_of(person, closed_ago(person, 1))
    do(page.record, form(**said(**fields)))
    assert list(page.errors) == [error]
    assert page.visits == ()


def test_an_alarm_stands_first_until_somebody_says_what_was_done(person: Person) -> None:
    page = page_of(person, closed_ago(person, 1))
    do(page.record, form(**said(safe="no", relapse="warning")))
    assert page.notice == "Kunjungan dicatat. Tindak lanjuti tanda bahayanya."
    assert (page.stages[0].tone, page.stages[0].state) == ("alarm", "Tanda bahaya")
    (alarm,) = page.alarms
    do(page.settle, form(uid=alarm.uid, settle_done=""))
    assert list(page.errors) == ["settle_done"]
    do(page.settle, form(uid=alarm.uid, settle_done="Diantar ke Polres"))
    assert page.alarms == ()
    assert page.visits[0].settled.startswith("Diantar ke Polres (Sari, ")


def test_whoever_is_not_reached_is_tried_three_times_before_a_visit_may_end(person: Person) -> None:
    page = page_of(person, closed_ago(person, 1))
    for _ in range(2):
        do(page.try_again)
    assert (page.now.tried, page.now.may_give_up) == ("Sudah 2 kali dicoba", False)
    do(page.give_up, form(give_up_reason="Nomornya mati"))
    assert page.notice == "Coba hubungi paling sedikit 3 kali dulu, pada waktu yang aman baginya."
    do(page.try_again)
    assert page.now.may_give_up
    do(page.give_up, form(give_up_reason="Nomornya mati"))
    assert (page.stages[0].state, page.visits[0].note) == ("Tidak terhubung", "Nomornya mati")


def test_a_case_that_goes_on_says_what_will_be_and_asks_for_her_consent(person: Person) -> None:
    number, _, _ = new_case(person.actor)
    page = page_of(person, number)
    assert (page.head.is_open, page.agreed, page.months) == (True, False, "1, 3, 6, dan 12")
    agree(person.actor, number, "follow_up")
    do(page.load)
    assert page.agreed


def test_the_latest_visit_whose_time_has_come_is_the_one_to_do(person: Person) -> None:
    assert page_of(person, closed_ago(person, 3)).now.title == "Bulan ke-3"


def test_the_list_tells_what_is_alarming_late_and_soon_and_the_menu_counts_it(person: Person) -> None:
    boss, far = signed_in("lina", role=Role.SUPERVISOR), signed_in("adi")
    alarming, late = closed_ago(person, 1), closed_ago(person, 1)
    soon = closed_ago(person, 1, less=timedelta(days=10))
    meet(person.actor, alarming, 1, safe="no")
    miss(person.actor, late, 1)
    for who in (person, boss):
        page = Tab(who, "/kunjungan").on(ToVisit)
        do(page.load)
        assert [row.href for row in page.alarms] == [f"/kasus/{alarming}/kunjungan"]
        assert [row.title for row in page.late] == [f"{late} · Bulan ke-1"]
        assert "1 kali dicoba" in page.late[0].detail
        assert [row.title for row in page.soon] == [f"{soon} · Bulan ke-1"]
    nav = Tab(person, "/kunjungan").on(Nav)
    do(nav.load)
    assert nav.to_visit == "2"
    theirs = Tab(far, "/kunjungan").on(ToVisit)
    do(theirs.load)
    assert (theirs.alarms, theirs.late, theirs.soon) == ((), (), ())
    do(page.leave)
    assert (page.alarms, page.late, page.soon) == ((), (), ())


def test_a_stranger_finds_no_such_file(person: Person) -> None:
    page = page_of(signed_in("adi"), closed_case(person.actor))
    assert (page.phase, page.stages, page.head.number) == ("missing", (), "")
