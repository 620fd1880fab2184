"""Screens of the counsellor's workspace."""

from importlib import import_module

SCREENS = (
    "inbox", "report", "intake", "cases", "glass", "case", "case_consents", "case_sessions", "case_team",
    "decisions", "groups", "partners", "schedule", "to_check", "case_services", "case_shelter",
    "case_incidents", "case_people",
)  # fmt: skip


def register() -> None:
    """Import every screen; each registers itself."""
    for name in SCREENS:
        import_module(f"{__name__}.{name}")
