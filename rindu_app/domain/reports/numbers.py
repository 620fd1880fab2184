"""Numbers that people say on the phone: `L-2611-0417`. They come from the row's id, so two at the same moment never meet."""

import re
from datetime import datetime


def show_number(prefix: str, row_id: int | None, since: datetime) -> str:
    return f"{prefix}-{since:%y%m}-{row_id:04d}"


def read_number(prefix: str, text: str) -> int | None:
    """The row id in a number as typed, or None. Year and month are for people; the id alone decides."""
    found = re.fullmatch(rf"(?i)\s*{prefix}-?(\d{{4}})-?(\d{{1,12}})\s*", text)
    return int(found[2]) if found else None
