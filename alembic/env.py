"""Alembic's entry: the models are the target; the URL is the product's own setting."""

from typing import Any

from sqlalchemy import Connection
from sqlmodel import SQLModel

import rindu_app.models  # noqa: F401  # fills the metadata
from alembic import context
from rindu_app.access.database import WRITES, get_engine


def enforce(connection: Connection, *, on: bool) -> None:
    """SQLite changes a table by making it anew; rows that refer to it must not be in the way. Outside any transaction."""
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.dbapi_connection
        driver.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


with get_engine().connect().execution_options(**{WRITES: True}) as connection:
    enforce(connection, on=False)
    try:
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            compare_type=True,
            render_as_batch=connection.dialect.name == "sqlite",
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    finally:
        connection.rollback()
        enforce(connection, on=True)
