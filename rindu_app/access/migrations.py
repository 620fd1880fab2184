"""Bringing a database to the newest schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config

ROOT = Path(__file__).parents[2]


def migrate(revision: str = "head") -> None:
    """Upgrade the configured database. Safe to call when there is nothing to do."""
    command.upgrade(_config(), revision)


def downgrade(revision: str = "base") -> None:
    command.downgrade(_config(), revision)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "alembic"))
    return config
