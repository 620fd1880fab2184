"""Passwords made for somebody else, to be replaced at the first sign-in."""

import secrets

# No letter or digit that is mistaken for another when it is read aloud or copied from paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_one_time_password() -> str:
    """Sixteen random signs in groups of four (79 bits): shown once, never stored in the clear."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
