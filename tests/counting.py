"""How many statements something sends to the database."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from rindu_app.access.database import get_engine


def counted(act: Callable[[], Any]) -> int:
    statements: list[str] = []

    def note(*given: Any) -> None:
        statements.append(given[2])

    event.listen(get_engine(), "before_cursor_execute", note)
    try:
        act()
    finally:
        event.remove(get_engine(), "before_cursor_execute", note)
    return len(statements)
