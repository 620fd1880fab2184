"""Whether the house can take a report now: what a load balancer asks every few seconds. It tells no address and no version."""

import secrets
from collections.abc import Callable
from contextlib import suppress

from alembic.runtime.migration import MigrationContext

from rindu_app.access.database import get_engine
from rindu_app.access.keyring import get_keyring
from rindu_app.access.migrations import newest_revision
from rindu_app.settings import get_settings


def check_health() -> dict[str, bool]:
    """Each part that a report needs, and whether it works."""
    return {name: _works(check) for name, check in CHECKS.items()}


def _works(check: Callable[[], bool]) -> bool:
    with suppress(Exception):  # whatever breaks there, the answer is no; `rindu doctor` says why
        return check()
    return False


def _database() -> bool:
    with get_engine().connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest_revision()


def _files() -> bool:
    folder = get_settings().files_dir
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / f".health-{secrets.token_hex(4)}"
    probe.write_bytes(b"x")
    probe.unlink()
    return True


def _keys() -> bool:
    return bool(get_keyring().current)


CHECKS: dict[str, Callable[[], bool]] = {"database": _database, "files": _files, "keys": _keys}
