"""Nobody is booked into one hour twice, and an unusual hour asks for its reason."""

from datetime import timedelta

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.sessions.planning import move_session
from rindu_app.models import CalendarEntry, DayOff, Holiday, Unit, WorkingHours
from rindu_app.words.codes import DayOffKind, SessionAction
from tests.domain.sessions.people import at, new_case, perform, plan, plan_of, seen
from tests.factories import BANYUWANGI, SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")


def test_a_moved_or_cancelled_session_gives_its_time_back_and_another_counsellor_is_free() -> None:
    me, colleague = make_account(), make_account()
    (one, _, _), (other, _, _) = new_case(me), new_case(me)
    uid = plan(me, one, at(9)).uid
    with open_session(me) as session:
        move_session(session, me, number=one, uid=uid, plan=plan_of(me, at(9.5)))
    perform(me, one, uid, SessionAction.MOVE)
    second = plan(me, other, at(9)).uid
    perform(me, other, second, SessionAction.CANCEL)
    plan(me, other, at(9))
    theirs, _, _ = new_case(colleague)
    plan(colleague, theirs, at(9))


def test_moving_onto_somebody_elses_hour_is_refused_and_changes_nothing() -> None:
    me = make_account()
    (one, _, _), (other, _, _) = new_case(me), new_case(me)
    uid = plan(me, one, at(9)).uid
    plan(me, other, at(11))
    with open_session(me) as session, pytest.raises(Conflict, match="calendar_taken"):
        move_session(session, me, number=one, uid=uid, plan=plan_of(me, at(11.5)))
    assert seen(me, one).coming[0].starts == at(9)


def test_a_session_handed_to_a_colleague_takes_her_time_instead() -> None:
    me, colleague = make_account(), make_account()
    number, _, _ = new_case(me)
    uid = plan(me, number, at(9)).uid
    with open_session(me) as session:
        add_member(session, me, number=number, account_id=colleague.id)
    with open_session(me) as session:
        wanted = plan_of(me, at(9), counsellor_id=colleague.id)
        move_session(session, me, number=number, uid=uid, plan=wanted)
    with open_session(SYSTEM) as session:
        (entry,) = session.exec(select(CalendarEntry).where(CalendarEntry.source_uid == uid))
    assert entry.account_id == colleague.id


def keep(*rows: object) -> None:
    with open_session(SYSTEM) as session:
        session.add_all(rows)


def outside_case() -> tuple[Actor, str]:
    """A counsellor whose unit works on weekdays from 07:30 to 15:30."""
    me = make_account()
    hours = {str(day): ["07:30", "15:30"] for day in range(1, 6)}
    keep(Unit(area_code=BANYUWANGI, name="UPTD", kind="uptd_ppa", hours=hours))
    return me, new_case(me)[0]


@pytest.mark.parametrize(
    ("hour", "days", "minutes", "outside"),
    [
        (7.5, 0, 60, []),
        (14.5, 0, 60, []),
        (14.5, 0, 61, ["hours"]),
        (7, 0, 60, ["hours"]),
        (9, 3, 60, ["hours"]),  # a Saturday
    ],
)
def test_working_hours_come_from_the_unit(hour: float, days: int, minutes: int, outside: list[str]) -> None:
    me, number = outside_case()
    when = at(hour) + timedelta(days=days)
    if outside:
        with pytest.raises(Conflict, match="outside_calendar") as refusal:
            plan(me, number, when, minutes=minutes)
        assert refusal.value.facts["why"] == "di luar jam kerja"
    row = plan(me, number, when, minutes=minutes, anyway="Klien hanya bisa saat itu")
    assert row.outside == outside
    assert seen(me, number).coming[0].anyway == ("Klien hanya bisa saat itu" if outside else "")


def test_her_own_hours_take_the_place_of_her_units() -> None:
    me, number = outside_case()
    keep(WorkingHours(account_id=me.id, hours={"3": ["13:00", "20:00"]}))
    with pytest.raises(Conflict, match="outside_calendar"):
        plan(me, number, at(9))
    assert plan(me, number, at(18)).outside == []


def test_holidays_and_days_off_need_a_reason_too() -> None:
    me, number = outside_case()
    day = at(9).date()
    keep(Holiday(day=day, name="Hari rekaan", kind="libur_nasional"))
    keep(DayOff(account_id=me.id, kind=DayOffKind.DUTY, first=day - timedelta(days=1), last=day))
    with pytest.raises(Conflict) as refusal:
        plan(me, number, at(9))
    assert refusal.value.facts["why"] == "hari libur dan hari konselor tidak di tempat"
    assert plan(me, number, at(9), anyway="Sidang besok").outside == ["holiday", "day_off"]


def test_where_nobody_said_when_she_works_every_hour_is_usual() -> None:
    me = make_account()
    number, _, _ = new_case(me)
    assert plan(me, number, at(21)).outside == []
