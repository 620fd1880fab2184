"""What all tables share: constraint names, time, area codes, random identifiers."""

import secrets
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import String
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Area codes are compared by range, so PostgreSQL must order them by bytes as SQLite does.
AREA_CODE = String(13).with_variant(String(13, collation="C"), "postgresql")


def area_field(**options: Any) -> Any:
    """A column holding a Kemendagri code such as `35.10.01.2001`."""
    return Field(sa_type=AREA_CODE, max_length=13, **options)


def new_uid() -> str:
    """128 random bits in hex: names a row in URLs and binds its ciphertext to it."""
    return secrets.token_hex(16)


def utc_now() -> datetime:
    return datetime.now(UTC)
