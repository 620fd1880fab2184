"""Screens of the counsellor's workspace."""

from importlib import import_module

SCREENS = (
    "inbox",
    "report",
    "intake",
    "cases",
    "glass",
    "case",
    "case_aftercare",
    "case_aid",
    "case_assessment",
    "case_closing",
    "case_conferences",
    "case_consents",
    "case_incidents",
    "case_legal",
    "case_mediation",
    "case_papers",
    "case_people",
    "case_plan",
    "case_referrals",
    "case_safety",
    "case_services",
    "case_sessions",
    "case_shelter",
    "case_team",
    "caseload",
    "decisions",
    "feedback",
    "groups",
    "partners",
    "referrals",
    "schedule",
    "to_check",
    "to_visit",
)


def register() -> None:
    """Import every screen; each registers itself."""
    for name in SCREENS:
        import_module(f"{__name__}.{name}")
