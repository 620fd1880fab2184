"""Statements that were compiled once are compiled once for all tests.

Each test has an engine of its own, and an engine compiles every statement anew: nearly half of a run went there.
"""

from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from rindu_app.access import database

_MOST = 10_000


def share_compiled_statements() -> None:
    """Call it once per process, before the first engine is made."""
    make_engine = database.make_engine
    caches: dict[str, LRUCache] = {}

    def with_shared_cache(url: str) -> Engine:
        engine = make_engine(url)
        engine._compiled_cache = caches.setdefault(engine.dialect.name, LRUCache(_MOST))
        return engine

    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        # A dialect is part of a statement's key. All engines of a run speak the same one.
        dialect.__eq__ = lambda self, other: type(self) is type(other)  # type: ignore[method-assign]
        dialect.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign]
    database.make_engine = with_shared_cache
