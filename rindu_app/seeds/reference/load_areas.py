"""Bring the table of areas to the shipped version."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, insert, update
from sqlmodel import Session, col, select

from rindu_app.models import Area, ReferenceVersion
from rindu_app.seeds.reference.area_file import FOLDER, AreaFile, read_area_file, read_area_version
from rindu_app.words import clock

NAME = "areas"
BATCH = 5_000
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class AreaChanges:
    """How many areas were added, changed (name, kind, zone or reopened) and closed. All zero: nothing was new."""

    added: int = 0
    changed: int = 0
    closed: int = 0


def load_areas(session: Session, progress: Progress | None = None, folder: Path = FOLDER) -> AreaChanges:
    """Load the shipped areas unless this very version is loaded already. The caller commits.

    A code that the new version lacks gets `valid_to`, the date of the new decree, and stays: old records point at it.
    `progress(done, total)` is called after each batch of rows.
    """
    loaded = session.get(ReferenceVersion, NAME)
    if loaded and loaded.version == read_area_version(folder):
        return AreaChanges()
    file = read_area_file(folder)
    changes = _write(session, file, progress or (lambda done, total: None))
    session.merge(ReferenceVersion(name=NAME, version=file.version, loaded_at=clock.now()))
    session.flush()
    return changes


def _write(session: Session, file: AreaFile, progress: Progress) -> AreaChanges:
    columns = (Area.code, Area.name, Area.kind, Area.timezone, Area.valid_to)
    known = {row[0]: tuple(row[1:]) for row in session.execute(select(*columns))}  # type: ignore[call-overload]  # SQLModel hides it
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    for record in file.records:
        if record.code not in known:
            new.append(record.columns | {"legal_basis": file.legal_basis, "valid_from": file.valid_from})
        elif known[record.code] != (record.name, record.kind, record.timezone, None):
            changed.append(record.columns | {"legal_basis": file.legal_basis})
    kept = {record.code for record in file.records}
    gone = [code for code, values in known.items() if code not in kept and values[3] is None]
    done = 0
    for part in _batches(new):
        session.execute(insert(Area.__table__), part)  # type: ignore[attr-defined]  # SQLModel hides it
        done += len(part)
        progress(done, len(new))
    _update(session, changed)
    for part in _batches(gone):
        session.execute(update(Area).where(col(Area.code).in_(part)).values(valid_to=file.valid_from))
    return AreaChanges(len(new), len(changed), len(gone))


def _update(session: Session, rows: list[dict[str, Any]]) -> None:
    table = Area.__table__  # type: ignore[attr-defined]  # SQLModel hides it
    statement = update(table).where(table.c.code == bindparam("key")).values(valid_to=None)
    for part in _batches(rows):
        session.connection().execute(statement, [{**row, "key": row["code"]} for row in part])


def _batches(rows: list[Any]) -> Iterator[list[Any]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
