"""Mediation (3.9)."""

from enum import StrEnum


class MediationBlock(StrEnum):
    """Why a case is not mediated (3.9). The sentences are `mediation_blocked_<code>`."""

    SEXUAL = "sexual"
    TRAFFICKING = "trafficking"
    CHILD = "child"
    HIGH_RISK = "high_risk"
    KIND_UNCLEAR = "kind_unclear"
    NO_INCIDENT = "no_incident"
    AGE_UNKNOWN = "age_unknown"


class MediationStatus(StrEnum):
    """AGREED: signed, and looked after."""

    PREPARING = "preparing"
    MEETING = "meeting"
    AGREED = "agreed"
    COMPLETED = "completed"
    NOT_AGREED = "not_agreed"
    STOPPED = "stopped"


class MediationAction(StrEnum):
    ASK_OTHER = "ask_other"
    ASSESS = "assess"
    NAME_MEDIATOR = "name_mediator"
    BEGIN = "begin"
    MINUTES = "minutes"
    AGREE = "agree"
    END = "end"
    CHECK = "check"
    COMPLETE = "complete"
    STOP = "stop"


class MediationStop(StrEnum):
    """Why one was stopped. BLOCKED: the gate does not let it go on any longer."""

    BLOCKED = "blocked"
    CONSENT = "consent"
    OTHER_CONSENT = "other_consent"
    PRESSURE = "pressure"
    DECIDED = "decided"
    CLOSED = "closed"


class MediationEntryKind(StrEnum):
    PRESSURE = "pressure"
    MINUTES = "minutes"
    CHECK = "check"


class Assessor(StrEnum):
    """Who sees whether a choice is free: two people of two professions (3.9)."""

    COUNSELLOR = "counsellor"
    PSYCHOLOGIST = "psychologist"
