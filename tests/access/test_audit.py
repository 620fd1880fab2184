"""The chain notices every way of changing the past."""

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text

from rindu_app.access.actor import Actor
from rindu_app.access.audit import AuditBreak, audit, verify_audit
from rindu_app.access.database import get_engine
from rindu_app.access.session import open_session
from rindu_app.words.codes import Role

BOTH = pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)
ACTOR = Actor(kind=Role.COUNSELLOR, account_id=7, area_code="35.10")


def write_entries(count: int = 5) -> None:
    for number in range(count):
        with open_session(ACTOR) as session:
            audit(session, ACTOR, "report:read", f"L-{number}", "35.10", risk="high")


def verify() -> tuple[int, AuditBreak | None]:
    with open_session(Actor.system("verify"), write=False) as session:
        return verify_audit(session)


def tamper(*statements: str) -> None:
    with get_engine().begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


@BOTH
def test_an_untouched_chain_holds(installation: object) -> None:
    write_entries()
    assert verify() == (5, None)


@BOTH
@pytest.mark.parametrize(
    ("statements", "broken_at"),
    [
        (["UPDATE audit_entry SET actor = 'account:8' WHERE id = 3"], 3),
        (["UPDATE audit_entry SET facts = '{\"risk\": \"low\"}' WHERE id = 2"], 2),
        (["DELETE FROM audit_entry WHERE id = 3"], 3),
        (["DELETE FROM audit_entry WHERE id = 5"], 5),
        (["DELETE FROM audit_entry WHERE id = 1"], 1),
        (["UPDATE audit_entry SET id = 90 WHERE id = 2", "UPDATE audit_entry SET id = 2 WHERE id = 3",
          "UPDATE audit_entry SET id = 3 WHERE id = 90"], 2),
        (["DELETE FROM audit_entry WHERE id = 5", "UPDATE audit_head SET count = 4, link = (SELECT link FROM audit_entry WHERE id = 4)"], 4),
        (["DELETE FROM audit_head"], 5),
    ],
    ids=["edited", "facts edited", "removed", "last removed", "first removed", "reordered", "tail and head cut", "head gone"],
)  # fmt: skip
def test_every_change_of_the_past_is_found(
    installation: object, statements: list[str], broken_at: int
) -> None:
    write_entries()
    tamper(*statements)
    _, found = verify()
    assert found is not None
    assert found.entry_id == broken_at


def test_what_is_rolled_back_leaves_no_entry(installation: object) -> None:
    def fail() -> None:
        with open_session(ACTOR) as session:
            audit(session, ACTOR, "report:read")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert verify() == (0, None)


def test_entries_of_many_threads_form_one_chain(
    installation: object, run_together: Callable[..., list[object]]
) -> None:
    run_together(write_entries, times=8)
    assert verify() == (40, None)


@BOTH
def test_the_chain_can_be_walked_while_people_work(installation: object) -> None:
    """A false alarm would be worth nothing the second time."""
    stop, told = threading.Event(), list[tuple[int, int]]()

    def go_on_writing() -> None:
        while not stop.is_set():
            write_entries(3)

    write_entries(30)
    writers = [threading.Thread(target=go_on_writing) for _ in range(2)]
    for writer in writers:
        writer.start()
    try:
        for _ in range(6):
            with open_session(Actor.system("verify"), write=False) as session:
                assert (
                    verify_audit(session, page=7, step=lambda done, total: told.append((done, total)))[1]
                    is None
                )
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    assert all(done <= total for done, total in told)
