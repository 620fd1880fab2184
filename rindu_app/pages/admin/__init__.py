"""Screens of the administrator's workspace."""

from importlib import import_module

SCREENS = ("accounts", "areas", "units", "partners", "lists", "numbers", "trail", "shelters")


def register() -> None:
    """Import every screen; each registers itself."""
    for name in SCREENS:
        import_module(f"{__name__}.{name}")
