"""A case is read by its team, by its supervisor, and by whoever breaks the glass with a reason."""

from datetime import timedelta

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Conflict, Forbidden, Invalid, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.lists import list_broken_glass, list_cases, list_colleagues
from rindu_app.domain.cases.notes import write_case_note
from rindu_app.domain.cases.opening import join_case, open_case
from rindu_app.domain.cases.rows import CaseView
from rindu_app.domain.cases.team import (
    acknowledge_break_glass,
    add_member,
    break_glass,
    remove_member,
)
from rindu_app.domain.cases.view import read_case, read_team, reveal_client
from rindu_app.domain.cases.work import (
    add_task,
    finish_task,
)
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.threads.commands import reply
from rindu_app.words import clock
from rindu_app.words.codes import Role
from tests.factories import METRO, make_account, send_report
from tests.transfers import pass_on

pytestmark = pytest.mark.usefixtures("country")


def new_case(manager: Actor, **told: object) -> tuple[str, str]:
    """(case number, report number)"""
    submitted, _ = send_report(**told)
    with open_session(manager) as session:
        return number_of(open_case(session, manager, number=submitted.number)), submitted.number


def view(actor: Actor, number: str) -> CaseView:
    with open_session(actor) as session:
        return read_case(session, actor, number=number)


def invisible(actor: Actor, number: str) -> bool:
    try:
        view(actor, number)
    except NotFound:
        return True
    return False


def test_only_the_team_reads_the_case_and_from_then_on_its_report() -> None:
    manager, colleague = make_account(), make_account()
    number, report_number = new_case(manager)
    assert view(manager, number).head.mine
    assert invisible(colleague, number)
    with open_session(colleague) as session, pytest.raises(NotFound):
        read_report(session, colleague, number=report_number)
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=colleague.id)
    assert not invisible(colleague, number)
    with open_session(manager) as session:
        remove_member(session, manager, number=number, account_id=colleague.id)
    assert invisible(colleague, number)


def test_a_supervisor_sees_the_cases_of_her_area_and_no_other() -> None:
    manager = make_account()
    number, _ = new_case(manager)
    assert not invisible(make_account(Role.SUPERVISOR), number)
    assert invisible(make_account(Role.SUPERVISOR, area_code=METRO), number)
    assert invisible(make_account(Role.ADMIN, area_code="35"), number)


def test_a_report_becomes_one_case_only() -> None:
    manager = make_account()
    _, report_number = new_case(manager)
    with open_session(manager) as session, pytest.raises(Conflict):
        open_case(session, manager, number=report_number)


def test_a_second_reporter_joins_the_case_with_a_thread_of_her_own() -> None:
    manager = make_account()
    number, first = new_case(manager)
    second, _ = send_report(story="Saya tetangganya")
    with open_session(manager) as session:
        join_case(session, manager, number=second.number, case_number=number)
    assert [row.number for row in view(manager, number).reports] == [first, second.number]


def test_the_timeline_holds_lines_of_the_case_and_messages_newest_first() -> None:
    manager = make_account()
    number, report_number = new_case(manager)
    with open_session(manager) as session:
        write_case_note(session, manager, number=number, text="Bertemu di kantor")
        reply(session, manager, number=report_number, text="Kabar baik")
    texts = [line.text for line in view(manager, number).timeline]
    assert texts == ["Kabar baik", "Bertemu di kantor", ""]


def test_the_name_is_shown_on_request_and_the_request_is_on_the_access_log() -> None:
    manager = make_account(display_name="Manajer Rekaan")
    number, _ = new_case(manager, name="Nama Rekaan", teller="witness", affected_name="Anak Rekaan")
    seen = view(manager, number)
    assert seen.has_name
    assert "Anak Rekaan" not in repr(seen)
    with open_session(manager) as session:
        assert reveal_client(session, manager, number=number)["name"] == "Anak Rekaan"
    with open_session(manager) as session:
        log = read_team(session, manager, number=number).log
    assert [row.action for row in log][:2] == ["case:reveal_client", "case:read"]
    assert {row.by for row in log} == {"Manajer Rekaan"}


