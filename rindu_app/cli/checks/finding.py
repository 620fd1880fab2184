"""What a check says."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """`says` states what is; `mend` says what to do about it. Neither repeats a secret."""

    subject: str
    state: State
    says: str
    mend: str = ""


def good(subject: str, says: str) -> Finding:
    return Finding(subject, State.GOOD, says)


def note(subject: str, says: str, mend: str = "") -> Finding:
    return Finding(subject, State.NOTE, says, mend)


def bad(subject: str, says: str, mend: str) -> Finding:
    return Finding(subject, State.BAD, says, mend)
