"""A reminder leaves a day before, only as she allowed it, once for each time she agreed to, and says nothing."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.cases.consents import withdraw_consent
from rindu_app.domain.deliveries.appointments import remind_of_appointments
from rindu_app.domain.sessions.planning import cancel_session, move_session
from rindu_app.domain.threads.commands import answer_appointment
from rindu_app.jobs.chores import CHORES, run_chore
from rindu_app.models import Appointment, CounsellingSession, Delivery
from rindu_app.words import clock
from rindu_app.words.codes import DeliveryStatus, Role
from rindu_app.words.notices import TEXTS, Notice
from tests.domain.deliveries.test_sending import Recorder, send
from tests.domain.sessions.people import agreed, at, new_case, plan, plan_of
from tests.factories import SYSTEM, make_account

pytestmark = pytest.mark.usefixtures("country")

BY_WHATSAPP = {"ways": ["whatsapp"], "phone": "081200001111"}


def remind_at(moment: datetime) -> int:
    with clock.moved(moment - clock.now()), open_session(SYSTEM) as session:
        return remind_of_appointments(session, SYSTEM)


def queued() -> list[Delivery]:
    with open_session(SYSTEM, write=False) as session:
        return list(session.exec(select(Delivery).order_by(Delivery.id)))  # type: ignore[arg-type]


def told(me: Actor, **values: Any) -> tuple[str, str, Actor]:
    """(case number, uid of a session at nine she was told of, she)"""
    number, her, report = new_case(me, **{**BY_WHATSAPP, **values})
    return number, plan(me, number, at(9), tell=report).uid, her


def test_it_leaves_within_a_day_before_and_not_twice() -> None:
    told(make_account())
    assert remind_at(at(8, days=7) - timedelta(days=1)) == 0
    assert [remind_at(at(9) - timedelta(hours=23)), remind_at(at(9) - timedelta(hours=5))] == [1, 0]
    (notice,) = queued()
    assert (notice.channel, notice.template) == ("whatsapp", Notice.REMINDER)
    assert notice.useful_until == at(9)


def test_an_appointment_that_is_no_session_is_reminded_of_too() -> None:
    me = make_account()
    _, her, report = new_case(me, **BY_WHATSAPP)
    agreed(me, her, report, at(9))
    assert remind_at(at(9) - timedelta(hours=5)) == 1


@pytest.mark.parametrize(
    ("values", "hour", "count"),
    [
        ({"ways": ["phone"]}, 10, 0),
        ({"ways": ["here"]}, 10, 0),
        ({"ways": ["none"], "phone": ""}, 10, 0),
        ({"hour_from": 13, "hour_to": 15}, 10, 0),
        ({"hour_from": 13, "hour_to": 15}, 14, 1),
        ({"days": [3]}, 14, 0),
        ({"days": [2]}, 14, 1),
    ],
)
def test_only_in_a_way_and_hour_that_are_safe_for_her(values: dict[str, Any], hour: int, count: int) -> None:
    """The session is on a Wednesday at nine; on Tuesday at that hour the job comes by."""
    told(make_account(), **values)
    assert remind_at(at(hour) - timedelta(days=1, minutes=-30)) == count


def test_what_is_called_off_or_unanswered_reminds_nobody_and_another_time_does_anew() -> None:
    me = make_account()
    number, uid, her = told(me)
    assert remind_at(at(9) - timedelta(hours=5)) == 1
    with open_session(me) as session:
        wanted = plan_of(me, at(11))
        move_session(session, me, number=number, uid=uid, plan=wanted)
    assert remind_at(at(11) - timedelta(hours=5)) == 0
    with open_session(SYSTEM) as session:
        appointment = session.exec(select(Appointment.uid)).one()
    with open_session(her) as session:
        answer_appointment(session, her, uid=appointment, accept=True)
    assert remind_at(at(11) - timedelta(hours=5)) == 1
    with open_session(me) as session:
        cancel_session(session, me, number=number, uid=uid, reason="Klien sakit")
    assert remind_at(at(11) - timedelta(hours=4)) == 0
    assert len({notice.key for notice in queued()}) == 2


def test_without_her_consent_to_be_contacted_nothing_leaves() -> None:
    me = make_account()
    number, _, _ = told(me)
    with open_session(me) as session:
        withdraw_consent(session, me, number=number, purpose="keep_and_contact")
    assert remind_at(at(9) - timedelta(hours=5)) == 0


def test_a_reminder_that_was_held_up_does_not_come_after_the_meeting() -> None:
    told(make_account())
    remind_at(at(9) - timedelta(hours=5))
    sink = Recorder()
    with clock.moved(at(9) + timedelta(minutes=1) - clock.now()):
        send(sink)
    assert sink.got == []
    assert queued()[0].status == DeliveryStatus.FAILED


def test_a_reminder_that_waited_while_its_meeting_was_called_off_or_moved_does_not_leave() -> None:
    me = make_account()
    (number, called_off, _), (other, moved, _), _ = told(me), told(make_account()), told(make_account())
    remind_at(at(9) - timedelta(hours=5))
    with open_session(me) as session:
        cancel_session(session, me, number=number, uid=called_off, reason="Klien sakit")
    manager = make_account(Role.SUPERVISOR)
    with open_session(manager) as session:
        row = session.exec(select(CounsellingSession).where(CounsellingSession.uid == moved)).one()
        wanted = replace(plan_of(manager, at(11)), counsellor_id=row.counsellor_id)
        move_session(session, manager, number=other, uid=moved, plan=wanted)
    sink = Recorder()
    with clock.moved(at(9) - timedelta(hours=4) - clock.now()):
        assert send(sink) == 1
    assert [notice.status for notice in queued()] == ["failed", "failed", "sent"]


def test_its_words_name_nothing_and_the_house_does_it_by_itself() -> None:
    assert TEXTS[Notice.REMINDER] == "Pengingat: ada janji untuk Anda. Buka halaman layanan saat sempat."
    told(make_account())
    chore = next(chore for chore in CHORES if chore.name == "remind_people")
    with clock.moved(at(9) - timedelta(hours=5) - clock.now()):
        assert run_chore(chore) == 1
