"""A session is planned, moved and called off; nothing proceeds without consent; nobody is in two places."""

from datetime import timedelta
from itertools import product

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.team import add_member
from rindu_app.domain.cases.view import read_case
from rindu_app.domain.sessions.booking import FARTHEST, LOOK_BACK
from rindu_app.domain.sessions.planning import cancel_session, move_session
from rindu_app.domain.sessions.workflow import STEPS, next_status
from rindu_app.domain.threads.commands import cancel_appointment, propose_appointment
from rindu_app.domain.threads.queries import read_own_thread
from rindu_app.models import CounsellingSession
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode, SessionAction, SessionStatus
from tests.closing import close
from tests.domain.sessions.people import agree, agreed, at, new_case, perform, plan, plan_of, seen
from tests.factories import METRO, SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")


@pytest.mark.parametrize(("status", "action"), list(product(SessionStatus, SessionAction)))
def test_each_pair_of_status_and_step_leads_somewhere_or_is_refused(
    status: SessionStatus, action: SessionAction
) -> None:
    if (status, action) in STEPS:
        assert next_status(status, action) in SessionStatus
    else:
        with pytest.raises(Conflict, match="session_settled"):
            next_status(status, action)


REACH = {
    SessionStatus.PLANNED: None,
    SessionStatus.HELD: SessionAction.HOLD,
    SessionStatus.MISSED: SessionAction.MISS,
    SessionStatus.CANCELLED: SessionAction.CANCEL,
}


@pytest.mark.parametrize(("status", "action"), list(product(SessionStatus, SessionAction)))
def test_the_commands_keep_to_the_table_of_steps(status: SessionStatus, action: SessionAction) -> None:
    me = make_account()
    number, _, _ = new_case(me)
    uid = plan(me, number, clock.now() - timedelta(hours=2)).uid
    if (reach := REACH[status]) is not None:
        perform(me, number, uid, reach)
    if (status, action) in STEPS:
        perform(me, number, uid, action)
        wanted = STEPS[status, action]
    else:
        with pytest.raises(Conflict, match="session_settled"):
            perform(me, number, uid, action)
        wanted = status
    view = seen(me, number)
    assert [row.status for row in (*view.coming, *view.past)] == [wanted]


