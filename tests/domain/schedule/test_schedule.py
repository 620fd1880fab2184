"""The schedule holds my meetings and tasks by time, and nobody else's."""

from datetime import timedelta

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.cases.work import add_task, close_case, finish_task
from rindu_app.domain.schedule.queries import list_schedule
from rindu_app.domain.threads.commands import propose_appointment
from rindu_app.words import clock
from rindu_app.words.codes import CounsellingMode, Role
from tests.factories import make_account, send_report

pytestmark = pytest.mark.usefixtures("country")


def meet(actor: Actor, number: str, *, hours: int) -> None:
    with open_session(actor) as session:
        propose_appointment(
            session,
            actor,
            number=number,
            mode=CounsellingMode.FACE,
            starts_at=clock.now() + timedelta(hours=hours),
            place="Ruang 2",
        )


def new_case(actor: Actor) -> str:
    report, _ = send_report()
    with open_session(actor) as session:
        return number_of(open_case(session, actor, number=report.number))


def give(actor: Actor, case: str, title: str, *, hours: int) -> str:
    with open_session(actor) as session:
        due = clock.now() + timedelta(hours=hours)
        return add_task(session, actor, number=case, title=title, due_at=due, owner_id=actor.id).uid


def titles(actor: Actor) -> list[str]:
    with open_session(actor) as session:
        return [row.title for row in list_schedule(session, actor)]


def test_meetings_and_tasks_stand_in_one_list_by_time() -> None:
    me, (report, _) = make_account(), send_report()
    case = new_case(me)
    give(me, case, "Tinjau risiko", hours=30)
    meet(me, report.number, hours=5)
    give(me, case, "Telepon rumah sakit", hours=1)
    assert titles(me) == ["Telepon rumah sakit", "Janji: Bertemu langsung", "Tinjau risiko"]
    with open_session(me) as session:
        rows = list_schedule(session, me)
    assert rows[1].detail == "Menunggu jawaban, Ruang 2"
    assert (rows[0].number, rows[1].number) == (case, report.number)


def test_a_late_task_stays_and_a_past_meeting_goes() -> None:
    me, (report, _) = make_account(), send_report()
    give(me, new_case(me), "Tinjau risiko", hours=1)
    meet(me, report.number, hours=1)
    with clock.moved(timedelta(hours=4)), open_session(me) as session:
        rows = list_schedule(session, me)
    assert [(row.title, row.late) for row in rows] == [("Tinjau risiko", True)]


def test_what_is_done_closed_or_anothers_is_not_mine() -> None:
    me, other, (report, _) = make_account(), make_account(), send_report()
    done, closed = new_case(me), new_case(me)
    uid = give(me, done, "Sudah", hours=1)
    give(me, closed, "Tidak perlu lagi", hours=1)
    meet(other, report.number, hours=5)
    give(other, new_case(other), "Milik orang lain", hours=2)
    with open_session(me) as session:
        finish_task(session, me, number=done, uid=uid)
        close_case(session, me, number=closed, reason_code="goal_reached", note="Selesai")
    assert titles(me) == []


def test_an_administrator_has_no_casework() -> None:
    admin = make_account(Role.ADMIN)
    with open_session(admin) as session, pytest.raises(Forbidden):
        list_schedule(session, admin)
