"""How long somebody may stay: the clock rule `shelter_stay` (14 days by Permen PPPA 2/2022, an office may set less)."""

from datetime import timedelta

from sqlmodel import Session

from rindu_app.models import ClockRule

RULE = "shelter_stay"
# Where an office has no such rule (any more), the ministry's holds.
_DEFAULT = timedelta(days=14)


def stay_length(session: Session) -> timedelta:
    """From the first night on, round the clock."""
    rule = session.get(ClockRule, RULE)
    if rule is None:
        return _DEFAULT
    if rule.minutes is not None:
        return timedelta(minutes=rule.minutes)
    return timedelta(days=rule.working_days) if rule.working_days else _DEFAULT
