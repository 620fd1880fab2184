"""Restoring on an empty machine. All or nothing: what does not verify is not kept."""

import hashlib
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, func
from sqlmodel import SQLModel, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit, verify_audit
from rindu_app.access.database import WRITES, get_engine
from rindu_app.access.keyring import get_keyring
from rindu_app.access.migrations import migrate, newest_revision
from rindu_app.access.sealing import ErasedError, open_sealer
from rindu_app.access.session import ScopedSession, open_session
from rindu_app.adapters.file_store import FileStore, get_file_store
from rindu_app.domain.backup.archive import BackupBroken, SealedReader
from rindu_app.domain.backup.making import MANIFEST, Made
from rindu_app.domain.backup.tables import continue_numbers, kept_tables, write_batch, write_references
from rindu_app.models import Report
from rindu_app.words.codes import DeliveryStatus

KEEPER = Actor.system("restore")
Step = Callable[[int, int], None]


class NotEmpty(Exception):
    """There is something here already, and a restore never overwrites."""


def restore_backup(path: Path, step: Step = lambda done, total: None) -> Made:
    """Bring an archive into an empty database and file store; returns what was in it.

    Audit chain, row counts, hashes, keys and every report are checked before anything is committed. Notices that were
    waiting are marked unsure: they may have left after the backup. `step(done, total)` counts bytes of the archive.
    Raises `BackupBroken`, `KeyringError`, `NotEmpty`.
    """
    store = get_file_store()
    with path.open("rb") as file:
        reader = SealedReader(file, get_keyring())
        if reader.header.revision != newest_revision():
            raise BackupBroken(
                f"Cadangan ini dibuat oleh versi lain ({reader.header.revision}, di sini {newest_revision()}). "
                "Pulihkan dengan versi aplikasi itu, lalu perbarui aplikasinya."
            )
        migrate()
        with get_engine().connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            refuse_unless_empty(connection, store)
            made = _restore(connection, reader, store, lambda: step(file.tell(), path.stat().st_size))
    with open_session(KEEPER) as session:
        audit(session, KEEPER, "house:restored", count=made.audit_count, made=reader.header.made)
    return made


def refuse_unless_empty(connection: Connection, store: FileStore) -> None:
    for table in SQLModel.metadata.sorted_tables:
        rows = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if rows and not (table.name == "audit_head" and rows == 1 and _chain_is_new(connection)):
            raise NotEmpty("Basis data ini sudah berisi data. Pemulihan hanya ke tempat yang kosong.")
    if next(iter(store.list()), None) is not None:
        raise NotEmpty("Tempat berkas ini sudah berisi. Pemulihan hanya ke tempat yang kosong.")


def _chain_is_new(connection: Connection) -> bool:
    count: int = connection.execute(select(SQLModel.metadata.tables["audit_head"].c.count)).scalar_one()
    return count == 0


def _restore(
    connection: Connection, reader: IO[bytes] | Any, store: FileStore, step: Callable[[], None]
) -> Made:
    try:
        return _bring_in(connection, reader, store, step)
    except BaseException:
        for stored in list(store.list()):
            store.delete(stored.uid)
        raise


def _bring_in(
    connection: Connection, reader: IO[bytes] | Any, store: FileStore, step: Callable[[], None]
) -> Made:
    connection.execute(SQLModel.metadata.tables["audit_head"].delete())
    found, made = Made(), None
    try:
        with tarfile.open(fileobj=reader, mode="r|") as tar:
            for member in tar:
                content = tar.extractfile(member)
                data = content.read() if content is not None else b""
                if member.name == MANIFEST:
                    made = Made(**json.loads(data))
                else:
                    _take(connection, store, member.name, data, found)
                step()
    except tarfile.TarError as error:
        raise BackupBroken("Isi cadangan ini tidak dapat dibaca.") from error
    if made is None:
        raise BackupBroken("Cadangan ini terpotong: daftar isinya tidak ada.")
    write_references(connection)
    continue_numbers(connection)
    _compare(found, made)
    _verify(connection, store, made)
    return made


def _take(connection: Connection, store: FileStore, name: str, data: bytes, found: Made) -> None:
    found.members[name] = hashlib.sha256(data).hexdigest()
    kind, _, rest = name.partition("/")
    if kind == "files":
        store.put(rest, data)
        found.files += 1
        return
    tables = {table.name: table for table in kept_tables()}
    table = tables[rest.partition("/")[0]]
    found.tables[table.name] = found.tables.get(table.name, 0) + write_batch(connection, table, data)


def _compare(found: Made, made: Made) -> None:
    if found.members != made.members or found.tables != {
        name: rows for name, rows in made.tables.items() if rows
    }:
        raise BackupBroken("Isi cadangan tidak cocok dengan daftarnya.")


def _verify(connection: Connection, store: FileStore, made: Made) -> None:
    """The chain holds to its written end, every key and every report opens, every attachment has its file."""
    with ScopedSession(connection, join_transaction_mode="rollback_only", expire_on_commit=False) as session:
        session.info["actor"] = KEEPER
        count, found = verify_audit(session)
        if found is not None or count != made.audit_count:
            raise BackupBroken(
                f"Rantai jejak audit tidak utuh pada baris {found.entry_id if found else count}."
            )
        for report in session.exec(select(Report)):
            try:
                open_sealer(session, report.key_uid).open_json(
                    f"report.answers:{report.key_uid}", report.answers
                )
            except ErasedError:
                continue  # erased on purpose
    delivery = SQLModel.metadata.tables["delivery"]
    waiting = delivery.c.status.in_([DeliveryStatus.WAITING, DeliveryStatus.SENDING])
    connection.execute(delivery.update().where(waiting).values(status=DeliveryStatus.UNKNOWN))
    attachment = SQLModel.metadata.tables["attachment"]
    kept = {stored.uid for stored in store.list()} | set(made.missing)
    lost = set(connection.scalars(select(attachment.c.uid))) - kept
    if lost:
        raise BackupBroken(f"{len(lost)} lampiran tidak ada berkasnya.")
