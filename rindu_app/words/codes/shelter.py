"""Temporary shelter."""

from enum import StrEnum


class ShelterStatus(StrEnum):
    """Of a stay in a shelter. EXTENDING: she stays, and more days wait for a decision."""

    REQUESTED = "requested"
    PLACED = "placed"
    EXTENDING = "extending"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    LEFT = "left"


class ShelterAction(StrEnum):
    PLACE = "place"
    REFUSE = "refuse"
    CANCEL = "cancel"
    MOVE = "move"
    LOG = "log"
    ASK_EXTENSION = "ask_extension"
    APPROVE_EXTENSION = "approve_extension"
    DENY_EXTENSION = "deny_extension"
    LEAVE = "leave"


class ShelterUrgency(StrEnum):
    """How soon a place is needed, the soonest first."""

    NOW = "now"
    TODAY = "today"
    DAYS = "days"


class ShelterEntryKind(StrEnum):
    NEED = "need"
    VISIT = "visit"
    INCIDENT = "incident"
