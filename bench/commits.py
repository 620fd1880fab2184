"""What surviving a power loss costs: one commit that waits for the disk, and one that does not."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from bench.measure import Section, p50_p95, section, times_ms
from rindu_app.settings import get_settings

TABLE = "CREATE TABLE IF NOT EXISTS bench_commit (body TEXT NOT NULL)"
ROW, BODY = text("INSERT INTO bench_commit VALUES (:body)"), {"body": "x" * 2000}


def committing(connection: Connection) -> Callable[[], None]:
    def one() -> None:
        connection.execute(ROW, BODY)
        connection.commit()

    return one


def bench_commits(engine: str, folder: Path, *, repeat: int = 200) -> Section:
    result = section(
        f"Satu penyimpanan yang tahan mati listrik: {engine}", "cara", "p50", "p95",
        note="Satu baris 2 kB per transaksi. Yang dipakai adalah baris pertama: laporan yang sudah diakui tidak hilang.",
    )  # fmt: skip
    for name, prepare in ways(engine):
        url = f"sqlite:///{folder / 'commits.db'}" if engine == "SQLite" else get_settings().database
        with create_engine(url).connect() as connection:
            for statement in prepare:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(TABLE)
            connection.commit()
            result.add(name, *p50_p95(times_ms(committing(connection), repeat=repeat)))
    return result


def ways(engine: str) -> list[tuple[str, list[str]]]:
    if engine == "SQLite":
        wal = "PRAGMA journal_mode=WAL"
        return [
            ("synchronous=FULL (dipakai)", [wal, "PRAGMA synchronous=FULL"]),
            ("synchronous=NORMAL", [wal, "PRAGMA synchronous=NORMAL"]),
        ]
    return [
        ("synchronous_commit=on (dipakai)", ["SET synchronous_commit=on"]),
        ("synchronous_commit=off", ["SET synchronous_commit=off"]),
    ]
