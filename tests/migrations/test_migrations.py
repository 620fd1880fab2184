"""The schema that migrations build is the schema the models describe, on both databases, up and down."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlmodel import Session, SQLModel, select

import rindu_app.models  # noqa: F401  # fills the metadata
from rindu_app.access.database import WRITES, get_engine
from rindu_app.access.migrations import ROOT, downgrade, migrate
from rindu_app.models import CalendarEntry

MOMENT = {"at": datetime(2026, 1, 2, tzinfo=UTC), "day": date(2026, 1, 2), "sealed": b"x"}
OLD_CASE = (
    "INSERT INTO area (code, name, name_search, level, kind, timezone, valid_from, legal_basis)"
    " VALUES ('35', 'Jawa Timur', 'jawa timur', 1, 'provinsi', 'Asia/Jakarta', :day, 'uji')",
    "INSERT INTO data_key (uid, wrapping_key, created_on) VALUES ('k', 'k1', :day)",
    "INSERT INTO account (id, username, display_name, role, area_code, password_hash, must_change_password, totp_last_step,"
    " active, created_at) VALUES (3, 'sari', 'Sari', 'counsellor', '35', '!', false, 0, true, :at)",
    "INSERT INTO protection_case (id, key_uid, area_code, status, risk, manager_id, client, opened_at, active_at, version)"
    " VALUES (7, 'k', '35', 'open', 'low', 3, :sealed, :at, :at, 1)",
)
BOTH = pytest.mark.parametrize("database", ["sqlite", "postgres"], indirect=True)


def differences() -> list[object]:
    with get_engine().connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, SQLModel.metadata))


@BOTH
def test_the_newest_migration_equals_the_models(empty_installation: Path) -> None:
    migrate()
    assert differences() == []


@BOTH
def test_migrating_twice_changes_nothing_and_down_leaves_nothing(empty_installation: Path) -> None:
    migrate()
    migrate()
    downgrade()
    assert inspect(get_engine()).get_table_names() == ["alembic_version"]
    migrate()
    assert differences() == []


@BOTH
def test_the_audit_chain_starts_empty(empty_installation: Path) -> None:
    migrate()
    with get_engine().connect() as connection:
        assert connection.execute(text("SELECT count, link FROM audit_head")).all() == [(0, "")]


@BOTH
def test_a_case_of_before_has_its_client_among_its_people(empty_installation: Path) -> None:
    migrate("0003")
    with get_engine().begin() as connection:
        connection.execution_options(**{WRITES: True})
        for statement in OLD_CASE:
            connection.execute(
                text(statement).bindparams(**{k: v for k, v in MOMENT.items() if f":{k}" in statement})
            )
    migrate()
    with get_engine().connect() as connection:
        found = connection.execute(text("SELECT case_id, role, by_id, nik_hash FROM case_person")).all()
    assert found == [(7, "client", 3, None)]
    assert differences() == []


OLD_APPOINTMENTS = (
    "INSERT INTO area (code, name, name_search, level, kind, timezone, valid_from, legal_basis) "
    "VALUES ('35', 'Jawa Timur', '', 1, 'provinsi', 'Asia/Jakarta', '2020-01-01', '')",
    "INSERT INTO account (id, username, display_name, role, area_code, password_hash, must_change_password, "
    "totp_last_step, active, created_at) VALUES (1, 'sari', 'Sari', 'counsellor', '35', '!', false, 0, true, '2026-11-01')",
    "INSERT INTO data_key (uid, wrapping_key, created_on) VALUES ('k', 'w', '2026-11-01')",
    "INSERT INTO report (id, key_uid, area_code, channel, door, teller, mode, named, danger_now, answers, status, risk, "
    "risk_decided, received_at, due_at, unread, version) VALUES (1, 'k', '35', 'web', 'report', 'self', '', false, false, '', "
    "'new', 'low', false, '2026-11-01', '2026-11-01', true, 1)",
    *(
        "INSERT INTO appointment (uid, report_id, by_id, mode, starts_at, place, status, at) VALUES "
        f"('{status}', 1, 1, 'face', '2026-12-01 02:00:00', '', '{status}', '2026-11-01')"
        for status in ("proposed", "accepted", "declined", "cancelled")
    ),
)


@BOTH
def test_appointments_made_before_calendars_were_kept_take_their_hour(empty_installation: Path) -> None:
    (ours,) = (ROOT / "alembic" / "versions").glob("*_sessions.py")
    migrate(f"{int(ours.name[:4]) - 1:04d}")
    with get_engine().begin() as connection:
        for statement in OLD_APPOINTMENTS:
            connection.execute(text(statement))
    migrate()
    with Session(get_engine()) as session:
        entries = session.exec(select(CalendarEntry).order_by(CalendarEntry.source_uid)).all()  # type: ignore[arg-type]
    assert [(entry.source_uid, entry.firm) for entry in entries] == [("accepted", True), ("proposed", False)]
    assert {entry.ends_at - entry.starts_at for entry in entries} == {timedelta(hours=1)}
