"""Every pair of status and step is either in the table or refused."""

from itertools import product

import pytest

from rindu_app.access.errors import Conflict
from rindu_app.domain.reports.workflow import CLOSED, OPEN, STEPS, next_status
from rindu_app.words.codes import ReportAction, ReportStatus

PAIRS = list(product(ReportStatus, ReportAction))


@pytest.mark.parametrize(("status", "action"), PAIRS)
def test_each_pair_leads_somewhere_or_is_refused(status: ReportStatus, action: ReportAction) -> None:
    if (status, action) in STEPS:
        assert next_status(status, action) in ReportStatus
    else:
        with pytest.raises(Conflict):
            next_status(status, action)


def test_a_person_can_always_write_again() -> None:
    silent = {status for status in ReportStatus if (status, ReportAction.ANSWER) not in STEPS}
    assert silent == set()


def test_what_is_set_aside_can_be_taken_back() -> None:
    assert next_status(ReportStatus.JUNK, ReportAction.UNMARK_JUNK) in OPEN
    assert next_status(ReportStatus.DUPLICATE, ReportAction.UNMARK_DUPLICATE) in OPEN
    assert {next_status(status, ReportAction.REOPEN) for status in CLOSED} <= OPEN
