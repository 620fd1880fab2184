"""What everybody uses: roles, risk, how things leave the house."""

from enum import StrEnum


class Role(StrEnum):
    COUNSELLOR = "counsellor"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    SHELTER = "shelter"
    PARTNER = "partner"


class Risk(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Urgency(StrEnum):
    URGENT = "urgent"
    NORMAL = "normal"


class FileKind(StrEnum):
    """ORIGINAL is sealed as evidence; WORKING is the copy people look at, without metadata."""

    ORIGINAL = "original"
    WORKING = "working"


class DeliveryChannel(StrEnum):
    """How a neutral notice leaves the house."""

    MAIL = "mail"
    WHATSAPP = "whatsapp"


class DeliveryStatus(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
