"""Making a backup while the house goes on working."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import SQLModel

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.database import get_engine
from rindu_app.access.keyring import get_keyring, sync_folder
from rindu_app.access.migrations import newest_revision
from rindu_app.access.session import open_session
from rindu_app.adapters.file_store import FileStore, get_file_store
from rindu_app.domain.backup.archive import SealedWriter
from rindu_app.domain.backup.tables import count_rows, kept_tables, read_batches
from rindu_app.words import clock

KEEPER = Actor.system("backup")
MANIFEST = "manifest.json"
Step = Callable[[int, int], None]


@dataclass
class Made:
    """What is in an archive. `audit_link` written down elsewhere proves later that no trail was cut off."""

    rows: int = 0
    files: int = 0
    missing: list[str] = field(default_factory=list)
    audit_count: int = 0
    audit_link: str = ""
    tables: dict[str, int] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)


def make_backup(path: Path, step: Step = lambda done, total: None) -> Made:
    """Write all tables, as they are at one moment, and all files into `path`. Raises `FileExistsError`.

    Nothing is locked. The file is written beside, synced and renamed: a broken backup never has the name of a whole one.
    """
    if path.exists():
        raise FileExistsError(path)
    with open_session(KEEPER) as session:
        audit(session, KEEPER, "house:backup")
    beside = path.with_name(path.name + ".part")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        made = _write(file, step)
        file.flush()
        os.fsync(file.fileno())
    beside.rename(path)
    sync_folder(path.parent)
    return made


def _write(file: Any, step: Step) -> Made:
    made = Made()
    revision = newest_revision() or ""
    with (
        SealedWriter(file, get_keyring(), made=clock.now().isoformat(), revision=revision) as sealed,
        tarfile.open(fileobj=sealed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        _snapshot() as connection,
    ):
        uids = _write_tables(tar, connection, made, step)
        _write_files(tar, uids, get_file_store(), made)
        _add(tar, MANIFEST, json.dumps(made.__dict__).encode(), None)
    return made


def _snapshot() -> Connection:
    """One transaction that sees one moment: SQLite's readers do so by themselves (WAL), PostgreSQL when it is told."""
    engine = get_engine()
    if engine.dialect.name == "postgresql":
        return engine.connect().execution_options(isolation_level="REPEATABLE READ")
    return engine.connect()


def _write_tables(tar: tarfile.TarFile, connection: Connection, made: Made, step: Step) -> list[str]:
    total = count_rows(connection)
    for table in kept_tables():
        made.tables[table.name] = 0
        for number, batch in enumerate(read_batches(connection, table)):
            rows = batch.count(b"\n")
            _add(tar, f"tables/{table.name}/{number:06d}.jsonl", batch, made)
            made.tables[table.name] += rows
            made.rows += rows
            step(made.rows, total)
    head = SQLModel.metadata.tables["audit_head"]
    made.audit_count, made.audit_link = connection.execute(select(head.c.count, head.c.link)).one()
    attachment = SQLModel.metadata.tables["attachment"]
    return list(connection.scalars(select(attachment.c.uid).where(attachment.c.report_id.is_not(None))))


def _write_files(tar: tarfile.TarFile, uids: list[str], store: FileStore, made: Made) -> None:
    for uid in uids:
        try:
            data = store.get(uid)
        except KeyError:  # deleted since the snapshot, or lost: either way it is said
            made.missing.append(uid)
            continue
        _add(tar, f"files/{uid}", data, made)
        made.files += 1


def _add(tar: tarfile.TarFile, name: str, data: bytes, made: Made | None) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    tar.addfile(member, io.BytesIO(data))
    if made is not None:
        made.members[name] = hashlib.sha256(data).hexdigest()
