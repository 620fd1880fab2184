"""Exit: the visit ends, and its pages lead away when somebody presses Back (docs/adr/0040)."""

import hashlib
import re
import secrets
from datetime import timedelta

from sqlmodel import Session

from rindu_app.domain.files.commands import discard_draft_files
from rindu_app.domain.visits.commands import end_visit, hash_token
from rindu_app.models import Visit
from rindu_app.words import clock

# As long as somebody might look through the history of a shared phone; afterwards an old bookmark works again.
LEFT_FOR = timedelta(hours=24)
_MARK = re.compile(r"[a-z0-9]{10}", re.ASCII)
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def new_mark() -> str:
    """A random mark that the pages of one visit carry in their address. It opens nothing."""
    return "".join(secrets.choice(_LETTERS) for _ in range(10))


def read_mark(text: str) -> str:
    """The mark itself if it is one of ours in form, else ""."""
    return text if _MARK.fullmatch(text) else ""


def leave(session: Session, *, token: str, mark: str) -> None:
    """Delete the draft, its files and the way to read them. Pages that carry `mark` are over for a day."""
    if token:
        discard_draft_files(session, visit_hash=hash_token(token))
        end_visit(session, token)
    if mark:
        over = Visit(
            token_hash=_hash(mark), key_uid="", wrapped_key=b"", draft=b"", expires_at=clock.now() + LEFT_FOR
        )
        session.merge(over)


def has_left(session: Session, mark: str) -> bool:
    """Whether somebody left the pages with this mark."""
    over = session.get(Visit, _hash(mark))
    return over is not None and over.expires_at > clock.now()


def _hash(mark: str) -> str:
    # No cookie hashes to this: a token is UTF-8, where the byte FF never occurs.
    return hashlib.sha256(b"\xff" + mark.encode()).hexdigest()
