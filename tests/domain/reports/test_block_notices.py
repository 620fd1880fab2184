"""Whoever shuts a supervisor out does so before the eyes of the other supervisors."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.errors import Forbidden, NotFound
from rindu_app.access.session import open_session
from rindu_app.domain.reports.block_notices import (
    BlockNoticeRow,
    acknowledge_block,
    count_unseen_blocks,
    list_block_notices,
)  # fmt: skip
from rindu_app.domain.reports.conflicts import block_colleague, unblock_colleague
from rindu_app.domain.schedule.queries import count_work
from rindu_app.words.codes import Role
from tests.factories import BANYUWANGI, EAST_JAVA, METRO, make_account, send_report

pytestmark = pytest.mark.usefixtures("country")


def told(actor: Actor) -> tuple[BlockNoticeRow, ...]:
    with open_session(actor, write=False) as session:
        rows = list_block_notices(session, actor)
        unseen = sum(not row.seen for row in rows)
        assert count_unseen_blocks(session, actor) == count_work(session, actor).to_check == unseen
        return rows


def test_the_others_are_told_and_the_one_shut_out_and_those_elsewhere_are_not() -> None:
    me, counsellor = make_account(), make_account()
    here, beside, above, far = (
        make_account(Role.SUPERVISOR, area) for area in (BANYUWANGI, BANYUWANGI, EAST_JAVA, METRO)
    )
    report, _ = send_report()
    with open_session(me) as session:
        block_colleague(session, me, number=report.number, account_id=counsellor.id, reason="Sepupu")
        block = block_colleague(session, me, number=report.number, account_id=here.id, reason="Terlapor")
    for actor in (beside, above):
        (row,) = told(actor)
        assert (row.report_number, row.whom, row.by, row.reason) == (
            report.number,
            here.name,
            me.name,
            "Terlapor",
        )
    assert told(here) == told(far) == ()
    with open_session(above) as session:
        acknowledge_block(session, above, uid=block.uid)
    assert [row.seen for row in told(beside)] == [True]


def test_nobody_acknowledges_her_own_act_nor_what_is_out_of_her_sight() -> None:
    me, here, beside, far = (
        make_account(Role.SUPERVISOR, area) for area in (BANYUWANGI, BANYUWANGI, BANYUWANGI, METRO)
    )
    report, _ = send_report()
    with open_session(me) as session:
        block = block_colleague(session, me, number=report.number, account_id=here.id, reason="Terlapor")
    assert told(me) == ()
    for actor in (me, here, far):
        with open_session(actor) as session, pytest.raises(NotFound):
            acknowledge_block(session, actor, uid=block.uid)
    assert [row.seen for row in told(beside)] == [False]


def test_a_block_that_was_lifted_meanwhile_is_told_all_the_same() -> None:
    me, here, beside = make_account(), make_account(Role.SUPERVISOR), make_account(Role.SUPERVISOR)
    report, _ = send_report()
    with open_session(me) as session:
        block = block_colleague(session, me, number=report.number, account_id=here.id, reason="Terlapor")
        unblock_colleague(session, me, number=report.number, uid=block.uid)
    assert [(row.lifted, row.seen) for row in told(beside)] == [(True, False)]


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.ADMIN])
def test_it_is_a_supervisors_business(role: Role) -> None:
    actor = make_account(role)
    for function in (list_block_notices, count_unseen_blocks):
        with open_session(actor) as session, pytest.raises(Forbidden):
            function(session, actor)
    with open_session(actor) as session, pytest.raises(Forbidden):
        acknowledge_block(session, actor, uid="0" * 32)
