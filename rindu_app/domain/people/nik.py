"""A NIK by itself: PPRRSS DDMMYY XXXX, for women the day + 40 (indonesia.md 5.3). A doubt is a hint to look again, never a no:
nothing in the number proves anything, and many people have none.
"""

import re
from dataclasses import dataclass
from datetime import date

_WHOLE = re.compile(r"\d{16}", re.ASCII)
_LONGEST_MASK = 16
WOMEN = 40


@dataclass(frozen=True)
class Nik:
    """`district` is where it was first issued, not where the person lives. `doubts` are codes of `words/people.py`."""

    digits: str
    district: str = ""
    born: date | None = None
    sex: str = ""
    doubts: tuple[str, ...] = ()


def read_nik(text: str, today: date) -> Nik:
    """Whatever was typed. The century of birth is the latest that is not in the future: a girl of 2010 is not 110 years old."""
    digits = re.sub(r"[\s.\-]", "", text)
    if not is_whole(digits):
        return Nik(digits, doubts=("nik_length",))
    day = int(digits[6:8])
    sex, day = ("female", day - WOMEN) if day > WOMEN else ("male", day)
    born = _born(day, int(digits[8:10]), int(digits[10:12]), today)
    doubts = [*([] if born else ["nik_date"]), *([] if digits[12:] != "0000" else ["nik_serial"])]
    return Nik(digits, ".".join((digits[:2], digits[2:4], digits[4:6])), born, sex, tuple(doubts))


def mask_nik(digits: str) -> str:
    """`3510********0001`: enough to recognise, too little to use. Of what is no NIK nothing is shown."""
    if is_whole(digits):
        return f"{digits[:4]}{'*' * 8}{digits[12:]}"
    return "*" * min(len(digits), _LONGEST_MASK)


def is_whole(digits: str) -> bool:
    return _WHOLE.fullmatch(digits) is not None


def _born(day: int, month: int, short_year: int, today: date) -> date | None:
    for century in (today.year // 100, today.year // 100 - 1):
        try:
            born = date(century * 100 + short_year, month, day)
        except ValueError:
            continue
        if born <= today:
            return born
    return None
