"""Removing files that belong to nothing: a crash between file and row leaves them, and so do visits that ran out."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import islice

from sqlmodel import col, exists, select

from rindu_app.access.actor import Actor
from rindu_app.access.audit import audit
from rindu_app.access.session import open_session
from rindu_app.adapters.file_store import FileStore, get_file_store
from rindu_app.domain.files.commands import discard_draft_files
from rindu_app.models import Attachment, CaseExport, Visit
from rindu_app.words import clock

# Far longer than any request that is still about to write its row.
SAFE_AGE = timedelta(hours=2)
BATCH = 500
SWEEPER = Actor.system("sweep")


def sweep_files(store: FileStore | None = None) -> int:
    """Delete drafts of ended visits, files without a row and half-written files; returns how many files went.

    Owns its transactions; safe to run at any time and as often as one likes.
    """
    store = store or get_file_store()
    before = clock.now() - SAFE_AGE
    count = _discard_ended_visits() + store.delete_half_written(before)
    old = (stored.uid for stored in store.list() if stored.written_at < before)
    while uids := list(islice(old, BATCH)):
        count += _delete_without_row(store, uids)
    return count


def _discard_ended_visits() -> int:
    with open_session(SWEEPER) as session:
        living = exists().where(col(Visit.token_hash) == col(Attachment.visit_hash))
        ended = (
            select(Attachment.visit_hash).where(col(Attachment.visit_hash).is_not(None), ~living).distinct()
        )
        return sum(
            discard_draft_files(session, visit_hash=ended_hash)
            for ended_hash in session.exec(ended)
            if ended_hash
        )


def _delete_without_row(store: FileStore, uids: Iterable[str]) -> int:
    with open_session(SWEEPER) as session:
        kept = set(session.exec(select(Attachment.uid).where(col(Attachment.uid).in_(uids))))
        papers = select(CaseExport.uid).where(
            col(CaseExport.uid).in_(uids), col(CaseExport.gone_at).is_(None)
        )
        kept |= set(session.exec(papers))
        orphans = sorted(set(uids) - kept)
        for uid in orphans:
            store.delete(uid)
        if orphans:
            audit(session, SWEEPER, "file:swept", count=len(orphans))
    return len(orphans)


def find_missing_files(store: FileStore | None = None) -> int:
    """How many attachments have lost their file. For `rindu doctor`."""
    store = store or get_file_store()
    kept = {stored.uid for stored in store.list()}
    with open_session(SWEEPER, write=False) as session:
        return sum(uid not in kept for uid in session.exec(select(Attachment.uid)))
