"""Fresh installations for tests. Building tables and lists takes a second, so each kind is built once per process and copied."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlmodel import SQLModel

from rindu_app.access import database, keyring
from rindu_app.access.session import ScopedSession
from rindu_app.domain.reports.holding import forget_pace
from rindu_app.models import AuditHead
from rindu_app.settings import get_settings

# A server with its models and one copy takes a few hundred MB.
_ROOM = 4 * 1024**3

_built: dict[tuple[str, str], str] = {}


def forget_installation() -> None:
    """Drop what the process remembers of the installation, so that the next one is read anew."""
    if database.get_engine.cache_info().currsize:
        database.get_engine().dispose()
    keyring.forget_keyring()
    forget_pace()
    for cache in (database.get_engine, get_settings):
        cache.cache_clear()


def make_tables() -> None:
    """All tables from the models; tests/migrations proves that migrations make the same."""
    SQLModel.metadata.create_all(database.get_engine())
    with ScopedSession(database.get_engine()) as session:
        session.add(AuditHead(id=1))
        session.commit()


def use_installation(
    kind: str, build: Callable[[], None] | None, folder: Path, patch: pytest.MonkeyPatch, postgres: str | None
) -> Path:
    """Make `folder` the installation of this test, on SQLite or on the PostgreSQL server at `postgres`."""
    forget_installation()
    patch.setenv("RINDU_DATA_DIR", str(folder))
    if postgres is None:
        patch.delenv("RINDU_DATABASE_URL", raising=False)
        _fresh_sqlite(kind, build, folder, patch)
    else:
        _fresh_postgres(kind, build, patch, postgres)
    return folder


def _fresh_sqlite(
    kind: str, build: Callable[[], None] | None, folder: Path, patch: pytest.MonkeyPatch
) -> None:
    if build is None:
        return
    if ("sqlite", kind) not in _built:
        model = folder.parent / f"model-{kind}"
        patch.setenv("RINDU_DATA_DIR", str(model))
        build()
        forget_installation()  # closing the last connection writes everything into one file
        patch.setenv("RINDU_DATA_DIR", str(folder))
        _built["sqlite", kind] = str(model / "rindu.db")
    shutil.copy(_built["sqlite", kind], folder / "rindu.db")


def _fresh_postgres(
    kind: str, build: Callable[[], None] | None, patch: pytest.MonkeyPatch, server: str
) -> None:
    model = "template0"
    if build is not None:
        model = f"model_{kind}"
        if ("postgres", kind) not in _built:
            _create(server, model, "template0")
            patch.setenv("RINDU_DATABASE_URL", _url(server, model))
            build()
            forget_installation()
            _built["postgres", kind] = model
    _create(server, "test", model)
    patch.setenv("RINDU_DATABASE_URL", _url(server, "test"))


def memory_folder() -> str | None:
    """Where a test server keeps its files without a disk, if the machine has such a place and room in it; None elsewhere.

    Every test copies a database: in memory that takes a third of the time.
    """
    place = Path("/dev/shm")
    if not os.access(place, os.W_OK) or shutil.disk_usage(place).free < _ROOM:
        return None
    return str(place)


def spare_the_disk(server: str) -> None:
    """Let a test server write without waiting for the disk: copying a database is then three times as fast.

    Only a machine that loses its power would show the difference; a process that is killed does not.
    """
    _command(
        server,
        "ALTER SYSTEM SET fsync = off",
        "ALTER SYSTEM SET full_page_writes = off",
        "SELECT pg_reload_conf()",
    )


def _create(server: str, name: str, model: str) -> None:
    _command(
        server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name} TEMPLATE {model}"
    )


def _command(server: str, *statements: str) -> None:
    engine = create_engine(
        server.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def _url(server: str, name: str) -> str:
    base, _, query = server.partition("?")
    return f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
