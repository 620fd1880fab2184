"""Receipt codes: 20 random digits that look like an ordinary electricity token (66 bits)."""

import re
import secrets

DIGITS = 20
_FOREIGN_DIGITS = str.maketrans({ord(z) + i: str(i) for z in "٠۰０" for i in range(10)})


def new_code() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(DIGITS))


def show_code(code: str) -> str:
    """Groups of four: `4821 0937 5526 1840 7713`."""
    return " ".join(code[start : start + 4] for start in range(0, DIGITS, 4))


def read_code(text: str) -> str | None:
    """What a person typed, with any spaces, dots or dashes, as 20 plain digits; None if it is not a code."""
    digits = re.sub(r"[\s.\-–—_/]", "", text.translate(_FOREIGN_DIGITS))
    return digits if re.fullmatch(r"[0-9]{20}", digits) else None
