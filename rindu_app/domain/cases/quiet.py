"""How long a case has been without a word of its team."""

from rindu_app.models import Case
from rindu_app.words import clock


def quiet_days(case: Case) -> int:
    """Whole days since somebody of the team last wrote or did something; 0 until that is longer than its risk allows."""
    return (clock.now() - case.worked_at).days if case.quiet_told_at else 0
