"""The people of a case, and cases that belong together."""

from enum import StrEnum


class LinkKind(StrEnum):
    """Why two cases are kept side by side."""

    SIBLING = "sibling"
    HOUSEHOLD = "household"
    SAME_PERPETRATOR = "same_perpetrator"


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class PersonRole(StrEnum):
    """What somebody is in a case. Of an alleged PERPETRATOR as little as possible is kept."""

    CLIENT = "client"
    CHILD = "child"
    PARENT = "parent"
    GUARDIAN = "guardian"
    HOUSEHOLD = "household"
    SUPPORT = "support"
    WITNESS = "witness"
    PERPETRATOR = "perpetrator"


class PersonSafety(StrEnum):
    """Whether the client may turn to this person (RS-19)."""

    UNKNOWN = "unknown"
    SAFE = "safe"
    UNSAFE = "unsafe"
