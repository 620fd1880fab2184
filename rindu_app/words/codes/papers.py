"""Papers of a case."""

from enum import StrEnum


class PaperKind(StrEnum):
    """What can be printed of a case (3.11, 3.14)."""

    CONSENT_BLANK = "consent_blank"
    CONSENT = "consent"
    SUMMARY = "summary"
    REQUEST = "request"
    INTAKE = "intake"
    IDENTIFICATION = "identification"


class SummaryPart(StrEnum):
    """What a case summary may hold, each only where it is chosen."""

    CLIENT = "client"
    PEOPLE = "people"
    INCIDENTS = "incidents"
    CONSENTS = "consents"
    TASKS = "tasks"
    TIMELINE = "timeline"
