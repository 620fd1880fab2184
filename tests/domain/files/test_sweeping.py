"""What belongs to nothing goes; what belongs to somebody stays, whatever its age."""

from datetime import timedelta
from pathlib import Path

import pytest

from rindu_app.access.actor import Actor
from rindu_app.access.session import open_session
from rindu_app.adapters.file_store import MemoryFileStore, get_file_store
from rindu_app.domain.files.sweeping import sweep_files
from rindu_app.domain.visits.commands import expire_visits
from rindu_app.models.base import new_uid
from rindu_app.words import clock
from tests import samples
from tests.domain.files.test_files import add_draft, all_rows, attach, new_visit
from tests.factories import make_account, report_id_of, send_report

BOTH = pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)


def test_a_file_without_a_row_goes_once_no_request_can_still_want_it(country: Path) -> None:
    store = MemoryFileStore()
    store.put(new_uid(), b"orphan")
    assert sweep_files(store) == 0
    store.age = timedelta(hours=3)
    assert sweep_files(store) == 1
    assert store.files == {}


def test_a_crash_between_file_and_row_leaves_nothing_for_long(country: Path) -> None:
    counsellor, (sent, _) = make_account(), send_report()
    kept = attach(counsellor, report_id_of(sent), "a.pdf", samples.PDF)

    def die_after_the_file() -> None:
        with open_session(counsellor):
            get_file_store().put(new_uid(), b"lost with its transaction")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        die_after_the_file()
    with clock.moved(timedelta(hours=3)):
        assert sweep_files() == 1
    assert [stored.uid for stored in get_file_store().list()] == [kept]


@BOTH
def test_files_of_a_visit_that_ran_out_go_and_sent_ones_stay(country: Path) -> None:
    counsellor, (sent, _) = make_account(), send_report()
    kept = attach(counsellor, report_id_of(sent), "a.pdf", samples.PDF)
    add_draft(new_visit(), "b.pdf", samples.PDF + b"draft")
    assert sweep_files() == 0
    with clock.moved(timedelta(hours=5)):
        living = add_draft(new_visit(), "c.pdf", samples.PDF + b"other draft")
        with open_session(Actor.system("test")) as session:
            assert expire_visits(session) >= 1
        assert sweep_files() == 1
    assert {row.uid for row in all_rows()} == {kept, living}
    assert {stored.uid for stored in get_file_store().list()} == {kept, living}
