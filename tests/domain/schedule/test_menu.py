"""A number of the menu and the list that it leads to, counted apart and never different."""

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.domain.aftercare.lists import list_due
from rindu_app.domain.cases.adrift import list_adrift
from rindu_app.domain.cases.caseload import read_caseload
from rindu_app.domain.cases.ledger import list_waiting
from rindu_app.domain.cases.lists import list_broken_glass, list_cases
from rindu_app.domain.referrals.lists import list_waiting_referrals
from rindu_app.domain.reports.block_notices import list_block_notices
from rindu_app.domain.reports.inbox import list_inbox
from rindu_app.domain.reports.rows import InboxFilter
from rindu_app.domain.schedule.queries import count_work
from rindu_app.domain.schedule.rows import WorkCounts
from rindu_app.domain.shelter.view import list_waiting_extensions
from rindu_app.domain.transfers.lists import list_put_to_office
from tests.access.planted import plant

pytestmark = pytest.mark.usefixtures("country")


def lists(actor: Actor, *, supervises: bool) -> WorkCounts:
    """As many as stand in the lists. One's own requests wait for somebody else."""
    with open_session(actor) as session:
        counts = {
            "cases": len(list_cases(session, actor).rows),
            "referrals": sum(row.late for row in list_waiting_referrals(session, actor).rows),
            "to_visit": len(list_due(session, actor)),
            "inbox": len(list_inbox(session, actor, wanted=InboxFilter(view="mine")).rows),
            "due": count_work(session, actor).due,
        }
        if not supervises:
            return WorkCounts(**counts, to_check=0, to_decide=0, raised=0)
        waiting = (
            *list_waiting(session, actor), *list_waiting_extensions(session, actor),
        )  # fmt: skip
        return WorkCounts(
            **counts,
            to_check=sum(not row.seen for row in list_broken_glass(session, actor))
            + sum(not row.seen for row in list_block_notices(session, actor))
            + len(list_adrift(session, actor)),
            to_decide=sum(not row.mine for row in waiting) + len(list_put_to_office(session, actor)),
            raised=len(read_caseload(session, actor).raised),
        )


@pytest.mark.parametrize("who", ["case manager", "supervisor here", "supervisor elsewhere"])
def test_each_number_of_the_menu_is_as_long_as_the_list_behind_it(who: str) -> None:
    actor = plant().actors[who]
    with open_session(actor) as session:
        counted = count_work(session, actor)
    assert counted == lists(actor, supervises="supervisor" in who)
    assert counted.cases or counted.to_decide
