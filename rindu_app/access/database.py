"""The engine: SQLite (WAL, synced to disk at each commit) by default, PostgreSQL by configuration."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from rindu_app.settings import get_settings

# A waiting writer gives up after this long; a person would have given up before.
BUSY_MS = 20_000
# Set on a connection that is going to write, so that SQLite queues it at the start instead of failing half-way.
WRITES = "rindu_writes"


def make_engine(url: str) -> Engine:
    # Parameters stay out of error messages: they would end up in logs.
    if url.startswith("sqlite"):
        engine = create_engine(url, hide_parameters=True, pool_size=40, max_overflow=20, pool_timeout=30)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    # SERIALIZABLE is not needed: rows that must not race are locked by name (FOR UPDATE) where that matters.
    return create_engine(
        url, hide_parameters=True, pool_size=20, max_overflow=20, pool_timeout=30, pool_pre_ping=True
    )


@lru_cache
def get_engine() -> Engine:
    settings = get_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return make_engine(settings.database)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin_sqlite
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # an acknowledged report survives power loss; docs/benchmarks.md has the cost
        "foreign_keys=ON",
        "secure_delete=ON",
        f"busy_timeout={BUSY_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