def test_glass_is_broken_with_a_reason_for_a_while_and_the_supervisor_is_told() -> None:
    manager, colleague, supervisor = make_account(), make_account(), make_account(Role.SUPERVISOR)
    number, _ = new_case(manager)
    with open_session(colleague) as session, pytest.raises(Invalid, match="reason_missing"):
        break_glass(session, colleague, number=number, reason=" ")
    with open_session(colleague) as session:
        break_glass(session, colleague, number=number, reason="Manajer sakit, klien menelepon")
    assert not invisible(colleague, number)
    with open_session(supervisor) as session:
        (told,) = list_broken_glass(session, supervisor)
        assert (told.case_number, told.reason, told.seen) == (number, "Manajer sakit, klien menelepon", False)
        acknowledge_break_glass(session, supervisor, uid=told.uid)
    with open_session(supervisor) as session:
        assert list_broken_glass(session, supervisor)[0].seen
    with clock.moved(timedelta(hours=5)):
        assert invisible(colleague, number)


def test_a_mistyped_month_opens_no_case() -> None:
    manager = make_account()
    number, _ = new_case(manager)
    assert view(manager, number).head.number == number
    assert invisible(manager, f"K-9901-{number[-4:]}")


def test_glass_of_another_area_does_not_break_and_a_counsellor_cannot_acknowledge() -> None:
    manager, away, admin = make_account(), make_account(area_code=METRO), make_account(Role.ADMIN)
    number, _ = new_case(manager)
    for actor, refusal in ((away, Invalid), (admin, Forbidden)):
        with open_session(actor) as session, pytest.raises(refusal):
            break_glass(session, actor, number=number, reason="Ingin tahu")
    for nothing in ("K-2611-9999", f"K-9901-{number[-4:]}", "kemarin"):
        with open_session(manager) as session, pytest.raises(Invalid, match="case_not_found"):
            break_glass(session, manager, number=nothing, reason="Ingin tahu")
    with open_session(manager) as session, pytest.raises(Forbidden):
        list_broken_glass(session, manager)


def test_the_manager_hands_over_before_leaving() -> None:
    manager, next_one = make_account(), make_account()
    number, _ = new_case(manager)
    with open_session(manager) as session, pytest.raises(Conflict, match="manager_stays"):
        remove_member(session, manager, number=number, account_id=manager.id)
    pass_on(manager, number, next_one)
    assert view(next_one, number).head.mine
    with open_session(next_one) as session:
        remove_member(session, next_one, number=number, account_id=manager.id)
    assert invisible(manager, number)


def test_nobody_joins_twice_and_only_caseworkers_join() -> None:
    manager, colleague, admin = make_account(), make_account(), make_account(Role.ADMIN)
    number, _ = new_case(manager)
    with open_session(manager) as session:
        add_member(session, manager, number=number, account_id=colleague.id)
    with open_session(manager) as session, pytest.raises(Conflict, match="member_already"):
        add_member(session, manager, number=number, account_id=colleague.id)
    with open_session(manager) as session, pytest.raises(Invalid, match="assignee_not_here"):
        add_member(session, manager, number=number, account_id=admin.id)


def test_tasks_are_due_late_and_done_once() -> None:
    manager, stranger = make_account(), make_account()
    number, _ = new_case(manager)
    tomorrow = clock.now() + timedelta(days=1)
    with open_session(manager) as session, pytest.raises(Invalid, match="assignee_not_here"):
        add_task(session, manager, number=number, title="Telepon", due_at=tomorrow, owner_id=stranger.id)
    with open_session(manager) as session:
        uid = add_task(
            session, manager, number=number, title="Telepon", due_at=tomorrow, owner_id=manager.id
        ).uid
    with clock.moved(timedelta(days=2)):
        assert [(task.title, task.late) for task in view(manager, number).tasks] == [("Telepon", True)]
    for _ in range(2):
        with open_session(manager) as session:
            finish_task(session, manager, number=number, uid=uid)
    seen = view(manager, number)
    assert [task.done for task in seen.tasks] == [True]
    assert [line.kind for line in seen.timeline].count("task_done") == 1


def test_lists_show_my_cases_and_for_a_supervisor_all_of_the_area() -> None:
    manager, other, supervisor = make_account(), make_account(), make_account(Role.SUPERVISOR)
    mine, _ = new_case(manager)
    theirs, _ = new_case(other)

    def listed(actor: Actor, view_name: str) -> list[str]:
        with open_session(actor, write=False) as session:
            return [row.number for row in list_cases(session, actor, view=view_name).rows]

    assert listed(manager, "mine") == listed(manager, "area") == [mine]
    assert listed(supervisor, "area") == [theirs, mine]
    assert listed(supervisor, "mine") == []


def test_colleagues_are_the_caseworkers_of_my_area() -> None:
    me, near, _away = make_account(), make_account(area_code="35.10.10"), make_account(area_code=METRO)
    make_account(Role.ADMIN)
    with open_session(me, write=False) as session:
        assert {row.account_id for row in list_colleagues(session, me)} == {me.id, near.id}
