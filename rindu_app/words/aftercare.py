"""Visits after a closing, in words."""


def say_month(month: int) -> str:
    """ "Bulan ke-3"."""
    return f"Bulan ke-{month}"


def say_visit(month: int) -> str:
    """ "Tanyakan kabar, bulan ke-3"."""
    return f"Tanyakan kabar, bulan ke-{month}"
