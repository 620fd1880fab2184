"""Phone numbers as people write them. A malformed number never blocks a report; it is kept as written."""

import re
from urllib.parse import quote

_PREFIXES = ("0062", "62", "0", "8")


def normalise_phone(text: str) -> str:
    """`0812-0000 1234` → `+6281200001234`; foreign numbers keep their `+`; "" where no number can be read."""
    digits = re.sub(r"\D", "", text)
    if text.strip().startswith("+") and not digits.startswith("62"):
        return f"+{digits}" if 8 <= len(digits) <= 15 else ""
    for prefix in _PREFIXES:
        if digits.startswith(prefix):
            rest = digits if prefix == "8" else digits.removeprefix(prefix).removeprefix("0")
            return f"+62{rest}" if 7 <= len(rest) <= 13 else ""
    return ""


def whatsapp_link(phone: str, text: str) -> str:
    """A `wa.me` address: digits only. `text` must be neutral; it stays in the phone's history."""
    return f"https://wa.me/{normalise_phone(phone).removeprefix('+')}?text={quote(text)}"
