"""When something of ours breaks: a number for the person, and for the log what and where, never what was sent."""

import secrets
import traceback
from pathlib import Path

import structlog

ROOT = Path(__file__).resolve().parents[1]
DEPTH = 12

log = structlog.get_logger()


def record_failure(event: str, error: BaseException) -> str:
    """Log an unexpected error and return its number: eight digits to read out on the phone.

    An error's message and its variables may hold what a person entered: only its type and the lines are kept.
    """
    reference = f"{secrets.randbelow(10**8):08d}"
    log.error(event, reference=reference, error=names_of(error), where=lines_of(error))
    return reference


def names_of(error: BaseException) -> list[str]:
    """The type of an error and of those that caused it."""
    names: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(names) < DEPTH:
        names.append(type(cause).__name__)
        cause = cause.__cause__ or cause.__context__
    return names


def lines_of(error: BaseException) -> list[str]:
    """File, line and function of the last calls, innermost last."""
    frames = traceback.extract_tb(error.__traceback__)[-DEPTH:]
    return [f"{short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else "/".join(path.parts[-2:])
