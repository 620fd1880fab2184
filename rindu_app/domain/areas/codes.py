"""What a Kemendagri code says by itself: level, ancestors, prefix. No database."""

import re
import unicodedata

_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", re.ASCII)
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bc]")
_NAME_WORD = re.compile(r"[a-z0-9]+")


def check_area_code(code: str) -> str:
    """The code itself when it has the dotted form of one of the four levels; ValueError otherwise."""
    if not _CODE.fullmatch(code):
        raise ValueError("not an area code")
    return code


def area_level(code: str) -> int:
    """1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa/kelurahan. ValueError when malformed."""
    return check_area_code(code).count(".") + 1


def area_prefix(code: str) -> str:
    """What the code of every area below this one starts with: "35.10" gives "35.10.". ValueError when malformed."""
    return check_area_code(code) + "."


def area_lineage(code: str) -> tuple[str, ...]:
    """The code and the codes of its ancestors, nearest first: "35.10.25" gives ("35.10.25", "35.10", "35")."""
    parts = check_area_code(code).split(".")
    return tuple(".".join(parts[:length]) for length in range(len(parts), 0, -1))


def normalize_name(text: str) -> str:
    """Lower case, without accents, apostrophes and punctuation: how names are kept in `Area.name_search` and looked for."""
    plain = _APOSTROPHES.sub("", text.lower())
    if not plain.isascii():
        plain = "".join(
            char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char)
        )
    return " ".join(_NAME_WORD.findall(plain))
