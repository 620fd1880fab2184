"""A text that was being typed when the session ended is there after signing in again, and gone after signing out."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from rindu_app.access.cookies import STAFF
from rindu_app.domain.accounts.sessions import hash_of
from tests.browser import (
    PHONE,
    Server,
    axe,
    open_page,
    scrolls_sideways,
    sign_in,
    small_targets,
    stored_on_device,
)
from tests.journeys.test_counsellor import REPORTS, ready, send_report, some_case

pytestmark = pytest.mark.browser
WORDS = "Ia menelepon pagi ini dan terdengar lebih tenang."


@contextmanager
def database(server: Server) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(server.data_dir / "rindu.db", timeout=30)) as connection, connection:
        connection.row_factory = sqlite3.Row
        yield connection


def session_row(server: Server, token: str) -> dict[str, Any]:
    with database(server) as db:
        found = db.execute("SELECT * FROM login_session WHERE token_hash = ?", [hash_of(token)]).fetchone()
        return dict(found)


def drop_session(server: Server, row: dict[str, Any]) -> None:
    with database(server) as db:
        db.execute("DELETE FROM login_session WHERE uid = ?", [row["uid"]])


def new_session(server: Server, page: Page, row: dict[str, Any]) -> None:
    """The same account signs in again: another session, another cookie."""
    token = secrets.token_urlsafe(32)
    given = {**row, "uid": secrets.token_hex(16), "token_hash": hash_of(token), "ended_at": None}
    marks = ", ".join("?" * len(given))
    with database(server) as db:
        db.execute(f"INSERT INTO login_session ({', '.join(given)}) VALUES ({marks})", [*given.values()])
    page.context.add_cookies([{"name": STAFF, "value": token, "url": server.url}])


def drafts(server: Server) -> int:
    with database(server) as db:
        return int(db.execute("SELECT count(*) FROM draft").fetchone()[0])


def test_a_note_survives_a_lost_session_and_is_gone_after_signing_out(
    chromium: Browser, server: Server
) -> None:
    with (
        open_page(chromium, server, PHONE) as staff,
        open_page(chromium, server, PHONE, scripts=False) as her,
    ):
        sign_in(staff, server)
        ready(staff, "/kotak-masuk")
        if not staff.locator(REPORTS).count():
            send_report(her)
        some_case(staff)
        case, row = staff.url, session_row(server, server.token_of("counsellor"))

        staff.get_by_role("button", name="Tambah catatan").click()
        staff.locator("[name=note_text]").press_sequentially(WORDS)
        staff.wait_for_timeout(3_500)
        assert drafts(server) == 1
        assert WORDS not in str(stored_on_device(staff))
        assert WORDS not in staff.evaluate(
            "JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})"
        )

        drop_session(server, row)
        staff.goto(case)
        expect(staff.get_by_label("Nama pengguna")).to_be_visible()
        new_session(server, staff, row)
        ready(staff, case)
        expect(staff.locator("[name=note_text]")).to_have_value(WORDS)
        expect(staff.get_by_text("dipulihkan")).to_be_visible()
        assert (axe(staff), scrolls_sideways(staff), small_targets(staff)) == ([], False, [])

        ready(staff, "/saya")
        staff.get_by_role("button", name="Keluar").click()
        expect(staff.get_by_label("Nama pengguna")).to_be_visible()
        assert drafts(server) == 0
        new_session(server, staff, row)
        ready(staff, case)
        expect(staff.get_by_role("heading", name="Perjalanan")).to_be_visible()
        expect(staff.locator("[name=note_text]")).to_have_count(0)
        with database(server) as db:  # other journeys go on with the session that was dropped
            db.execute(
                f"INSERT INTO login_session ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
                [*row.values()],
            )
