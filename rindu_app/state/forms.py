"""Reading submitted forms. A forged event may carry anything, so nothing here trusts a type."""

from collections.abc import Mapping
from typing import Any

from reflex_base.utils.form import FormData

__all__ = ["FormData", "number", "text", "texts"]


def text(form: Any, name: str) -> str:
    """The value of a field, "" where it is missing or not text."""
    value = form.get(name) if isinstance(form, Mapping) else None
    return value if isinstance(value, str) else ""


def texts(form: Any, name: str) -> list[str]:
    """All values of a field that may be ticked several times."""
    if isinstance(form, FormData):
        return [value for value in form.getlist(name) if isinstance(value, str)]
    return [text(form, name)] if text(form, name) else []


def number(form: Any, name: str) -> int:
    """A whole number, 0 where there is none."""
    written = text(form, name)
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
