"""Rows as JSON lines that any of our databases can take back: a backup of SQLite opens on PostgreSQL."""

import base64
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select
from sqlmodel import SQLModel

from rindu_app.domain.backup.archive import BackupBroken

# Sessions and drafts end with the machine: who was signed in signs in again, and a draft nobody sent stays nowhere.
LEFT_OUT = frozenset({"draft", "visit", "login_session", "login_failure"})
BATCH = 2_000


def kept_tables() -> list[Table]:
    """All tables that a backup holds, each after those it refers to."""
    return [table for table in SQLModel.metadata.sorted_tables if table.name not in LEFT_OUT]


def count_rows(connection: Connection) -> int:
    return sum(
        connection.execute(_of(select(func.count()).select_from(table), table)).scalar_one()
        for table in kept_tables()
    )


def read_batches(connection: Connection, table: Table) -> Iterator[bytes]:
    """The rows of a table as JSON lines, some thousand at a time; the first line of each batch names the columns."""
    statement = _of(select(table).order_by(*table.primary_key.columns), table)
    names = json.dumps([column.name for column in table.columns]).encode()
    result = connection.execution_options(stream_results=True, yield_per=BATCH).execute(statement)
    for rows in result.partitions(BATCH):
        yield b"\n".join([names, *(_line(row) for row in rows)])


def _of(statement: Any, table: Table) -> Any:
    """Draft files belong to a visit, and go with it."""
    return statement.where(table.c.report_id.is_not(None)) if table.name == "attachment" else statement


def _line(row: Row[Any]) -> bytes:
    return json.dumps([_plain(value) for value in row], ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _plain(value: Any) -> Any:
    """Types that JSON lacks carry a mark; so do JSON values, so that nothing is mistaken for a mark."""
    if isinstance(value, bytes):
        return {"b": base64.b64encode(value).decode()}
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    return {"j": value} if isinstance(value, dict | list) else value


def _value(plain: Any) -> Any:
    if not isinstance(plain, dict):
        return plain
    [(mark, inner)] = plain.items()
    if mark == "b":
        return base64.b64decode(inner)
    if mark == "t":
        return datetime.fromisoformat(inner)
    return date.fromisoformat(inner) if mark == "d" else inner


def write_batch(connection: Connection, table: Table, batch: bytes) -> int:
    """Insert what `read_batches` gave; returns the number of rows. Raises `BackupBroken` for other columns."""
    lines = batch.split(b"\n")
    names = json.loads(lines[0])
    if set(names) != {column.name for column in table.columns}:
        raise BackupBroken(f"Kolom tabel {table.name} tidak cocok dengan versi aplikasi ini.")
    rows = [
        dict(zip(names, map(_value, json.loads(line.decode("utf-8", "surrogatepass"))), strict=True))
        for line in lines[1:]
    ]
    later = _references_to_itself(table)
    connection.execute(table.insert(), [row | dict.fromkeys(later) for row in rows])
    for row in rows:
        values = {name: row[name] for name in later if row[name] is not None}
        if values:
            connection.info.setdefault("later", []).append((table, row, values))
    return len(rows)


def write_references(connection: Connection) -> None:
    """Rows that refer to rows of their own table, filled in once all of them are there."""
    for table, row, values in connection.info.pop("later", []):
        keys = [column == row[column.name] for column in table.primary_key.columns]
        connection.execute(table.update().where(*keys).values(values))


def _references_to_itself(table: Table) -> list[str]:
    return [
        column.name
        for column in table.columns
        if any(key.column.table is table for key in column.foreign_keys)
    ]


def continue_numbers(connection: Connection) -> None:
    """PostgreSQL counts ids apart from the rows: let it go on after the highest."""
    if connection.dialect.name != "postgresql":
        return
    for table in kept_tables():
        if "id" in table.c:
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), (SELECT max(id) FROM {table.name}))"  # noqa: S608
                f" WHERE pg_get_serial_sequence('{table.name}', 'id') IS NOT NULL"
            )