def test_a_planned_session_says_when_where_with_whom_and_as_what_it_counts() -> None:
    me = make_account(display_name="Petugas Rekaan")
    number, _, _ = new_case(me)
    plan(me, number, at(9), place="Balai desa", minutes=90, travel_before=60, travel_after=45)
    (row,) = seen(me, number).coming
    assert (row.starts, row.minutes, row.place) == (at(9), 90, "Balai desa")
    assert (row.counsellor, row.mine, row.mode_label) == ("Petugas Rekaan", True, "Bertemu langsung")
    assert (row.travel_before, row.travel_after) == (60, 45)
    assert row.tags == ("Pendampingan korban", "Rehabilitasi sosial", "Pemulihan psikososial")
    with open_session(me) as session:
        line = read_case(session, me, number=number).timeline[0]
    assert (line.label, line.text) == ("Sesi direncanakan", "Bertemu langsung")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"service": "tea"}, "service"),
        ({"service": "group_support"}, "service"),
        ({"minutes": 5}, "minutes"),
        ({"minutes": 481}, "minutes"),
        ({"travel_before": FARTHEST + 1}, "before"),
        ({"travel_after": -1}, "after"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_at_its_field(values: dict[str, object], field: str) -> None:
    me = make_account()
    number, _, _ = new_case(me)
    with pytest.raises(Invalid) as refusal:
        plan(me, number, at(9), **values)
    assert refusal.value.field == field
    assert seen(me, number).coming == ()


def test_only_somebody_of_the_team_holds_a_session() -> None:
    me, colleague = make_account(), make_account()
    number, _, _ = new_case(me)
    with pytest.raises(Invalid, match="assignee_not_here"):
        plan(me, number, at(9), counsellor_id=colleague.id)
    with open_session(me) as session:
        add_member(session, me, number=number, account_id=colleague.id)
    assert plan(me, number, at(9), counsellor_id=colleague.id).counsellor_id == colleague.id


def test_strangers_and_broken_glass_plan_nothing() -> None:
    from rindu_app.domain.cases.team import break_glass

    me, stranger, nosy = make_account(), make_account(area_code=METRO), make_account()
    number, _, _ = new_case(me)
    with pytest.raises(NotFound):
        plan(stranger, number, at(9))
    with open_session(nosy) as session:
        break_glass(session, nosy, number=number, reason="Darurat")
    with pytest.raises(Forbidden, match="glass_reads_only"):
        plan(nosy, number, at(9))


@pytest.mark.parametrize(
    ("missing", "mode"),
    [
        ("handling:counselling", CounsellingMode.FACE),
        ("handling:counselling", CounsellingMode.VIDEO),
        ("video_call", CounsellingMode.VIDEO),
    ],
)
def test_nothing_is_planned_without_its_consent(missing: str, mode: CounsellingMode) -> None:
    me = make_account()
    number, _, _ = new_case(me)
    agree(me, number, missing, given=False)
    with pytest.raises(Conflict, match="consent_needed"):
        plan(me, number, at(9), mode=mode)
    agree(me, number, missing)
    assert plan(me, number, at(9), mode=mode)


def test_a_session_becomes_a_video_call_only_with_her_consent() -> None:
    me = make_account()
    number, _, _ = new_case(me, consents=("handling:counselling",))
    uid = plan(me, number, at(9)).uid
    with open_session(me) as session, pytest.raises(Conflict, match="consent_needed"):
        wanted = plan_of(me, at(9), mode=CounsellingMode.VIDEO)
        move_session(session, me, number=number, uid=uid, plan=wanted)
    assert seen(me, number).coming[0].mode == CounsellingMode.FACE


def test_what_happened_unplanned_is_written_down_for_two_weeks_whatever_was_agreed() -> None:
    me = make_account()
    number, _, _ = new_case(me, consents=())
    ago = clock.now() - timedelta(days=2)
    assert plan(me, number, ago).outside == []
    with pytest.raises(Invalid, match="time_past"):
        plan(me, number, clock.now() - LOOK_BACK - timedelta(hours=1))
    with pytest.raises(Conflict, match="calendar_taken"):
        plan(me, number, ago + timedelta(minutes=30))


def test_a_closed_case_plans_nothing_and_has_nothing_planned() -> None:
    me = make_account()
    number, _, _ = new_case(me)
    uid = plan(me, number, at(9)).uid
    close(me, number)
    with pytest.raises(Conflict, match="case_closed"):
        plan(me, number, at(14))
    with pytest.raises(Conflict, match="session_settled"):
        perform(me, number, uid, SessionAction.CANCEL)
    assert seen(me, number).past[0].ending == "Kasus ditutup."


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [
        ({}, {"hour": 9.5}, False),
        ({}, {"hour": 10}, True),
        ({}, {"hour": 8}, True),
        ({}, {"hour": 8, "minutes": 61}, False),
        ({"travel_after": 60}, {"hour": 10.5}, False),
        ({"travel_after": 60}, {"hour": 11}, True),
        ({}, {"hour": 11, "travel_before": 61}, False),
        ({}, {"hour": 11, "travel_before": 60}, True),
        ({"travel_before": 180, "travel_after": 180}, {"hour": 6.5}, False),
    ],
)
def test_two_sessions_of_one_counsellor_never_overlap_the_way_included(
    first: dict[str, int], second: dict[str, float], fits: bool
) -> None:
    me = make_account()
    (one, _, _), (other, _, _) = new_case(me), new_case(me)
    plan(me, one, at(9), **first)
    values = dict(second)
    hour = values.pop("hour")
    if fits:
        plan(me, other, at(hour), **values)
    else:
        with pytest.raises(Conflict, match="calendar_taken"):
            plan(me, other, at(hour), **values)
        assert seen(me, other).coming == ()


def test_an_accepted_appointment_becomes_a_session_in_its_own_hour() -> None:
    me = make_account()
    number, her, report = new_case(me)
    uid = agreed(me, her, report, at(9))
    assert [row.code for row in seen(me, number).agreed] == [uid]
    plan(me, number, at(9), appointment_uid=uid)
    view = seen(me, number)
    assert (view.agreed, view.coming[0].answer) == ((), "Disetujui")
    with pytest.raises(Conflict, match="appointment_has_session"):
        plan(me, number, at(14), appointment_uid=uid)
    with open_session(me) as session, pytest.raises(Conflict, match="appointment_has_session"):
        cancel_appointment(session, me, number=report, uid=uid)


def test_an_appointment_without_a_yes_or_of_another_case_becomes_no_session() -> None:
    me = make_account()
    number, her, report = new_case(me)
    _, other_her, other_report = new_case(me)
    declined = agreed(me, her, report, at(9), accept=False)
    others = agreed(me, other_her, other_report, at(11))
    with pytest.raises(Conflict, match="appointment_not_agreed"):
        plan(me, number, at(9), appointment_uid=declined)
    with pytest.raises(NotFound):
        plan(me, number, at(11), appointment_uid=others)


