"""Screens of the shelter's workspace."""

from importlib import import_module

SCREENS = ("home", "rooms", "stay")


def register() -> None:
    """Import every screen; each registers itself."""
    for name in SCREENS:
        import_module(f"{__name__}.{name}")
