"""My week holds what takes my time and what I have to do, and nothing of anybody else's."""

from datetime import date, timedelta

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member, remove_member
from rindu_app.domain.cases.work import add_task, finish_task
from rindu_app.domain.schedule.own_days import add_days_off, drop_days_off, keep_hours
from rindu_app.domain.schedule.week import DayRow, WeekView, read_week
from rindu_app.domain.sessions.groups import create_group
from rindu_app.domain.sessions.meetings import plan_meeting
from rindu_app.models import Holiday, Unit
from rindu_app.words import clock
from rindu_app.words.codes import DayOffKind, Role
from tests.closing import close
from tests.counting import counted
from tests.domain.sessions.people import WIB, agreed, at, new_case, plan, plan_of
from tests.factories import BANYUWANGI, SYSTEM, make_account
from tests.transfers import pass_on

pytestmark = pytest.mark.usefixtures("country")

# The Wednesday that `at` names lies in this week from now.
WEDNESDAY = 2


def week(actor: Actor, ahead: int | None = None) -> WeekView:
    today = clock.now().astimezone(WIB).date()
    away = (at(9).date() - today).days + today.weekday()
    with open_session(actor) as session:
        return read_week(session, actor, ahead=away // 7 if ahead is None else ahead)


def wednesday(actor: Actor) -> DayRow:
    return week(actor).days[WEDNESDAY]


def give(actor: Actor, case: str, title: str, when: object) -> str:
    with open_session(actor) as session:
        return add_task(
            session, actor, number=case, title=title, due_at=when, owner_id=actor.id  # type: ignore[arg-type]
        ).uid  # fmt: skip


def test_a_day_holds_everything_by_time() -> None:
    me = make_account()
    number, her, report = new_case(me)
    plan(me, number, at(13), place="Balai desa", travel_before=60, travel_after=60)
    agreed(me, her, report, at(9))
    give(me, number, "Telepon rumah sakit", at(11))
    with open_session(me) as session:
        group = create_group(session, me, name="Melati", leader_id=me.id).uid
        wanted = plan_of(me, at(16), service="group_support", place="Aula")
        plan_meeting(session, me, group_uid=group, plan=wanted)
    day = wednesday(me)
    assert (day.day, day.note, day.works) == (at(9).date(), "", True)
    assert [(row.title, row.detail, row.number) for row in day.rows] == [
        ("Janji: Bertemu langsung", "Disetujui, Ruang 2", report),
        ("Telepon rumah sakit", "Tugas", number),
        ("Sesi: Bertemu langsung", "Balai desa, perjalanan 60 menit sekali jalan", number),
        ("Kelompok: Melati", "Aula", ""),
    ]
    assert day.rows[2].until == at(14)


def test_a_session_whose_result_nobody_wrote_down_says_so() -> None:
    me = make_account()
    number, _, _ = new_case(me)
    plan(me, number, at(9))
    with clock.moved(at(11) - clock.now()):
        (row,) = week(me, 0).days[WEDNESDAY].rows
    assert row.detail == "Hasil belum dicatat"


def test_an_appointment_that_became_a_session_stands_there_once() -> None:
    me = make_account()
    number, her, report = new_case(me)
    plan(me, number, at(9), appointment_uid=agreed(me, her, report, at(9)))
    assert [row.kind for row in wednesday(me).rows] == ["session"]


def test_what_is_declined_done_closed_or_anothers_is_not_mine() -> None:
    me, other = make_account(), make_account()
    number, her, report = new_case(me)
    agreed(me, her, report, at(9), accept=False)
    uid = give(me, number, "Sudah", at(10))
    closed, _, _ = new_case(me)
    give(me, closed, "Tidak perlu lagi", at(11))
    theirs, _, _ = new_case(other)
    plan(other, theirs, at(9))
    give(other, theirs, "Milik orang lain", at(10))
    with open_session(me) as session:
        finish_task(session, me, number=number, uid=uid)
    close(me, closed)
    assert wednesday(me).rows == ()
    assert len(wednesday(other).rows) == 2


def test_a_late_task_stands_apart_in_every_week() -> None:
    me = make_account()
    number, _, _ = new_case(me)
    give(me, number, "Tinjau risiko", clock.now() + timedelta(hours=1))
    with clock.moved(timedelta(hours=4)):
        for ahead in (-1, 0, 5):
            found = week(me, ahead)
            assert [(row.title, row.late) for row in found.late] == [("Tinjau risiko", True)]
            assert [row for day in found.days for row in day.rows] == []


def test_time_of_a_file_that_is_no_longer_hers_is_taken_and_says_nothing() -> None:
    me, next_one = make_account(), make_account()
    number, _, _ = new_case(me)
    plan(me, number, at(9), place="KenariTempat")
    with open_session(me) as session:
        add_member(session, me, number=number, account_id=next_one.id)
    pass_on(me, number, next_one)
    with open_session(next_one) as session:
        remove_member(session, next_one, number=number, account_id=me.id)
    (row,) = wednesday(me).rows
    assert (row.title, row.detail, row.number) == ("Waktu terisi", "Sesi", "")
    assert number not in repr(week(me))
    assert "Kenari" not in repr(week(me))


def test_holidays_days_off_and_free_days_have_a_word() -> None:
    me = make_account()
    hours = {str(day): ["07:30", "15:30"] for day in range(1, 6)}
    with open_session(SYSTEM) as session:
        session.add(Unit(area_code=BANYUWANGI, name="UPTD", kind="uptd_ppa", hours=hours))
        session.add(Holiday(day=at(9).date(), name="Hari rekaan", kind="libur_nasional"))
    with open_session(me) as session:
        day = at(9).date()
        away = add_days_off(session, me, first=day, last=day + timedelta(days=1), kind=DayOffKind.LEAVE).uid
    days = week(me).days
    assert [(row.note, row.works) for row in days] == [
        ("", True), ("", True), ("Hari rekaan. Cuti", False), ("Cuti", False), ("", True), ("", False), ("", False),
    ]  # fmt: skip
    assert (days[0].opens, days[0].closes) == ("07:30", "15:30")
    with open_session(me) as session:
        drop_days_off(session, me, uid=away)
    assert [row.note for row in week(me).days[2:4]] == ["Hari rekaan", ""]


def test_own_hours_are_kept_and_given_back() -> None:
    me = make_account()
    with open_session(me) as session:
        keep_hours(session, me, hours={"3": ("13:00", "20:00")})
    assert [day.works for day in week(me).days] == [False, False, True, False, False, False, False]
    with open_session(me) as session:
        keep_hours(session, me, hours={})
    assert all(day.works for day in week(me).days)


@pytest.mark.parametrize(
    ("times", "code"), [(("15:00", "08:00"), "hours_reversed"), (("pagi", "sore"), "time_form"), (("", "08:00"), "time_form")]
)  # fmt: skip
def test_hours_that_are_none_are_refused_at_their_day(times: tuple[str, str], code: str) -> None:
    me = make_account()
    with open_session(me) as session, pytest.raises(Invalid, match=code) as refusal:
        keep_hours(session, me, hours={"2": times})
    assert refusal.value.field == "opens_2"


def test_days_off_run_forward_from_now_and_are_ones_own() -> None:
    me, other, today = make_account(), make_account(), clock.now().astimezone(WIB).date()
    for first, last in (
        (today, today - timedelta(days=1)),
        (today - timedelta(days=9), today - timedelta(days=5)),
        (today, today + timedelta(days=400)),
    ):
        with open_session(me) as session, pytest.raises(Invalid):
            add_days_off(session, me, first=first, last=last, kind=DayOffKind.LEAVE)
    with open_session(me) as session:
        uid = add_days_off(session, me, first=today, last=today, kind=DayOffKind.DUTY).uid
    with open_session(other) as session, pytest.raises(NotFound):
        drop_days_off(session, other, uid=uid)
    assert [row.label for row in week(me).away] == ["Dinas luar"]
    assert week(other).away == ()


def test_an_administrator_has_no_casework() -> None:
    admin = make_account(Role.ADMIN)
    for act in (
        lambda session: read_week(session, admin),
        lambda session: keep_hours(session, admin, hours={}),
        lambda session: add_days_off(session, admin, first=date.max, last=date.max, kind=DayOffKind.LEAVE),
    ):
        with open_session(admin) as session, pytest.raises(Forbidden):
            act(session)


def test_a_full_week_is_read_in_as_many_queries_as_an_empty_one() -> None:
    me = make_account()

    def fill(hour: float) -> None:
        number, her, report = new_case(me)
        plan(me, number, at(hour))
        agreed(me, her, report, at(hour + 2))
        give(me, number, "Tugas", at(hour))

    fill(6)
    few = counted(lambda: week(me))
    for hour in (10, 14, 18):
        fill(hour)
    assert counted(lambda: week(me)) == few