def test_an_appointment_and_a_session_do_not_share_an_hour_either() -> None:
    me = make_account()
    number, her, report = new_case(me)
    agreed(me, her, report, at(9))
    with pytest.raises(Conflict, match="calendar_taken"):
        plan(me, number, at(9.5))
    plan(me, number, at(11))
    with open_session(me) as session, pytest.raises(Conflict, match="calendar_taken"):
        propose_appointment(
            session, me, number=report, mode=CounsellingMode.FACE, starts_at=at(11.5), place=""
        )


def test_an_hour_offered_twice_goes_to_the_first_yes() -> None:
    me = make_account()
    _, her, report = new_case(me)
    _, other, other_report = new_case(me)
    with open_session(me) as session:
        late = propose_appointment(
            session, me, number=other_report, mode=CounsellingMode.FACE, starts_at=at(9), place=""
        ).uid
    agreed(me, her, report, at(9.5))
    from rindu_app.domain.threads.commands import answer_appointment

    with open_session(other) as session, pytest.raises(Conflict, match="appointment_taken"):
        answer_appointment(session, other, uid=late, accept=True)
    with open_session(other) as session:
        answer_appointment(session, other, uid=late, accept=False)


def own_appointments(her: Actor) -> list[tuple[str, str]]:
    with open_session(her) as session:
        return [(row.status, row.place) for row in read_own_thread(session, her).appointments]


def test_what_was_agreed_otherwise_appears_in_her_conversation_moves_and_is_called_off_with_it() -> None:
    me = make_account()
    number, her, report = new_case(me)
    uid = plan(me, number, at(9), place="Ruang 1", tell=report).uid
    assert own_appointments(her) == [("accepted", "Ruang 1")]
    with open_session(me) as session:
        move_session(session, me, number=number, uid=uid, plan=plan_of(me, at(9), place="Ruang 3"))
    assert own_appointments(her) == [("accepted", "Ruang 3")]
    perform(me, number, uid, SessionAction.MOVE)
    assert own_appointments(her) == [("proposed", "")]
    assert seen(me, number).coming[0].answer == "Menunggu jawaban"
    perform(me, number, uid, SessionAction.CANCEL)
    assert own_appointments(her) == [("cancelled", "")]


def test_nobody_of_another_case_is_told() -> None:
    me = make_account()
    number, _, _ = new_case(me)
    _, other, other_report = new_case(me)
    with pytest.raises(Invalid, match="unknown_choice"):
        plan(me, number, at(9), tell=other_report)
    assert own_appointments(other) == []


def test_calling_off_needs_a_reason() -> None:
    me = make_account()
    number, _, _ = new_case(me)
    uid = plan(me, number, at(9)).uid
    with open_session(me) as session, pytest.raises(Invalid, match="reason_missing"):
        cancel_session(session, me, number=number, uid=uid, reason="  ")
    assert seen(me, number).coming


def test_a_session_of_another_case_is_not_there() -> None:
    me = make_account()
    (one, _, _), (other, _, _) = new_case(me), new_case(me)
    uid = plan(me, one, at(9)).uid
    with open_session(me) as session, pytest.raises(NotFound):
        cancel_session(session, me, number=other, uid=uid, reason="Salah kasus")


def test_a_session_is_settled_only_once_it_has_begun_and_mended_for_a_day() -> None:
    me = make_account()
    number, _, _ = new_case(me)
    uid = plan(me, number, at(9)).uid
    with pytest.raises(Conflict, match="session_ahead"):
        perform(me, number, uid, SessionAction.HOLD)
    after = at(10) - clock.now()
    with clock.moved(after):
        perform(me, number, uid, SessionAction.MISS)
        perform(me, number, uid, SessionAction.HOLD)
        assert seen(me, number).past[0].may_mend
    with clock.moved(after + timedelta(hours=25)):
        with pytest.raises(Conflict, match="session_settled"):
            perform(me, number, uid, SessionAction.MISS)
        assert not seen(me, number).past[0].may_mend


def test_rows_hold_nothing_readable() -> None:
    me = make_account()
    number, _, _ = new_case(me)
    plan(me, number, at(9), place="Kenari", anyway="Kenari", mode=CounsellingMode.VIDEO)
    with open_session(SYSTEM) as session:
        (row,) = session.exec(select(CounsellingSession))
    assert "Kenari" not in repr(row)
    assert row.room is not None
