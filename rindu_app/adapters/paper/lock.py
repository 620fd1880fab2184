"""A password on a PDF: AES-256, as every reader of today opens it."""

import io
import secrets

from pypdf import PdfReader, PdfWriter

# Without characters that are mistaken for each other when a password is read from a screen.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, LENGTH = 4, 4


def new_password() -> str:
    """ "k7mq-3vhd-t9xe-p2rw": 79 random bits, written in groups."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def lock_pdf(data: bytes, password: str) -> bytes:
    """The same PDF, opened by the password alone. Nobody holds an owner's password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password=password, owner_password=secrets.token_hex(32), algorithm="AES-256")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()
