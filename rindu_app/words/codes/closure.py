"""How a case ends."""

from enum import StrEnum


class ClosureStatus(StrEnum):
    """How far the end of a case is. RETURNED: the supervisor said not yet; REOPENED: the work goes on again."""

    NONE = "none"
    WAITING = "waiting"
    RETURNED = "returned"
    CLOSED = "closed"
    REOPENED = "reopened"


class ClosureAction(StrEnum):
    ASK = "ask"
    APPROVE = "approve"
    RETURN = "return"
    REOPEN = "reopen"
