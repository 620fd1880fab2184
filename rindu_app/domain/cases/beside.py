"""Nothing is overwritten unseen: who changes something names the version that she saw, and is shown what it says now (issue 3)."""

import json
from collections.abc import Callable, Collection
from dataclasses import asdict
from datetime import datetime
from hashlib import blake2s
from typing import Any

from sqlmodel import Session, col, select

from rindu_app.access.errors import ChangedBeside
from rindu_app.domain.accounts.names import names_of
from rindu_app.models import Case, CaseEvent
from rindu_app.words.codes import CaseEventKind

Version = int | str
# How far back a change is looked for among the lines of its kinds.
FAR = 50


def version_of(content: Any) -> str:
    """The version of what has no counter: a short name for what it says. `content` is a dataclass."""
    told = json.dumps(asdict(content), default=str, sort_keys=True)
    return blake2s(told.encode(), digest_size=12).hexdigest()


def require_seen(
    session: Session,
    case: Case,
    kinds: Collection[CaseEventKind],
    *,
    seen: Version,
    version: Version,
    now: Callable[[], object],
    **facts: str,
) -> None:
    """Call it before anything is written. Raises `ChangedBeside` where `version` is not the one that was seen.

    Who changed it stands in the newest line of `kinds` that has these `facts`.
    """
    if seen != version:
        raise ChangedBeside(now(), version, *_last_change(session, case, kinds, facts))


def _last_change(
    session: Session, case: Case, kinds: Collection[CaseEventKind], facts: dict[str, str]
) -> tuple[str, datetime | None]:
    lines = session.exec(
        select(CaseEvent)
        .where(CaseEvent.case_id == case.id, col(CaseEvent.kind).in_(kinds))
        .order_by(col(CaseEvent.id).desc())
        .limit(FAR)
    )
    found = next((line for line in lines if facts.items() <= line.facts.items()), None)
    return (names_of(session, {found.by_id}).get(found.by_id, ""), found.at) if found else ("", None)
