"""Referrals to partners."""

from enum import StrEnum


class ReferralStatus(StrEnum):
    SENT = "sent"
    ACCEPTED = "accepted"
    DONE = "done"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    REVOKED = "revoked"
    SETTLED = "settled"


class ReferralAction(StrEnum):
    """ACCEPT to MISS are a partner's answers; REVOKE and SETTLE are ours."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    FINISH = "finish"
    MISS = "miss"
    REVOKE = "revoke"
    SETTLE = "settle"


class ReferralOutcome(StrEnum):
    """What became of a service: the six values of GBVIMS, so that "declined" and "unavailable" can be counted."""

    REFERRED = "referred"
    OURS = "service_provided_by_us"
    ELSEWHERE = "already_received_elsewhere"
    NOT_APPLICABLE = "not_applicable"
    DECLINED = "declined_by_client"
    UNAVAILABLE = "unavailable"
