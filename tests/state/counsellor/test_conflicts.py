"""From the page of a report a colleague who is kin of the reported person is shut out, and let in again."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.commands import change_account
from rindu_app.domain.cases.access import number_of
from rindu_app.domain.cases.opening import open_case
from rindu_app.domain.visits.return_visit import return_with_code
from rindu_app.state.counsellor.conflicts import Conflicts
from rindu_app.state.counsellor.nav import Nav
from rindu_app.state.counsellor.new_code import NewCode
from rindu_app.state.counsellor.report import ReportPage
from rindu_app.state.counsellor.to_check import ToCheck
from rindu_app.words.codes import Role
from rindu_app.words.errors import sentence
from tests.factories import BALIKPAPAN, intake_report, make_account, report_id_of, send_report
from tests.state.screen import Tab, do, form, signed_in

pytestmark = pytest.mark.usefixtures("country")


def test_a_colleague_is_blocked_with_a_reason_and_the_block_can_be_taken_back() -> None:
    (report, _), kin, _other = send_report(), make_account(display_name="Ipar Terlapor"), make_account()
    tab = Tab(signed_in(), f"/laporan/{report.number}")
    screen = tab.on(Conflicts)
    do(screen.load)
    assert str(kin.id) in [choice.value for choice in screen.people]
    do(screen.block, form(block_account_id=str(kin.id), block_reason=" "))
    assert screen.rows == []
    assert screen.errors["block_reason"]
    do(screen.block, form(block_account_id=str(kin.id), block_reason="Ipar"))
    [row] = screen.rows
    assert (row.name, row.reason) == ("Ipar Terlapor", "Ipar")
    do(screen.unblock, row.uid)
    assert screen.rows == []


def test_who_steps_back_herself_stands_before_a_closed_door() -> None:
    report, _ = send_report()
    person, _other = signed_in(), make_account()
    tab = Tab(person, f"/laporan/{report.number}")
    do(tab.on(ReportPage).load)
    do(tab.on(Conflicts).load)
    do(
        tab.on(Conflicts).block,
        form(block_account_id=str(person.account_id), block_reason="Saya mengenalnya"),
    )
    assert tab.on(ReportPage).phase == "missing"
    assert tab.on(ReportPage).story.number == ""
    assert (tab.on(Conflicts).rows, tab.on(Conflicts).people) == ([], [])


@pytest.mark.parametrize("who", [{"area": BALIKPAPAN}, {"role": Role.ADMIN}])
def test_strangers_and_administrators_block_nobody(who: dict[str, object]) -> None:
    (report, _), kin = send_report(), make_account()
    screen = Tab(signed_in(username="lain", **who), f"/laporan/{report.number}").on(Conflicts)  # type: ignore[arg-type]
    do(screen.load)
    do(screen.block, form(block_account_id=str(kin.id), block_reason="Ipar"))
    assert screen.rows == []
    assert screen.notice


def test_another_supervisor_sees_who_was_shut_out_and_why_and_says_that_she_has_looked() -> None:
    (report, _), chief = send_report(), make_account(Role.SUPERVISOR, display_name="Kepala Rekaan")
    boss = signed_in("lina", role=Role.SUPERVISOR)
    screen = Tab(signed_in(), f"/laporan/{report.number}").on(Conflicts)
    do(screen.block, form(block_account_id=str(chief.id), block_reason="Terlapor sendiri"))
    tab = Tab(boss)
    looking, nav = tab.on(ToCheck), tab.on(Nav)
    do(looking.load)
    do(nav.load)
    [row] = looking.seen.blocks
    assert (row.number, row.whom, row.by) == (report.number, "Kepala Rekaan", "Sari")
    assert (row.reason, row.seen, nav.to_check) == ("Terlapor sendiri", False, "1")
    do(looking.acknowledge_block, row.uid)
    do(nav.load)
    assert (looking.seen.blocks[0].seen, nav.to_check) == (True, "")


def test_what_waits_for_a_supervisor_stands_on_one_page() -> None:
    manager, boss = make_account(), signed_in("lina", role=Role.SUPERVISOR)
    admin, (report, _) = make_account(Role.ADMIN, display_name="Admin Rekaan"), send_report()
    with open_session(manager) as session:
        case = number_of(open_case(session, manager, number=report.number))
    with open_session(admin) as session:
        change_account(
            session, admin, account_id=manager.id, display_name="Bekas Manajer", role=Role.COUNSELLOR, area_code=manager.area_code, active=False
        )  # fmt: skip
    tab = Tab(boss)
    looking, nav = tab.on(ToCheck), tab.on(Nav)
    do(looking.load)
    do(nav.load)
    assert [(row.number, row.manager) for row in looking.seen.adrift] == [(case, "tanpa manajer")]
    [change] = looking.seen.accounts
    assert (change.title, change.whose) == ("Akun diubah", "Bekas Manajer, Konselor")
    assert change.meta.endswith("oleh Admin Rekaan")
    assert nav.to_check == "1"


def test_who_was_shut_out_and_why_goes_with_the_page() -> None:
    (report, _), kin, _ = send_report(), make_account(display_name="Ipar Terlapor"), make_account()
    tab = Tab(signed_in(), f"/laporan/{report.number}")
    screen = tab.on(Conflicts)
    do(screen.block, form(block_account_id=str(kin.id), block_reason="Ipar"))
    assert screen.rows
    tab.go("/laporan/L-2611-9999")
    do(screen.load)
    assert (screen.rows, screen.people) == ([], [])
    tab.go(f"/laporan/{report.number}")
    do(screen.load)
    assert screen.rows
    do(screen.leave)
    assert (screen.rows, screen.people) == ([], [])


def test_where_the_code_was_ended_a_new_one_is_made_shown_once_and_gone() -> None:
    kin, _ = make_account(), make_account()
    taken = intake_report(kin)
    tab = Tab(signed_in(), f"/laporan/{taken.number}")
    page, new = tab.on(ReportPage), tab.on(NewCode)
    do(page.load)
    assert page.story.has_code
    do(new.renew)
    assert (new.code, new.notice) == ("", sentence("code_stands"))
    do(tab.on(Conflicts).block, form(block_account_id=str(kin.id), block_reason="Ipar"))
    assert not page.story.has_code
    do(new.renew)
    assert page.story.has_code
    with open_session(Actor.visitor()) as session:
        assert return_with_code(session, text=new.code).report_id == report_id_of(taken)
    do(new.leave)
    assert new.code == ""
