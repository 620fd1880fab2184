"""`rindu audit verify` is the proof an inspector can run."""

from pathlib import Path

from sqlalchemy import text

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.database import get_engine
from rindu_app.access.session import open_session
from tests.cli.conftest import Rindu


def write_entries() -> None:
    actor = Actor.system("test")
    for number in range(3):
        with open_session(actor) as session:
            audit(session, actor, "test:done", str(number))


def test_a_whole_chain_passes(installation: Path, rindu: Rindu) -> None:
    write_entries()
    result = rindu("audit", "verify")
    assert result.exit_code == 0
    assert "Utuh: 3 baris" in result.output


def test_a_changed_row_fails_and_is_named(installation: Path, rindu: Rindu) -> None:
    write_entries()
    with get_engine().begin() as database:
        database.execute(text("UPDATE audit_entry SET actor = 'account:9' WHERE id = 2"))
    result = rindu("audit", "verify")
    assert result.exit_code == 1
    assert "baris 2" in result.output
