"""The schema that migrations build is the schema the models describe, on both databases, up and down."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

import rindu_app.models  # noqa: F401  # fills the metadata
from rindu_app.access.database import get_engine
from rindu_app.access.migrations import downgrade, migrate

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
