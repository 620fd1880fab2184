"""The kabupaten that the bench fills holds something of everything, and no part of a file asks more of the database for it."""

from pathlib import Path

import pytest
from sqlmodel import SQLModel, func, select

from bench.kabupaten import Size, fill_kabupaten
from bench.lists import PARTS, count_queries, number_of_case, of_case, of_people
from bench.office import Office
from bench.rows import LONG
from rindu_app.access.actor import Actor
from rindu_app.access.audit import verify_audit
from rindu_app.access.session import open_session
from rindu_app.models import AuditEntry

SMALL = Size(reports=190, cases=182, trail=200)
# What people do with a case that no list or part is slower for.
LEFT_OUT = {
    "attachment", "case_closure", "case_link", "case_note", "case_reopening", "client_feedback", "conflict_block",
    "danger_check", "delivery", "draft", "feedback_mark", "former_note", "referral_link", "triage",
}  # fmt: skip


@pytest.fixture
def office(installation: Path) -> Office:
    return fill_kabupaten(size=SMALL)


def test_every_table_of_the_case_work_is_filled_and_every_list_can_be_read(office: Office) -> None:
    of_cases = [table for table in SQLModel.metadata.sorted_tables if "case_id" in table.c]
    with open_session(Actor.system("tests"), write=False) as session:
        filled = {
            table.name: session.execute(select(func.count()).select_from(table)).scalar()
            for table in of_cases
        }
        assert {name for name, rows in filled.items() if not rows} <= LEFT_OUT
        assert session.exec(select(func.count()).select_from(AuditEntry)).one() >= SMALL.trail
        assert verify_audit(session)[1] is None
    for name, call in of_people(office):
        assert call() is not None, name


def test_a_long_file_asks_no_more_of_the_database_than_a_short_one(office: Office) -> None:
    counted = []
    # 180 is open and has at least one of everything, as the long one does.
    for row_id in (LONG, 180):
        steps = of_case(office.supervisor, number_of_case(row_id))
        counted.append({name: count_queries(call) for name, call in steps})
    long, short = counted
    assert len(long) == len(PARTS)
    assert {name: (long[name], short[name]) for name in long if long[name] > short[name]} == {}
