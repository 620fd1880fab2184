"""Papers of a case."""

from enum import StrEnum


class PaperKind(StrEnum):
    """What can be printed (3.9, 3.11, 3.14). GROUP_LIST is of a group's meeting, all others are of a case."""

    CONSENT_BLANK = "consent_blank"
    CONSENT = "consent"
    SUMMARY = "summary"
    REQUEST = "request"
    INTAKE = "intake"
    IDENTIFICATION = "identification"
    OUTREACH = "outreach"
    REFERRAL = "referral"
    MEDIATION_MINUTES = "mediation_minutes"
    MEDIATION_AGREEMENT = "mediation_agreement"
    ATTENDANCE = "attendance"
    GROUP_LIST = "group_list"


class SummaryPart(StrEnum):
    """What a case summary may hold, each only where it is chosen."""

    CLIENT = "client"
    PEOPLE = "people"
    INCIDENTS = "incidents"
    CONSENTS = "consents"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    SERVICES = "services"
    REFERRALS = "referrals"
    TASKS = "tasks"
    TIMELINE = "timeline"
