"""A group meets as a whole, and nobody learns of another's case by way of it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.sessions.group_queries import list_groups, read_group
from rindu_app.domain.sessions.groups import create_group, end_group
from rindu_app.domain.sessions.meetings import cancel_meeting, hold_meeting, move_meeting, plan_meeting
from rindu_app.domain.sessions.members import join_group, leave_group
from rindu_app.domain.sessions.planning import cancel_session
from rindu_app.domain.sessions.rows import GroupView
from rindu_app.models import CalendarEntry, GroupMember
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.closing import close
from tests.counting import counted
from tests.domain.sessions.people import agree, at, new_case, plan, plan_of, seen
from tests.factories import METRO, SYSTEM, make_account
from tests.services import agree_to

pytestmark = pytest.mark.usefixtures("country")


@pytest.fixture
def leader() -> Actor:
    return make_account(display_name="Pemimpin")


def new_group(leader: Actor, name: str = "Melati") -> str:
    with open_session(leader) as session:
        return create_group(session, leader, name=name, leader_id=leader.id).uid


def join(actor: Actor, number: str, group: str, alias: str) -> str:
    with open_session(actor) as session:
        return join_group(session, actor, number=number, uid=group, alias=alias).uid


def meet(leader: Actor, group: str, hour: float = 9, **values: object) -> tuple[str, int, int]:
    """(uid of the meeting, invited, left out)"""
    with open_session(leader) as session:
        wanted = plan_of(leader, at(hour), service="group_support", place="Aula", **values)
        made = plan_meeting(session, leader, group_uid=group, plan=wanted)
        return made.uid, made.invited, made.left_out


def view(actor: Actor, group: str) -> GroupView:
    with open_session(actor) as session:
        return read_group(session, actor, uid=group)


def test_each_member_has_a_session_of_her_own_that_counts_three_ways(leader: Actor) -> None:
    other = make_account()
    group, (one, _, _), (two, _, _) = new_group(leader), new_case(leader), new_case(other)
    join(leader, one, group, "Mawar")
    join(other, two, group, "Dahlia")
    assert meet(leader, group)[1:] == (2, 0)
    for actor, number in ((leader, one), (other, two)):
        (row,) = seen(actor, number).coming
        assert (row.place, row.of_group, row.counsellor) == ("Aula", True, "Pemimpin")
        assert row.tags == ("Pendampingan korban", "Rehabilitasi sosial", "Jaringan dukungan")
    with open_session(SYSTEM) as session:
        assert len(session.exec(select(CalendarEntry)).all()) == 1


def test_the_leader_sees_names_of_the_group_and_numbers_only_of_her_own_cases(leader: Actor) -> None:
    other = make_account()
    group, (one, _, _), (two, _, _) = new_group(leader), new_case(leader), new_case(other)
    join(leader, one, group, "Mawar")
    join(other, two, group, "Dahlia")
    assert [(row.alias, row.number) for row in view(leader, group).members] == [
        ("Mawar", one),
        ("Dahlia", ""),
    ]
    assert [(row.alias, row.number) for row in view(other, group).members] == [("", ""), ("", two)]
    assert [(row.alias, row.number) for row in view(make_account(), group).members] == [("", ""), ("", "")]
    boss = make_account(Role.SUPERVISOR)
    assert [(row.alias, row.number) for row in view(boss, group).members] == [("Mawar", one), ("Dahlia", two)]


def test_no_reader_gets_a_word_or_number_of_anothers_case(leader: Actor) -> None:
    other = make_account()
    group, (one, _, _), (two, _, _) = new_group(leader), new_case(leader), new_case(other)
    join(leader, one, group, "Mawar")
    join(other, two, group, "Dahlia")
    uid = meet(leader, group)[0]
    with clock.moved(at(12) - clock.now()):
        mine = [row.uid for row in view(leader, group).members]
        with open_session(leader) as session:
            hold_meeting(session, leader, group_uid=group, uid=uid, came=mine)
        for actor, foreign in ((leader, two), (other, one), (make_account(), one), (make_account(), two)):
            assert foreign not in repr(view(actor, group))
        assert one not in repr(seen(other, two))
        assert "Mawar" not in repr(seen(other, two)) + repr(view(other, group))
        meeting = view(other, group).past[0]
        assert (meeting.came, meeting.missed) == ((), ())


def test_a_leader_who_knows_a_reported_person_neither_gets_the_case_nor_its_name(leader: Actor) -> None:
    other = make_account()
    group, (number, _, report) = new_group(leader), new_case(other)
    joined, _, joined_report = new_case(other)
    join(other, joined, group, "Dahlia")
    for blocked in (report, joined_report):
        with open_session(other) as session:
            block_colleague(session, other, number=blocked, account_id=leader.id, reason="Sepupu terlapor")
    with pytest.raises(Conflict, match="leader_blocked"):
        join(other, number, group, "Mawar")
    assert [(row.alias, row.number) for row in view(leader, group).members] == [("", "")]


def test_attendance_is_marked_by_name_and_lands_in_each_file(leader: Actor) -> None:
    other = make_account()
    group, (one, _, _), (two, _, _) = new_group(leader), new_case(leader), new_case(other)
    first, second = join(leader, one, group, "Mawar"), join(other, two, group, "Dahlia")
    uid = meet(leader, group)[0]

    def hold(*came: str) -> None:
        with open_session(leader) as session:
            hold_meeting(session, leader, group_uid=group, uid=uid, came=came)

    with pytest.raises(Conflict, match="session_ahead"):
        hold(first)
    with clock.moved(at(12) - clock.now()):
        hold(second)
        assert [seen(actor, number).past[0].status for actor, number in ((leader, one), (other, two))] == [
            "missed", "held",
        ]  # fmt: skip
        hold(first, second)
        assert seen(leader, one).past[0].status == "held"
        meeting = view(leader, group).past[0]
        assert (set(meeting.came), meeting.may_mend) == ({first, second}, True)
    with clock.moved(at(12) - clock.now() + timedelta(hours=26)), pytest.raises(Conflict, match="settled"):
        hold(first)


def test_whose_consent_has_run_out_is_left_out_and_counted_and_who_refuses_or_is_closed_has_left(
    leader: Actor,
) -> None:
    group = new_group(leader)
    one, two, three, four = (new_case(leader)[0] for _ in range(4))
    for number, alias in ((one, "Mawar"), (two, "Dahlia"), (three, "Anggrek"), (four, "Kenanga")):
        join(leader, number, group, alias)
    agree_to(leader, two, "handling", "counselling", expires_at=clock.now() + timedelta(days=1))
    agree(leader, three, "handling:counselling", given=False)
    close(leader, four)
    with clock.moved(timedelta(days=2)):
        assert meet(leader, group)[1:] == (1, 1)
        assert [len(seen(leader, number).coming) for number in (one, two, three, four)] == [1, 0, 0, 0]


def test_nobody_joins_without_consent_a_name_or_twice(leader: Actor) -> None:
    group = new_group(leader)
    without, _, _ = new_case(leader, consents=())
    number, _, _ = new_case(leader)
    with pytest.raises(Conflict, match="consent_needed"):
        join(leader, without, group, "Mawar")
    with pytest.raises(Invalid, match="required"):
        join(leader, number, group, " ")
    join(leader, number, group, "Mawar")
    with pytest.raises(Conflict, match="member_already"):
        join(leader, number, group, "Dahlia")


def test_only_a_cases_own_team_puts_it_into_a_group(leader: Actor) -> None:
    group, (number, _, _) = new_group(leader), new_case(make_account())
    with pytest.raises(NotFound):
        join(leader, number, group, "Mawar")


def test_joining_late_means_coming_to_what_is_planned_and_leaving_means_no_more(leader: Actor) -> None:
    group, (number, _, _) = new_group(leader), new_case(leader)
    meet(leader, group)
    join(leader, number, group, "Mawar")
    (row,) = seen(leader, number).coming
    with open_session(leader) as session, pytest.raises(Conflict, match="session_of_group"):
        cancel_session(session, leader, number=number, uid=row.uid, reason="Sendiri")
    with open_session(leader) as session:
        leave_group(session, leader, number=number, uid=group)
    left = seen(leader, number)
    assert (left.coming, left.seats, left.past[0].status) == ((), (), "cancelled")
    with open_session(leader) as session, pytest.raises(NotFound):
        leave_group(session, leader, number=number, uid=group)
    assert view(leader, group).members == ()


def test_a_meeting_is_moved_and_called_off_for_all(leader: Actor) -> None:
    other = make_account()
    group, (one, _, _), (two, _, _) = new_group(leader), new_case(leader), new_case(other)
    join(leader, one, group, "Mawar")
    join(other, two, group, "Dahlia")
    uid = meet(leader, group)[0]
    with open_session(leader) as session:
        wanted = plan_of(leader, at(13), service="group_support", place="Taman")
        move_meeting(session, leader, group_uid=group, uid=uid, plan=wanted)
    assert (seen(other, two).coming[0].starts, seen(other, two).coming[0].place) == (at(13), "Taman")
    with open_session(leader) as session, pytest.raises(Invalid, match="reason_missing"):
        cancel_meeting(session, leader, group_uid=group, uid=uid, reason="")
    with open_session(leader) as session:
        cancel_meeting(session, leader, group_uid=group, uid=uid, reason="Aula dipakai")
    assert [seen(*pair).past[0].status for pair in ((leader, one), (other, two))] == ["cancelled"] * 2
    assert view(leader, group).past[0].ending == "Aula dipakai"
    meet(leader, group, 13)


def test_a_leader_is_not_in_two_places(leader: Actor) -> None:
    group, (number, _, _) = new_group(leader), new_case(leader)
    meet(leader, group)
    with pytest.raises(Conflict, match="calendar_taken"):
        plan(leader, number, at(9.5))
    with pytest.raises(Conflict, match="calendar_taken"):
        meet(leader, new_group(leader, "Kenanga"), 8.5)


def test_only_its_leader_and_the_areas_supervisor_lead(leader: Actor) -> None:
    group = new_group(leader)
    for actor, refusal in (
        (make_account(), Forbidden),
        (make_account(Role.SUPERVISOR, area_code=METRO), NotFound),
        (make_account(area_code=METRO), NotFound),
        (make_account(Role.ADMIN), Forbidden),
    ):
        with pytest.raises(refusal):
            meet(actor, group)
        with open_session(actor) as session, pytest.raises(refusal):
            end_group(session, actor, uid=group)
    assert meet(make_account(Role.SUPERVISOR), group)[0]


def test_a_group_that_is_over_meets_no_more_and_takes_nobody_in(leader: Actor) -> None:
    group, (number, _, _) = new_group(leader), new_case(leader)
    uid = meet(leader, group)[0]
    with open_session(leader) as session, pytest.raises(Conflict, match="group_has_meetings"):
        end_group(session, leader, uid=group)
    with open_session(leader) as session:
        cancel_meeting(session, leader, group_uid=group, uid=uid, reason="Cukup")
        end_group(session, leader, uid=group)
    with pytest.raises(Conflict, match="group_over"):
        meet(leader, group)
    with pytest.raises(Conflict, match="group_over"):
        join(leader, number, group, "Mawar")
    assert seen(leader, number).groups == ()


def test_groups_of_the_area_are_listed_with_how_many_and_when(leader: Actor) -> None:
    group, (number, _, _) = new_group(leader), new_case(leader)
    join(leader, number, group, "Mawar")
    meet(leader, group)
    for actor, rows in (
        (leader, [("Melati", 1, True)]),
        (make_account(area_code="35.10.10"), [("Melati", 1, False)]),
        (make_account(area_code=METRO), []),
    ):
        with open_session(actor, write=False) as session:
            found = list_groups(session, actor)
        assert [(row.name, row.members, row.leads) for row in found] == rows
    assert found == ()


def test_a_leader_does_casework_here(leader: Actor) -> None:
    for other in (make_account(Role.ADMIN), make_account(area_code=METRO)):
        with open_session(leader) as session, pytest.raises(Invalid, match="assignee_not_here"):
            create_group(session, leader, name="Melati", leader_id=other.id)
    with open_session(leader) as session, pytest.raises(Invalid, match="required"):
        create_group(session, leader, name=" ", leader_id=leader.id)


def test_names_are_sealed_with_the_groups_own_key(leader: Actor) -> None:
    group, (number, _, _) = new_group(leader, "Kenari"), new_case(leader)
    join(leader, number, group, "KenariAlias")
    with open_session(SYSTEM) as session:
        (member,) = session.exec(select(GroupMember))
    assert b"Kenari" not in member.alias


def test_a_big_group_is_read_in_as_many_queries_as_a_small_one(leader: Actor) -> None:
    group = new_group(leader)

    def grow(count: int) -> None:
        for _ in range(count):
            join(leader, new_case(leader)[0], group, "Mawar")

    grow(1)
    meet(leader, group)
    few = counted(lambda: view(leader, group))
    grow(4)
    for hour in (11, 13, 15):
        meet(leader, group, hour)
    assert (len(view(leader, group).members), len(view(leader, group).coming)) == (5, 4)
    assert counted(lambda: view(leader, group)) == few
