"""Numbers that people say on the phone: `L-2611-0417`. They come from the row's id, so two at the same moment never meet."""

import re
from datetime import datetime


def show_number(prefix: str, row_id: int | None, since: datetime) -> str:
    return f"{prefix}-{since:%y%m}-{row_id:04d}"


def read_number(prefix: str, text: str) -> int | None:
    """The row id in a number as typed, or None. `is_number_of` then looks at its year and month."""
    found = _parts(prefix, text)
    return int(found[2]) if found else None


def is_number_of(text: str, prefix: str, row_id: int | None, since: datetime) -> bool:
    """Whether the number as typed is this row's, year and month included: a slip must not open another person's file."""
    found = _parts(prefix, text)
    return found is not None and (found[1], int(found[2])) == (f"{since:%y%m}", row_id)


def _parts(prefix: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(rf"(?i)\s*{prefix}-?(\d{{4}})-?(\d{{1,12}})\s*", text)
