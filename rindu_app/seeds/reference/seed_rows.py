"""Rows that are shipped once and belong to the administrator afterwards."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from rindu_app.models import ClockRule, CodeItem, Holiday, Hotline, ReferenceVersion
from rindu_app.words import clock

LEDGER = "seed:"
# What tells the rows of a table apart. The other columns, save the id, must all be shipped.
IDENTITY: dict[type[SQLModel], tuple[str, ...]] = {
    CodeItem: ("list_code", "code"),
    Hotline: ("number", "area_code"),
    ClockRule: ("code",),
    Holiday: ("day",),
}


@dataclass(frozen=True)
class SeedRow:
    """One shipped row: the table, the columns that identify it, and all other columns that are shipped."""

    model: type[SQLModel]
    identity: dict[str, Any]
    values: dict[str, Any]


@dataclass(frozen=True)
class SeedChanges:
    """`kept`: rows that differ from what we ship because an administrator changed or removed them."""

    added: int = 0
    updated: int = 0
    retired: int = 0
    kept: int = 0


def sync_rows(session: Session, rows: Iterable[SeedRow]) -> SeedChanges:
    """Bring the shipped rows of one or more tables of IDENTITY into the database. The caller commits.

    A ledger in `reference_version` remembers the hash of each row as it was shipped. Only a row that still has that hash is
    updated, or retired when it is no longer shipped; a changed row stays as it is, a removed row is not brought back, and a row
    that an administrator added under the same code is left alone.
    """
    wanted = list(rows)
    existing = _existing(session)
    ledger = _ledger(session)
    count: Counter[str] = Counter()
    shipped: set[str] = set()
    for row in wanted:
        name = _name(row.model, row.identity)
        shipped.add(name)
        count[_sync_row(session, row, existing.get(name), ledger.get(name), name)] += 1
    for name in existing.keys() & (ledger.keys() - shipped):
        count[_retire(session, existing[name], ledger[name])] += 1
    session.flush()
    return SeedChanges(count["added"], count["updated"], count["retired"], count["kept"])


def _sync_row(
    session: Session, row: SeedRow, current: SQLModel | None, entry: ReferenceVersion | None, name: str
) -> str:
    digest = hash_values(row.values)
    if current is None and entry is None:
        session.add(row.model(**row.identity, **row.values))
        session.add(ReferenceVersion(name=name, version=digest))
        return "added"
    if current is None or entry is None or hash_values(_values_of(current, row.values)) != entry.version:
        return "kept"
    if entry.version == digest:
        return "same"
    for column, value in row.values.items():
        setattr(current, column, value)
    entry.version, entry.loaded_at = digest, clock.now()
    session.add_all([current, entry])
    return "updated"


def _retire(session: Session, current: SQLModel, entry: ReferenceVersion) -> str:
    """Stop offering a row that is no longer shipped, unless it was changed. Old records still find its words."""
    columns = set(type(current).model_fields) - {"id", *IDENTITY[type(current)]}
    if hash_values(_values_of(current, columns)) != entry.version:
        return "kept"
    if isinstance(current, Holiday):
        session.delete(current)  # a decree moved the feast: the old day is a working day again
        session.delete(entry)
        return "retired"
    if not isinstance(current, CodeItem | Hotline) or not current.active:
        return "same"
    current.active = False
    if isinstance(current, CodeItem):
        current.valid_to = clock.now().date()
    entry.version = hash_values(_values_of(current, columns))
    session.add_all([current, entry])
    return "retired"


def hash_values(values: dict[str, Any]) -> str:
    """The same values give the same hash, in the database's types or in the file's."""
    text = json.dumps(values, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _name(model: type[SQLModel], identity: dict[str, Any]) -> str:
    # 40 characters are what the ledger has room for, so the key is hashed.
    return LEDGER + hash_values({"table": str(model.__tablename__), **identity})[:34]


def _values_of(row: SQLModel, columns: Iterable[str]) -> dict[str, Any]:
    return {column: getattr(row, column) for column in columns}


def _existing(session: Session) -> dict[str, SQLModel]:
    return {
        _name(model, _values_of(found, columns)): found
        for model, columns in IDENTITY.items()
        for found in session.exec(select(model))
    }


def _ledger(session: Session) -> dict[str, ReferenceVersion]:
    entries = session.exec(select(ReferenceVersion).where(col(ReferenceVersion.name).startswith(LEDGER)))
    return {entry.name: entry for entry in entries}
