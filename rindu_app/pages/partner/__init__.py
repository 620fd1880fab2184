"""Screens of a partner's workspace."""

from importlib import import_module

SCREENS = ("referrals", "referral", "invitations")


def register() -> None:
    """Import every screen; each registers itself."""
    for name in SCREENS:
        import_module(f"{__name__}.{name}")
