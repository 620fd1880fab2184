"""Sizes of files as people read them."""


def show_size(count: int) -> str:
    """ "812 B", "40 kB", "1,5 MB"."""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{count / 1000:.0f} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")
