"""A report of a place where nobody works is answered all the same."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.accounts.commands import change_account
from rindu_app.domain.reports.conflicts import block_colleague
from rindu_app.domain.reports.inbox import list_inbox
from rindu_app.domain.reports.orphans import WHY, list_orphans, move_orphans, sort_orphans
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.reports.submit import Submitted
from rindu_app.domain.reports.view import read_report
from rindu_app.domain.threads.queries import read_own_thread
from rindu_app.words.codes import Role
from tests.factories import (
    BALIKPAPAN,
    EAST_JAVA,
    GENTENG,
    METRO,
    REJOMULYO,
    SYSTEM,
    make_account,
    report_id_of,
    reporter_of,
    send_report,
)

pytestmark = pytest.mark.usefixtures("country")


def move() -> int:
    with open_session(SYSTEM) as session:
        return move_orphans(session, SYSTEM)


def block(by: Actor, whom: Actor, report: Submitted) -> None:
    with open_session(by) as session:
        block_colleague(session, by, number=report.number, account_id=whom.id, reason="Ipar terlapor")


def close_account(whom: Actor) -> None:
    with open_session(SYSTEM) as session:
        change_account(
            session, SYSTEM, account_id=whom.id, display_name="Lama", role=Role.COUNSELLOR, area_code=whom.area_code, active=False
        )  # fmt: skip


def inbox(actor: Actor) -> list[str]:
    with open_session(actor, write=False) as session:
        return [row.number for row in list_inbox(session, actor, wanted=InboxFilter()).rows]


def test_it_goes_to_the_home_office_and_says_where_it_happened() -> None:
    me, (far, _) = make_account(), send_report(area_code=REJOMULYO)
    assert inbox(me) == []
    assert move() == 1
    assert inbox(me) == [far.number]
    with open_session(me) as session:
        view = read_report(session, me, number=far.number)
    assert view.place.startswith("Rejomulyo")
    assert WHY in [event.note for event in view.events]
    with open_session(reporter_of(far)) as session:
        assert read_own_thread(session, reporter_of(far))
    assert move() == 0


@pytest.mark.parametrize("office", [REJOMULYO, METRO, "18"])
def test_where_somebody_works_at_or_above_the_place_it_stays(office: str) -> None:
    make_account()
    there, (report, _) = make_account(area_code=office), send_report(area_code=REJOMULYO)
    assert move() == 0
    assert inbox(there) == [report.number]


def test_an_administrator_is_nobody_who_answers_and_neither_is_who_works_beside() -> None:
    me = make_account()
    make_account(Role.ADMIN, METRO)
    make_account(area_code=BALIKPAPAN)
    report, _ = send_report(area_code=METRO)
    assert move() == 1
    assert inbox(me) == [report.number]


def test_when_the_last_counsellor_of_a_place_goes_her_open_reports_follow() -> None:
    me, last, (report, _) = make_account(), make_account(area_code=METRO), send_report(area_code=METRO)
    assert move() == 0
    close_account(last)
    assert move() == 1
    assert inbox(me) == [report.number]
    with open_session(last) as session, pytest.raises(NotFound):
        read_report(session, last, number=report.number)


def test_while_the_home_office_is_empty_too_nothing_is_moved_and_the_house_knows() -> None:
    make_account(area_code=BALIKPAPAN)
    send_report(area_code=GENTENG)
    assert move() == 0
    with open_session(SYSTEM, write=False) as session:
        assert len(list_orphans(session)) == 1
    supervisor = make_account(Role.SUPERVISOR, EAST_JAVA)
    assert move() == 0
    assert len(inbox(supervisor)) == 1


def test_what_everybody_of_a_place_is_blocked_from_goes_to_the_home_office() -> None:
    me, (here, kin, other) = make_account(), (make_account(area_code=METRO) for _ in range(3))
    report, free = send_report(area_code=REJOMULYO)[0], send_report(area_code=REJOMULYO)[0]
    block(here, kin, report)
    close_account(other)
    assert move() == 0
    close_account(here)
    assert move() == 1
    assert inbox(me) == [report.number]
    assert inbox(kin) == [free.number]


def test_what_everybody_at_home_is_blocked_from_too_stays_and_the_house_knows() -> None:
    me, kin, other = make_account(), make_account(), make_account()
    report, _ = send_report()
    block(me, kin, report)
    for gone in (me, other):
        close_account(gone)
    assert move() == 0
    with open_session(SYSTEM, write=False) as session:
        assert [[row.id for row in rows] for rows in sort_orphans(session)] == [[], [report_id_of(report)]]
    supervisor = make_account(Role.SUPERVISOR)
    assert inbox(supervisor) == [report.number]
    with open_session(SYSTEM, write=False) as session:
        assert sort_orphans(session) == ([], [])
